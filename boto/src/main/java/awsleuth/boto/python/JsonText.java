package awsleuth.boto.python;

import awsleuth.boto.python.PyValue.Bool;
import awsleuth.boto.python.PyValue.Bytes;
import awsleuth.boto.python.PyValue.Date;
import awsleuth.boto.python.PyValue.DateTime;
import awsleuth.boto.python.PyValue.Dec;
import awsleuth.boto.python.PyValue.Dict;
import awsleuth.boto.python.PyValue.Int;
import awsleuth.boto.python.PyValue.None;
import awsleuth.boto.python.PyValue.PyList;
import awsleuth.boto.python.PyValue.PySet;
import awsleuth.boto.python.PyValue.Real;
import awsleuth.boto.python.PyValue.Str;
import awsleuth.boto.python.PyValue.Tuple;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Python values as JSON, in the forms that {@link TypedJson} reads. */
public final class JsonText {

  private static final int SHORT = 60;

  private final StringBuilder out = new StringBuilder();
  private final boolean lines;

  private JsonText(boolean lines) {
    this.lines = lines;
  }

  /** In one line, with a space after colons and commas as {@code json.dumps} has it. */
  public static String line(PyValue value) {
    JsonText text = new JsonText(false);
    text.add(value, "");
    return text.out.toString();
  }

  /** In lines, two spaces deeper for each level; what is short stays in its line. */
  public static String pretty(PyValue value) {
    JsonText text = new JsonText(true);
    text.add(value, "");
    return text.out.toString();
  }

  private void add(PyValue value, String indent) {
    switch (value) {
      case None _ -> out.append("null");
      case Bool b -> out.append(b.value());
      case Int i -> out.append(i.value());
      case Real r -> real(r.value());
      case Str s -> string(s.value());
      case Bytes b -> typed(b.mutable() ? "$bytearray" : "$bytes", base64(b));
      case DateTime t -> typed("$datetime", PythonText.isoformat(t, 'T'));
      case Date d -> typed("$date", d.value().toString());
      case Dec d -> typed("$decimal", d.text());
      case PyList l -> items(l.items(), indent);
      case Tuple t -> wrapped("$tuple", t.items(), indent);
      case PySet s -> wrapped("$set", s.items(), indent);
      case Dict d -> dict(d, indent);
    }
  }

  private void real(double value) {
    if (Double.isFinite(value)) {
      out.append(PythonFloat.repr(value));
    } else {
      typed("$float", PythonFloat.repr(value));
    }
  }

  private static String base64(Bytes bytes) {
    return Base64.getEncoder().encodeToString(bytes.latin1().getBytes(StandardCharsets.ISO_8859_1));
  }

  private void typed(String key, String text) {
    out.append("{\"").append(key).append("\": ");
    string(text);
    out.append('}');
  }

  private void wrapped(String key, List<PyValue> items, String indent) {
    out.append("{\"").append(key).append("\": ");
    items(items, indent);
    out.append('}');
  }

  private void items(List<PyValue> items, String indent) {
    String inner = open('[', items.isEmpty() || fits(new PyList(items)), indent);
    String comma = "";
    for (PyValue item : items) {
      next(comma, inner);
      add(item, inner);
      comma = ",";
    }
    close(']', inner, indent);
  }

  private void dict(Dict dict, String indent) {
    if (!dict.entries().keySet().stream().allMatch(k -> k instanceof Str)) {
      pairs(dict, indent);
      return;
    }
    String inner = open('{', dict.entries().isEmpty() || fits(dict), indent);
    String comma = "";
    for (Map.Entry<PyValue, PyValue> e : dict.entries().entrySet()) {
      next(comma, inner);
      add(e.getKey(), inner);
      out.append(": ");
      add(e.getValue(), inner);
      comma = ",";
    }
    close('}', inner, indent);
  }

  private void pairs(Dict dict, String indent) {
    List<PyValue> pairs =
        dict.entries().entrySet().stream()
            .map(e -> (PyValue) new PyList(List.of(e.getKey(), e.getValue())))
            .toList();
    wrapped("$dict", pairs, indent);
  }

  /** Whether it stays in one line. */
  private boolean fits(PyValue value) {
    return lines && line(value).length() <= SHORT && flat(value);
  }

  private static boolean flat(PyValue value) {
    return switch (value) {
      case PyList l -> l.items().stream().noneMatch(i -> i instanceof PyList || i instanceof Dict);
      case Dict d ->
          d.entries().values().stream().noneMatch(i -> i instanceof PyList || i instanceof Dict);
      default -> true;
    };
  }

  /** The indent of what is inside; empty where all stays in one line. */
  private String open(char bracket, boolean inline, String indent) {
    out.append(bracket);
    return !lines || inline ? "" : indent + "  ";
  }

  private void next(String comma, String inner) {
    out.append(comma);
    if (!inner.isEmpty()) {
      out.append('\n').append(inner);
    } else if (!comma.isEmpty()) {
      out.append(' ');
    }
  }

  private void close(char bracket, String inner, String indent) {
    out.append(inner.isEmpty() ? "" : "\n" + indent).append(bracket);
  }

  private void string(String s) {
    out.append('"');
    for (int i = 0; i < s.length(); i++) {
      char c = s.charAt(i);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        default -> {
          if (c < ' ' || (c >= 0x7f && c < 0xa0) || (Character.isSurrogate(c) && lone(s, i))) {
            out.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
          } else {
            out.append(c);
          }
        }
      }
    }
    out.append('"');
  }

  private static boolean lone(String s, int i) {
    char c = s.charAt(i);
    return Character.isHighSurrogate(c)
        ? i + 1 >= s.length() || !Character.isLowSurrogate(s.charAt(i + 1))
        : i == 0 || !Character.isHighSurrogate(s.charAt(i - 1));
  }
}
