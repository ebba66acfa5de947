package awsleuth.trail.change;

import java.io.StringWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** A record's JSON, in which whole texts of any length are found by their place. */
final class RecordTree {

  private static final JsonFactory FACTORY = new JsonFactory();
  private static final int DEEPEST = 60;

  private final Map<?, ?> members;

  private RecordTree(Map<?, ?> members) {
    this.members = members;
  }

  /** Empty where the text is no JSON object, or nested too deeply. */
  static Optional<RecordTree> of(String text) {
    try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), text)) {
      parser.nextToken();
      return value(parser, 0) instanceof Map<?, ?> m
          ? Optional.of(new RecordTree(m))
          : Optional.empty();
    } catch (JacksonException e) {
      return Optional.empty();
    }
  }

  private static @Nullable Object value(JsonParser parser, int depth) {
    JsonToken token = parser.currentToken();
    if (depth > DEEPEST || token == null || token == JsonToken.VALUE_NULL) {
      parser.skipChildren();
      return null;
    }
    if (token == JsonToken.START_OBJECT) {
      Map<String, @Nullable Object> members = new LinkedHashMap<>();
      while (parser.nextToken() != JsonToken.END_OBJECT) {
        String name = parser.currentName();
        parser.nextToken();
        members.put(name, value(parser, depth + 1));
      }
      return members;
    }
    if (token == JsonToken.START_ARRAY) {
      List<@Nullable Object> elements = new ArrayList<>();
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        elements.add(value(parser, depth + 1));
      }
      return elements;
    }
    return token == JsonToken.VALUE_STRING ? parser.getString() : new Scalar(parser.getString());
  }

  /** A number or truth value, as written. */
  private record Scalar(String literal) {}

  /** The first text, number or truth value at some places; empty where there is none. */
  String text(List<String> places) {
    for (String place : places) {
      String text =
          switch (at(place)) {
            case String s -> s;
            case Scalar s -> s.literal();
            case null, default -> "";
          };
      if (!text.isEmpty()) {
        return text;
      }
    }
    return "";
  }

  String text(String place) {
    return text(List.of(place));
  }

  /** The first JSON at some places: a text that is JSON, or an object. */
  String json(List<String> places) {
    for (String place : places) {
      Object value = at(place);
      if (value instanceof String s && s.stripLeading().startsWith("{")) {
        return s;
      }
      if (value instanceof Map<?, ?>) {
        return written(value);
      }
    }
    return "";
  }

  private @Nullable Object at(String place) {
    Object value = members;
    for (String name : place.split("\\.", -1)) {
      value =
          switch (value) {
            case Map<?, ?> m -> m.get(name);
            case List<?> l -> element(l, name);
            case null, default -> null;
          };
    }
    return value;
  }

  private static @Nullable Object element(List<?> list, String index) {
    boolean number = index.length() == 1 && Character.isDigit(index.charAt(0));
    int i = number ? index.charAt(0) - '0' : list.size();
    return i < list.size() ? list.get(i) : null;
  }

  private static String written(Object value) {
    StringWriter out = new StringWriter();
    try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), out)) {
      write(json, value);
    }
    return out.toString();
  }

  private static void write(JsonGenerator json, @Nullable Object value) {
    switch (value) {
      case Map<?, ?> m -> {
        json.writeStartObject();
        m.forEach((name, member) -> {
          json.writeName(String.valueOf(name));
          write(json, member);
        });
        json.writeEndObject();
      }
      case List<?> l -> {
        json.writeStartArray();
        l.forEach(e -> write(json, e));
        json.writeEndArray();
      }
      case String s -> json.writeString(s);
      case Scalar s -> json.writeRawValue(s.literal());
      case null, default -> json.writeNull();
    }
  }
}
