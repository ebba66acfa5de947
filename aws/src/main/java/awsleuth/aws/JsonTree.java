package awsleuth.aws;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.io.JsonStringEncoder;
import tools.jackson.core.json.JsonFactory;

/**
 * A JSON object without its documentation texts.
 *
 * <p>Values are {@code JsonTree}, {@code List<Object>}, {@code String}, {@code Numeral} and {@code
 * Boolean}; nulls are left out, as are {@code documentation} properties that are texts.
 */
record JsonTree(Map<String, Object> members) {

  /** A number, as written. */
  record Numeral(String text) {}

  private static final JsonFactory FACTORY = new JsonFactory();
  static final JsonTree EMPTY = new JsonTree(Map.of());

  /**
   * Reads one object.
   *
   * @throws tools.jackson.core.JacksonException if the bytes are not JSON
   * @throws IllegalArgumentException if they are JSON but not an object
   */
  static JsonTree read(byte[] bytes) {
    try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), bytes)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new IllegalArgumentException("not a JSON object");
      }
      return object(parser);
    }
  }

  private static JsonTree object(JsonParser parser) {
    Map<String, Object> members = new LinkedHashMap<>();
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = parser.currentName();
      JsonToken token = parser.nextToken();
      if (token == JsonToken.VALUE_STRING && name.equals("documentation")) {
        continue;
      }
      if (token != JsonToken.VALUE_NULL) {
        members.put(name, value(parser, token));
      }
    }
    return new JsonTree(members);
  }

  private static Object value(JsonParser parser, JsonToken token) {
    if (token == JsonToken.START_OBJECT) {
      return object(parser);
    }
    if (token == JsonToken.START_ARRAY) {
      List<Object> values = new ArrayList<>();
      for (JsonToken t = parser.nextToken(); t != JsonToken.END_ARRAY; t = parser.nextToken()) {
        if (t != JsonToken.VALUE_NULL) {
          values.add(value(parser, t));
        }
      }
      return values;
    }
    if (token == JsonToken.VALUE_TRUE || token == JsonToken.VALUE_FALSE) {
      return token == JsonToken.VALUE_TRUE;
    }
    String text = parser.getString();
    return token == JsonToken.VALUE_STRING ? text : new Numeral(text);
  }

  /** The object of that name; an empty one if there is none. */
  JsonTree tree(String name) {
    return members.get(name) instanceof JsonTree tree ? tree : EMPTY;
  }

  /** The text or number of that name; empty if there is none. */
  String text(String name) {
    return text(members.get(name));
  }

  private static String text(@Nullable Object value) {
    if (value instanceof Numeral numeral) {
      return numeral.text();
    }
    return value instanceof String text ? text : "";
  }

  /** Whether the member of that name is {@code true}. */
  boolean isTrue(String name) {
    return Boolean.TRUE.equals(members.get(name));
  }

  boolean has(String name) {
    return members.containsKey(name);
  }

  /** The texts of the array of that name; empty if there is none. */
  List<String> texts(String name) {
    List<String> texts = new ArrayList<>();
    for (Object value : list(name)) {
      if (value instanceof String || value instanceof Numeral) {
        texts.add(text(value));
      }
    }
    return texts;
  }

  /** The objects of the array of that name; empty if there is none. */
  List<JsonTree> trees(String name) {
    List<JsonTree> trees = new ArrayList<>();
    for (Object value : list(name)) {
      if (value instanceof JsonTree tree) {
        trees.add(tree);
      }
    }
    return trees;
  }

  private List<?> list(String name) {
    return members.get(name) instanceof List<?> list ? list : List.of();
  }

  /** As JSON without spaces, members in their order. */
  String write() {
    StringBuilder json = new StringBuilder();
    write(json, this);
    return json.toString();
  }

  private static void write(StringBuilder json, Object value) {
    switch (value) {
      case JsonTree tree -> {
        char before = '{';
        for (Map.Entry<String, Object> member : tree.members.entrySet()) {
          write(json.append(before), member.getKey());
          write(json.append(':'), member.getValue());
          before = ',';
        }
        json.append(before == '{' ? "{}" : "}");
      }
      case List<?> list -> {
        char before = '[';
        for (Object each : list) {
          write(json.append(before), each);
          before = ',';
        }
        json.append(before == '[' ? "[]" : "]");
      }
      case Numeral numeral -> json.append(numeral.text());
      case String text -> {
        json.append('"');
        json.append(JsonStringEncoder.getInstance().quoteAsCharArray(text));
        json.append('"');
      }
      default -> json.append(value);
    }
  }

  /** This object with another laid over it, as botocore's loader merges {@code sdk-extras}. */
  JsonTree merge(JsonTree over) {
    Map<String, Object> merged = new LinkedHashMap<>(members);
    for (Map.Entry<String, Object> e : over.members.entrySet()) {
      Object old = merged.get(e.getKey());
      boolean both = old instanceof JsonTree && e.getValue() instanceof JsonTree;
      merged.put(e.getKey(), both ? tree(e.getKey()).merge(over.tree(e.getKey())) : e.getValue());
    }
    return new JsonTree(merged);
  }
}
