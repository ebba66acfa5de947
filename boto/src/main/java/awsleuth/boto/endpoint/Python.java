package awsleuth.boto.endpoint;

import awsleuth.boto.python.PyValue;
import awsleuth.boto.python.PythonText;
import awsleuth.boto.python.Raising;
import java.util.ArrayList;
import java.util.List;
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
      case String text -> PythonText.repr(new PyValue.Str(text));
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
      case PyValue other -> PythonText.repr(other);
      default -> value.toString();
    };
  }

  /** The name of its class, such as {@code str}. */
  static String type(@Nullable Object value) {
    return switch (value) {
      case null -> "NoneType";
      case Boolean _ -> "bool";
      case String _ -> "str";
      case List<?> _ -> "list";
      case Map<?, ?> _ -> "dict";
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
      default -> true;
    };
  }

  /** As {@code value[key]}. */
  static @Nullable Object item(@Nullable Object value, String key) {
    if (!(value instanceof Map<?, ?> map)) {
      throw new Raising(
          "TypeError",
          value instanceof String
              ? "string indices must be integers, not 'str'"
              : "'" + type(value) + "' object is not subscriptable");
    }
    if (!map.containsKey(key)) {
      throw new Raising("KeyError", repr(key));
    }
    return map.get(key);
  }

  /** How many characters it has as Python counts them. */
  static int length(String text) {
    return text.codePointCount(0, text.length());
  }
}
