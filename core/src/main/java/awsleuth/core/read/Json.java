package awsleuth.core.read;

import awsleuth.core.evidence.ThrottleReason;
import awsleuth.core.read.json.JsonValue;
import awsleuth.core.read.text.CodeWords;
import awsleuth.core.read.text.Decoration;
import awsleuth.core.read.text.Escapes;
import awsleuth.core.read.text.Line;
import awsleuth.core.read.text.Terminal;
import java.util.List;

/** JSON inside text: structured logs, Lambda and Step Functions errors. */
final class Json {

  private static final int DEEPEST = 6;

  private Json() {}

  /**
   * Adds the texts that a line's JSON object holds as lines of their own.
   *
   * @return false where the line holds no whole JSON object; then nothing was added
   */
  static boolean addLines(List<Line> lines, int number, String line) {
    int open = open(line);
    if (open < 0 || open > 200 || isError(line, open)) {
      return false;
    }
    JsonValue value = JsonValue.parse(line.substring(open), number).orElse(null);
    if (!(value instanceof JsonValue.Members members)) {
      return false;
    }
    if (open > 0) {
      lines.add(new Line(number, line.substring(0, open).stripTrailing()));
    }
    add(lines, members, 0);
    return true;
  }

  /** Where an object with a member begins; -1 where none does. */
  private static int open(String line) {
    for (int at = line.indexOf('{'); at >= 0; at = line.indexOf('{', at + 1)) {
      int next = at + 1;
      while (next < line.length() && line.charAt(next) == ' ') {
        next++;
      }
      if (next < line.length() && line.charAt(next) == '"') {
        return at;
      }
    }
    return -1;
  }

  /** Whether what stands before an object is an error that the object belongs to. */
  private static boolean isError(String line, int open) {
    int error = line.indexOf("rror");
    int exception = line.indexOf("xception");
    return (error >= 0
            && error < open
            && !line.startsWith("[", error + 4)
            && line.lastIndexOf(": ", open) > error)
        || (exception >= 0 && exception < open);
  }

  /** Adds the texts in a whole JSON document. */
  static void add(List<Line> lines, JsonValue value, int depth) {
    switch (value) {
      case JsonValue.Members members -> members(lines, members, depth);
      case JsonValue.Elements elements -> {
        for (JsonValue v : elements.values()) {
          add(lines, v, depth);
        }
      }
      case JsonValue.Text text -> text(lines, text, depth);
      case JsonValue.Scalar _ -> {}
    }
  }

  private static void members(List<Line> lines, JsonValue.Members m, int depth) {
    String message = m.text("errorMessage");
    String type = m.text("errorType");
    if (!message.isEmpty() && m.get("$metadata") == null) {
      lambda(lines, m, type.isEmpty() ? message : type + ": " + message);
      return;
    }
    if (!m.text("__type").isEmpty()
        || m.get("Error") instanceof JsonValue.Members
        || m.get("$metadata") != null
        || ThrottleReason.of(m.text("Reason")).isPresent()
        || PartialResponses.isOne(m)
        || isFailedQuery(m)
        || (m.get("statusCode") != null && !m.text("code").isEmpty())) {
      lines.add(new Line(m.line(), m.compact()));
      return;
    }
    String code = first(m, "code", "Code");
    if (CodeWords.looksLikeCode(code) && !first(m, "message", "Message").isEmpty()) {
      lines.add(new Line(m.line(), printed(m, code)));
      for (JsonValue v : m.values().values()) {
        if (!(v instanceof JsonValue.Text)) {
          add(lines, v, depth + 1);
        }
      }
      return;
    }
    String error = first(m, "exception.type", "error.type", "exc_type", "error.kind");
    String what = first(m, "exception.message", "error.message", "exc_value");
    if (!error.isEmpty() && !what.isEmpty()) {
      addText(lines, m.line(), error + ": " + what);
    }
    for (JsonValue v : m.values().values()) {
      add(lines, v, depth + 1);
    }
  }

  /** Whether a query of Athena has failed, as its status tells. */
  private static boolean isFailedQuery(JsonValue.Members m) {
    return m.text("State").equals("FAILED") && !m.text("StateChangeReason").isEmpty();
  }

  /** The fields of an error that a program printed as an object, on one line. */
  private static String printed(JsonValue.Members m, String code) {
    StringBuilder line = new StringBuilder("code: ").append(code);
    for (String name : List.of("statusCode", "requestId", "retryable")) {
      JsonValue value = m.get(name);
      if (value instanceof JsonValue.Text text) {
        line.append(", ").append(name).append(": ").append(text.value());
      } else if (value instanceof JsonValue.Scalar scalar) {
        line.append(", ").append(name).append(": ").append(scalar.literal());
      }
    }
    String message = first(m, "message", "Message").replace('\n', ' ');
    return line.append(", message: ").append(message).toString();
  }

  private static String first(JsonValue.Members m, String... names) {
    for (String name : names) {
      String value = m.text(name);
      if (!value.isEmpty()) {
        return value;
      }
    }
    return "";
  }

  private static void lambda(List<Line> lines, JsonValue.Members m, String error) {
    addText(lines, m.line(), error);
    if (m.get("stackTrace") instanceof JsonValue.Elements frames) {
      for (JsonValue frame : frames.values()) {
        if (frame instanceof JsonValue.Elements parts) {
          lines.add(new Line(m.line(), frame(parts)));
          lines.add(new Line(m.line(), "    " + parts.textAt(3)));
        } else if (frame instanceof JsonValue.Text t && t.value().contains(".java:")) {
          lines.add(new Line(m.line(), "\tat " + t.value()));
        } else {
          add(lines, frame, 1);
        }
      }
    }
    for (String name : List.of("requestId", "request_id")) {
      if (!m.text(name).isEmpty()) {
        lines.add(new Line(m.line(), name + " " + m.text(name)));
      }
    }
  }

  private static String frame(JsonValue.Elements parts) {
    return "  File \""
        + parts.textAt(0)
        + "\", line "
        + parts.textAt(1)
        + ", in "
        + parts.textAt(2);
  }

  private static void text(List<Line> lines, JsonValue.Text text, int depth) {
    String value = text.value();
    String bare = value.strip();
    if (depth < DEEPEST && bare.startsWith("{") && bare.endsWith("}")) {
      JsonValue inner = JsonValue.parse(bare, text.line()).orElse(null);
      if (inner instanceof JsonValue.Members members) {
        add(lines, members, depth + 1);
        return;
      }
    }
    if (value.indexOf(' ') > 0 || value.length() > 12) {
      addText(lines, text.line(), value);
    }
  }

  private static void addText(List<Line> lines, int number, String text) {
    for (String line : text.split("\n", -1)) {
      for (String part : Escapes.split(Decoration.strip(Terminal.plain(line)))) {
        lines.add(new Line(number, part));
      }
    }
  }
}
