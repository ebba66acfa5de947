package awsleuth.boto.endpoint;

import awsleuth.boto.python.PyValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What Python does with values: texts, truth, look-ups. Its None is null here. */
final class Python {

  private Python() {}

  /** As {@code str}. */
  static String str(@Nullable Object value) {
    return value instanceof String text ? text : repr(value);
  }

  /** As {@code repr}, texts escaped where they have a quote, a backslash or no print. */
  static String repr(@Nullable Object value) {
    return switch (value) {
      case null -> "None";
      case Boolean truth -> truth ? "True" : "False";
      case String text -> quoted(text);
      case List<?> list -> {
        List<String> items = new ArrayList<>();
        list.forEach(item -> items.add(repr(item)));
        yield "[" + String.join(", ", items) + "]";
      }
      case Map<?, ?> map -> {
        List<String> items = new ArrayList<>();
        map.forEach((key, item) -> items.add(repr(key) + ": " + repr(item)));
        yield "{" + String.join(", ", items) + "}";
      }
      default -> value.toString();
    };
  }

  private static String quoted(String text) {
    char quote = text.indexOf('\'') >= 0 && text.indexOf('"') < 0 ? '"' : '\'';
    StringBuilder quoted = new StringBuilder().append(quote);
    text.codePoints()
        .forEach(c -> {
          switch (c) {
            case '\n' -> quoted.append("\\n");
            case '\r' -> quoted.append("\\r");
            case '\t' -> quoted.append("\\t");
            case '\\' -> quoted.append("\\\\");
            default -> {
              if (c == quote) {
                quoted.append('\\');
              }
              escaped(quoted, c);
            }
          }
        });
    return quoted.append(quote).toString();
  }

  private static void escaped(StringBuilder quoted, int c) {
    int type = Character.getType(c);
    boolean prints =
        c == ' '
            || (type != Character.CONTROL
                && type != Character.FORMAT
                && type != Character.SURROGATE
                && type != Character.PRIVATE_USE
                && type != Character.UNASSIGNED
                && type != Character.LINE_SEPARATOR
                && type != Character.PARAGRAPH_SEPARATOR
                && type != Character.SPACE_SEPARATOR);
    if (prints) {
      quoted.appendCodePoint(c);
    } else if (c < 0x100) {
      quoted.append(String.format(Locale.ROOT, "\\x%02x", c));
    } else {
      quoted.append(
          c < 0x10000
              ? String.format(Locale.ROOT, "\\u%04x", c)
              : String.format(Locale.ROOT, "\\U%08x", c));
    }
  }

  /** The name of its class, such as {@code str}. */
  static String type(@Nullable Object value) {
    return switch (value) {
      case null -> "NoneType";
      case Boolean _ -> "bool";
      case String _ -> "str";
      case List<?> _ -> "list";
      case Map<?, ?> _ -> "dict";
      case Double _, Float _ -> "float";
      case PyValue other -> other.qualifiedTypeName();
      default -> "int";
    };
  }

  /** Whether it counts as true. */
  static boolean isTrue(@Nullable Object value) {
    return switch (value) {
      case null -> false;
      case Boolean truth -> truth;
      case String text -> !text.isEmpty();
      case List<?> list -> !list.isEmpty();
      case Map<?, ?> map -> !map.isEmpty();
      case Number number -> number.doubleValue() != 0;
      default -> true;
    };
  }

  /** As {@code value[key]}. */
  static @Nullable Object item(@Nullable Object value, String key) {
    if (!(value instanceof Map<?, ?> map)) {
      throw new PythonError(
          "TypeError",
          value instanceof String
              ? "string indices must be integers, not 'str'"
              : "'" + type(value) + "' object is not subscriptable");
    }
    if (!map.containsKey(key)) {
      throw new PythonError("KeyError", repr(key));
    }
    return map.get(key);
  }

  /** How many characters it has as Python counts them. */
  static int length(String text) {
    return text.codePointCount(0, text.length());
  }
}
