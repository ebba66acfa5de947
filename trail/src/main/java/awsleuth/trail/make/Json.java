package awsleuth.trail.make;

import java.util.ArrayList;
import java.util.List;

/** JSON that is written, as plainly and as fast as an archive of many gigabytes needs it. */
final class Json {

  /** JSON that is whole. */
  record Part(String text) {}

  static final Part NULL = new Part("null");
  static final Part EMPTY = new Part("{}");

  private Json() {}

  /**
   * An object of names and values in turn; a value is a text, a {@link Part}, a number or a truth
   * value.
   */
  static Part object(Object... namesAndValues) {
    StringBuilder out = new StringBuilder(128).append('{');
    for (int i = 0; i + 1 < namesAndValues.length; i += 2) {
      if (i > 0) {
        out.append(',');
      }
      quote(out, String.valueOf(namesAndValues[i]));
      out.append(':');
      value(out, namesAndValues[i + 1]);
    }
    return new Part(out.append('}').toString());
  }

  /** An array. */
  static Part array(Object... values) {
    StringBuilder out = new StringBuilder(64).append('[');
    for (int i = 0; i < values.length; i++) {
      if (i > 0) {
        out.append(',');
      }
      value(out, values[i]);
    }
    return new Part(out.append(']').toString());
  }

  /** An array of texts. */
  static Part texts(List<String> values) {
    return array(new ArrayList<Object>(values).toArray());
  }

  private static void value(StringBuilder out, Object value) {
    switch (value) {
      case Part p -> out.append(p.text());
      case String s -> quote(out, s);
      default -> out.append(value);
    }
  }

  /** Writes a text in quotes. */
  static void quote(StringBuilder out, String text) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\n' -> out.append("\\n");
        default -> out.append(c);
      }
    }
    out.append('"');
  }
}
