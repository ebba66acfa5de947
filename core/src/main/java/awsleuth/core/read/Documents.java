package awsleuth.core.read;

import awsleuth.core.read.json.JsonValue;
import awsleuth.core.read.text.Entities;
import awsleuth.core.read.text.Escapes;
import awsleuth.core.read.text.Line;
import awsleuth.core.secret.Secrets;
import java.util.ArrayList;
import java.util.List;

/** The clean lines of a text, which may be a JSON document as a whole, without secrets. */
final class Documents {

  private Documents() {}

  static List<Line> lines(String text) {
    List<Line> found = found(text);
    List<String> masked =
        Secrets.maskLines(found.stream().map(l -> Entities.quotes(l.text())).toList());
    // A text that is a printed literal as a whole has more lines than the artifact.
    int last = Math.max(1, (int) text.lines().count());
    List<Line> lines = new ArrayList<>(found.size());
    for (int i = 0; i < masked.size(); i++) {
      lines.add(new Line(Math.min(found.get(i).number(), last), masked.get(i)));
    }
    return lines;
  }

  private static List<Line> found(String artifact) {
    String text = unfenced(artifact);
    int first = 0;
    while (first < text.length() && text.charAt(first) <= ' ') {
      first++;
    }
    if (first < text.length() && (text.charAt(first) == '{' || text.charAt(first) == '[')) {
      List<JsonValue> values = JsonValue.parseAll(text, 1);
      if (!values.isEmpty() && isObject(values.getFirst())) {
        List<Line> lines = new ArrayList<>();
        for (JsonValue v : values) {
          Json.add(lines, v, 0);
        }
        return lines;
      }
      JsonValue.Members cut = JsonValue.parseCut(text, 1).orElse(null);
      if (cut != null && tellsError(cut)) {
        List<Line> lines = new ArrayList<>();
        Json.add(lines, cut, 0);
        return lines;
      }
    }
    return EventTable.unfold(Cleaner.clean(artifact));
  }

  /** A text without the backticks that quote it, and with the quotes of a printed literal bare. */
  private static String unfenced(String text) {
    String bare = text.strip();
    boolean fenced = bare.startsWith("`{") || bare.startsWith("{\\\"");
    if (!fenced) {
      return text;
    }
    String inner = bare.replace("`", "");
    return inner.startsWith("{\\\"") ? Escapes.unescape(inner) : inner;
  }

  /** Whether an object that breaks off has an error's message whole. */
  private static boolean tellsError(JsonValue.Members m) {
    if (!m.text("errorMessage").isEmpty()) {
      return true;
    }
    for (JsonValue v : m.values().values()) {
      if (v instanceof JsonValue.Members inner && tellsError(inner)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isObject(JsonValue value) {
    return switch (value) {
      case JsonValue.Members _ -> true;
      case JsonValue.Elements e -> !e.values().isEmpty() && isObject(e.values().getFirst());
      case JsonValue.Text _ -> false;
      case JsonValue.Scalar _ -> false;
    };
  }
}
