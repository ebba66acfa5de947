package awsleuth.boto.endpoint;

import awsleuth.boto.python.PyValue;
import awsleuth.boto.python.Raising;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Searches values by the JMESPath expressions that models use for endpoint rules: names with dots,
 * {@code [*]}, {@code [a.b, c]}, {@code []} and {@code keys(name)}.
 *
 * @see <a href="https://jmespath.org/specification.html">JMESPath specification</a>
 */
final class JmesPath {

  private final String path;
  private int at;

  private JmesPath(String path) {
    this.path = path;
  }

  /**
   * What the expression finds; null if nothing.
   *
   * @throws IllegalArgumentException if it is of a kind that models do not use
   */
  static @Nullable Object search(String path, Object value) {
    JmesPath search = new JmesPath(path);
    Object found = search.expression(value);
    if (search.at != path.length()) {
      throw new IllegalArgumentException("cannot follow " + path);
    }
    return found;
  }

  private @Nullable Object expression(@Nullable Object value) {
    if (path.startsWith("keys(", at)) {
      at += "keys(".length();
      Object of = expression(value);
      take(")");
      if (!(of instanceof Map<?, ?> map)) {
        throw new Raising(
            "jmespath.exceptions.JMESPathTypeError",
            "In function keys(), invalid type for value: "
                + Python.str(of)
                + ", expected one of: ['object'], received: \""
                + jsonType(of)
                + "\"");
      }
      return new ArrayList<>(map.keySet());
    }
    return steps(name(value));
  }

  private static String jsonType(@Nullable Object value) {
    return switch (value) {
      case null -> "null";
      case String _ -> "string";
      case Boolean _ -> "boolean";
      case List<?> _ -> "array";
      case PyValue.Int _, PyValue.Real _ -> "number";
      default -> "unknown";
    };
  }

  private @Nullable Object steps(@Nullable Object first) {
    Object value = first;
    while (at < path.length()) {
      if (path.startsWith("[]", at)) {
        at += 2;
        value = flat(value);
      } else if (path.startsWith("[*]", at)) {
        at += 3;
        return projected(value);
      } else if (path.charAt(at) == '.') {
        at++;
        value = path.charAt(at) == '[' ? list(value) : name(value);
      } else {
        return value;
      }
    }
    return value;
  }

  /** All that follows is asked of each element; {@code []} takes the whole again. */
  private @Nullable Object projected(@Nullable Object value) {
    int start = at;
    List<Object> found = new ArrayList<>();
    for (Object each : value instanceof List<?> list ? list : List.of()) {
      at = start;
      Object one = element(each);
      if (one != null) {
        found.add(one);
      }
    }
    if (!(value instanceof List<?> list) || list.isEmpty()) {
      element(null);
    }
    return value instanceof List<?> ? steps(found) : steps(null);
  }

  private @Nullable Object element(@Nullable Object each) {
    Object value = each;
    while (at < path.length() && path.charAt(at) == '.') {
      at++;
      value = path.charAt(at) == '[' ? list(value) : name(value);
    }
    return value;
  }

  private @Nullable Object list(@Nullable Object value) {
    take("[");
    List<@Nullable Object> all = new ArrayList<>();
    while (true) {
      skipSpaces();
      all.add(steps(name(value)));
      skipSpaces();
      if (at < path.length() && path.charAt(at) == ',') {
        at++;
      } else {
        take("]");
        return value == null ? null : all;
      }
    }
  }

  private static @Nullable Object flat(@Nullable Object value) {
    if (!(value instanceof List<?> list)) {
      return null;
    }
    List<Object> flat = new ArrayList<>();
    for (Object each : list) {
      if (each instanceof List<?> inner) {
        inner.stream().filter(java.util.Objects::nonNull).forEach(flat::add);
      } else if (each != null) {
        flat.add(each);
      }
    }
    return flat;
  }

  private @Nullable Object name(@Nullable Object value) {
    int start = at;
    while (at < path.length()
        && (Character.isLetterOrDigit(path.charAt(at)) || path.charAt(at) == '_')) {
      at++;
    }
    if (at == start) {
      throw new IllegalArgumentException("cannot follow " + path);
    }
    String name = path.substring(start, at);
    return value instanceof Map<?, ?> map ? map.get(name) : null;
  }

  private void skipSpaces() {
    while (at < path.length() && path.charAt(at) == ' ') {
      at++;
    }
  }

  private void take(String text) {
    if (!path.startsWith(text, at)) {
      throw new IllegalArgumentException("cannot follow " + path);
    }
    at += text.length();
  }
}
