package awsleuth.core.read.json;

import awsleuth.core.secret.Secrets;
import java.util.List;
import java.util.Map;

/** Replaces the secrets that the names in a JSON document tell. */
final class JsonSecrets {

  private static final List<String> NAMES = List.of("name", "Name", "key", "Key", "ParameterKey");
  private static final List<String> VALUES = List.of("value", "Value", "ParameterValue");

  private JsonSecrets() {}

  /** The value of a member; a mask where its name says that it is a secret. */
  static JsonValue member(String name, JsonValue value) {
    return Secrets.isName(name) ? hidden(value) : value;
  }

  /** The members of an object, of which one may name another: {@code "name": …, "value": …}. */
  static Map<String, JsonValue> named(Map<String, JsonValue> members) {
    for (String name : NAMES) {
      if (members.get(name) instanceof JsonValue.Text t && Secrets.isSetting(t.value())) {
        for (String value : VALUES) {
          members.computeIfPresent(value, (_, v) -> hidden(v));
        }
      }
    }
    return members;
  }

  private static JsonValue hidden(JsonValue value) {
    return switch (value) {
      case JsonValue.Text t when Secrets.isPlain(t.value()) -> t;
      case JsonValue.Scalar s when Secrets.isPlain(s.literal()) -> s;
      case JsonValue.Text t -> new JsonValue.Text(Secrets.MASK, t.line(), t.column());
      case JsonValue.Scalar s -> new JsonValue.Text(Secrets.MASK, s.line(), s.column());
      case JsonValue.Members m -> new JsonValue.Text(Secrets.MASK, m.line(), 1);
      case JsonValue.Elements e -> new JsonValue.Text(Secrets.MASK, e.line(), 1);
    };
  }
}
