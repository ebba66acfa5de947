package awsleuth.boto.endpoint;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads the documents that decide endpoints into values of Java: {@code Map<String, Object>},
 * {@code List<Object>}, {@code String}, {@code Integer} and {@code Boolean}.
 */
final class Json {

  private static final JsonFactory FACTORY = new JsonFactory();

  private Json() {}

  /**
   * Reads one object.
   *
   * @throws tools.jackson.core.JacksonException if the bytes are not JSON
   * @throws IllegalArgumentException if they are not one object
   */
  static Map<String, Object> read(byte[] document) {
    try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), document)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new IllegalArgumentException("not a JSON object");
      }
      return object(parser);
    }
  }

  private static Map<String, Object> object(JsonParser parser) {
    Map<String, Object> members = new LinkedHashMap<>();
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = parser.currentName();
      Object value = value(parser, parser.nextToken());
      if (value != null) {
        members.put(name, value);
      }
    }
    return members;
  }

  private static @Nullable Object value(JsonParser parser, JsonToken token) {
    return switch (token) {
      case START_OBJECT -> object(parser);
      case START_ARRAY -> {
        List<Object> values = new ArrayList<>();
        for (JsonToken t = parser.nextToken(); t != JsonToken.END_ARRAY; t = parser.nextToken()) {
          Object value = value(parser, t);
          if (value != null) {
            values.add(value);
          }
        }
        yield values;
      }
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      case VALUE_NUMBER_INT -> parser.getIntValue();
      case VALUE_STRING, VALUE_NUMBER_FLOAT -> parser.getString();
      default -> null;
    };
  }

  /** The object under a name; an empty one if there is none. */
  @SuppressWarnings("unchecked")
  static Map<String, Object> object(Map<String, Object> of, String name) {
    return of.get(name) instanceof Map<?, ?> map ? (Map<String, Object>) map : Map.of();
  }

  /** The list under a name; an empty one if there is none. */
  static List<?> list(Map<String, Object> of, String name) {
    return of.get(name) instanceof List<?> list ? list : List.of();
  }

  /** The objects of the list under a name; empty if there is none. */
  @SuppressWarnings("unchecked")
  static List<Map<String, Object>> objects(Map<String, Object> of, String name) {
    List<Map<String, Object>> objects = new ArrayList<>();
    for (Object each : list(of, name)) {
      if (each instanceof Map<?, ?> map) {
        objects.add((Map<String, Object>) map);
      }
    }
    return objects;
  }

  /** The text under a name; empty if there is none. */
  static String text(Map<String, Object> of, String name) {
    return of.get(name) instanceof String text ? text : "";
  }

  /** The texts of the list under a name; empty if there is none. */
  static List<String> texts(Map<String, Object> of, String name) {
    List<String> texts = new ArrayList<>();
    for (Object each : list(of, name)) {
      if (each instanceof String text) {
        texts.add(text);
      }
    }
    return texts;
  }
}
