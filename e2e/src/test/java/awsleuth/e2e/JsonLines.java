package awsleuth.e2e;

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
 * One JSON object a line, as maps, lists, strings, longs (larger ones as big integers), doubles,
 * booleans and null.
 */
final class JsonLines {

  private static final JsonFactory JSON = new JsonFactory();

  private JsonLines() {}

  /** Reads every line that is not blank. */
  static List<Map<String, @Nullable Object>> read(String text) {
    List<Map<String, @Nullable Object>> lines = new ArrayList<>();
    text.lines().filter(l -> !l.isBlank()).forEach(l -> lines.add(object(l)));
    return lines;
  }

  /** Reads one object. */
  static Map<String, @Nullable Object> object(String text) {
    try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), text)) {
      parser.nextToken();
      return fields(parser);
    }
  }

  /** The call of the first failure of an answer to {@code --batch}; null where there is none. */
  static @Nullable Map<?, ?> firstCall(Map<String, @Nullable Object> answer) {
    if (answer.get("failures") instanceof List<?> failures
        && !failures.isEmpty()
        && failures.getFirst() instanceof Map<?, ?> first
        && first.get("call") instanceof Map<?, ?> call) {
      return call;
    }
    return null;
  }

  /** Writes a line with an id and a text, for {@code --batch}. */
  static String line(String id, String text) {
    return "{\"id\":" + quoted(id) + ",\"text\":" + quoted(text) + "}\n";
  }

  private static String quoted(String text) {
    var writer = new java.io.StringWriter();
    try (var generator =
        JSON.createGenerator(tools.jackson.core.ObjectWriteContext.empty(), writer)) {
      generator.writeString(text);
    }
    return writer.toString();
  }

  private static @Nullable Object value(JsonParser parser) {
    JsonToken token = parser.currentToken();
    if (token == JsonToken.START_OBJECT) {
      return fields(parser);
    }
    if (token == JsonToken.START_ARRAY) {
      return items(parser);
    }
    if (token == JsonToken.VALUE_STRING) {
      return parser.getString();
    }
    if (token == JsonToken.VALUE_NUMBER_INT) {
      return parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER
          ? parser.getBigIntegerValue()
          : (Object) parser.getLongValue();
    }
    if (token == JsonToken.VALUE_NUMBER_FLOAT) {
      return parser.getDoubleValue();
    }
    return token == JsonToken.VALUE_NULL ? null : (Object) parser.getBooleanValue();
  }

  private static Map<String, @Nullable Object> fields(JsonParser parser) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = parser.currentName();
      parser.nextToken();
      fields.put(name, value(parser));
    }
    return fields;
  }

  private static List<@Nullable Object> items(JsonParser parser) {
    List<@Nullable Object> items = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      items.add(value(parser));
    }
    return items;
  }
}
