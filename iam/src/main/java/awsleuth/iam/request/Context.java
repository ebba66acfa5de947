package awsleuth.iam.request;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The context of a request (IAM user guide, "AWS global condition context keys").
 *
 * @param values what is known of each key, by the key's name in any letter case
 * @param rest what holds for every other key: {@link ContextValue#ABSENT} where the context is
 *     complete, else {@link ContextValue#UNKNOWN}
 */
public record Context(Map<String, ContextValue> values, ContextValue rest) {

  /** A complete context without any key. */
  public static final Context EMPTY = new Context(Map.of(), ContextValue.ABSENT);

  /** A context in which nothing is known. */
  public static final Context OPEN = new Context(Map.of(), ContextValue.UNKNOWN);

  /** A complete context of single-valued keys. */
  public static Context of(Map<String, String> values) {
    Map<String, ContextValue> all = new HashMap<>();
    values.forEach((key, value) -> all.put(key, ContextValue.Present.of(value)));
    return new Context(all, ContextValue.ABSENT);
  }

  /** This context with one key changed. */
  public Context with(String key, ContextValue value) {
    Map<String, ContextValue> all = new HashMap<>(values);
    all.keySet().removeIf(k -> k.equalsIgnoreCase(key));
    all.put(key, value);
    return new Context(all, rest);
  }

  /** This context with one key's value changed. */
  public Context with(String key, String value) {
    return with(key, ContextValue.Present.of(value));
  }

  /** This context with one key's values changed. */
  public Context with(String key, List<String> values) {
    return with(key, ContextValue.Present.of(values));
  }

  /** What is known of a key; its name is taken in any letter case. */
  public ContextValue get(String key) {
    ContextValue exact = values.get(key);
    if (exact != null) {
      return exact;
    }
    String wanted = key.toLowerCase(Locale.ROOT);
    for (Map.Entry<String, ContextValue> e : values.entrySet()) {
      if (e.getKey().toLowerCase(Locale.ROOT).equals(wanted)) {
        return e.getValue();
      }
    }
    return rest;
  }
}
