package awsleuth.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** JSON as maps, lists and texts; numbers and booleans are texts, null is the empty text. */
final class Json {

  private Json() {}

  static Map<String, Object> read(String text) {
    try (JsonParser parser = new JsonFactory().createParser(ObjectReadContext.empty(), text)) {
      parser.nextToken();
      return members(parser);
    }
  }

  private static Object value(JsonParser parser) {
    return switch (parser.currentToken()) {
      case START_OBJECT -> members(parser);
      case START_ARRAY -> {
        List<Object> values = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          values.add(value(parser));
        }
        yield values;
      }
      case VALUE_NULL -> "";
      default -> parser.getString();
    };
  }

  private static Map<String, Object> members(JsonParser parser) {
    Map<String, Object> members = new LinkedHashMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String key = parser.currentName();
      parser.nextToken();
      members.put(key, value(parser));
    }
    return members;
  }

  /** An object of keys and values in turns. */
  static Map<String, Object> of(Object... keysAndValues) {
    Map<String, Object> object = new LinkedHashMap<>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      object.put((String) keysAndValues[i], keysAndValues[i + 1]);
    }
    return object;
  }

  /** Writes what has nothing in it that JSON would escape. */
  static String write(Object value) {
    return switch (value) {
      case Map<?, ?> object ->
          object.entrySet().stream()
              .map(e -> write(e.getKey()) + ":" + write(e.getValue()))
              .collect(Collectors.joining(",", "{", "}"));
      case List<?> list ->
          list.stream().map(Json::write).collect(Collectors.joining(",", "[", "]"));
      default -> "\"" + value + "\"";
    };
  }

  /** A text; empty where it is missing. */
  static String text(Map<String, Object> object, String key) {
    return (String) object.getOrDefault(key, "");
  }

  @SuppressWarnings("unchecked") // the reader makes no other objects
  static Map<String, Object> object(Map<String, Object> object, String key) {
    return (Map<String, Object>) object.getOrDefault(key, Map.of());
  }

  /** The objects of a list. */
  @SuppressWarnings("unchecked") // the reader makes no other objects
  static List<Map<String, Object>> objects(Map<String, Object> object, String key) {
    return (List<Map<String, Object>>) object.getOrDefault(key, List.of());
  }

  @SuppressWarnings("unchecked") // values of a context are texts
  static List<String> texts(List<?> values) {
    return (List<String>) values;
  }
}
