package awsleuth.trail.change;

import java.io.StringWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/**
 * What a record says of a request and of what came of it, in which whole texts of any length are
 * found by their place. What is beyond its bounds is left out, and the rest is read.
 */
final class RecordTree {

  /** Deeper than the largest event of CloudTrail's, 1 MB, can well be. */
  private static final int DEEPEST_READ = 100_000;

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNumberLength(Integer.MAX_VALUE)
                  .maxNameLength(Integer.MAX_VALUE)
                  .maxStringLength(Integer.MAX_VALUE)
                  .maxNestingDepth(DEEPEST_READ)
                  .build())
          .build();

  private static final int DEEPEST = 60;

  /** So many values are kept; a policy of 20 kB has some thousand. */
  private static final int MOST_VALUES = 100_000;

  /** What the table of changes names, and who called. */
  private static final Set<String> PARTS =
      Set.of(
          "requestParameters",
          "responseElements",
          "resources",
          "recipientAccountId",
          "userIdentity");

  private final Map<String, @Nullable Object> members = new LinkedHashMap<>();
  private boolean whole = true;
  private int values;

  private RecordTree() {}

  /** Empty where the text is no JSON object. */
  static Optional<RecordTree> of(String text) {
    RecordTree tree = new RecordTree();
    try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), text)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return Optional.empty();
      }
      tree.read(parser);
    } catch (JacksonException e) {
      tree.whole = false;
    }
    return Optional.of(tree);
  }

  /** Whether all was read; not where there are too many values, or they are nested too deeply. */
  boolean isWhole() {
    return whole;
  }

  private void read(JsonParser parser) {
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = parser.currentName();
      parser.nextToken();
      if (PARTS.contains(name)) {
        part(parser, name);
      } else {
        parser.skipChildren();
      }
    }
  }

  /** A part of the record, which some exports have as a text that is JSON. */
  private void part(JsonParser parser, String name) {
    String text = parser.currentToken() == JsonToken.VALUE_STRING ? parser.getString() : "";
    if (!text.startsWith("{") && !text.startsWith("[")) {
      value(parser, 1, value -> members.put(name, value));
      return;
    }
    try (JsonParser inner = FACTORY.createParser(ObjectReadContext.empty(), text)) {
      inner.nextToken();
      value(inner, 1, value -> members.put(name, value));
    } catch (JacksonException e) {
      whole = false;
    }
  }

  /** Hands over a value before what is inside of it is read, so that it is there in any case. */
  private void value(JsonParser parser, int depth, Consumer<@Nullable Object> to) {
    JsonToken token = parser.currentToken();
    boolean opens = token == JsonToken.START_OBJECT || token == JsonToken.START_ARRAY;
    if (++values > MOST_VALUES || (opens && depth > DEEPEST)) {
      whole = false;
      parser.skipChildren();
    } else if (token == JsonToken.START_OBJECT) {
      Map<String, @Nullable Object> inside = new LinkedHashMap<>();
      to.accept(inside);
      while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
        String name = parser.currentName();
        parser.nextToken();
        value(parser, depth + 1, v -> inside.put(name, v));
      }
    } else if (token == JsonToken.START_ARRAY) {
      List<@Nullable Object> elements = new ArrayList<>();
      to.accept(elements);
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        value(parser, depth + 1, elements::add);
      }
    } else {
      to.accept(scalar(parser, token));
    }
  }

  private static @Nullable Object scalar(JsonParser parser, @Nullable JsonToken token) {
    return token == null || token == JsonToken.VALUE_NULL
        ? null
        : token == JsonToken.VALUE_STRING ? parser.getString() : new Scalar(parser.getString());
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

  /** Whether there is anything at one of some places, be it empty. */
  boolean has(List<String> places) {
    return places.stream().anyMatch(place -> at(place) != null);
  }

  String text(String place) {
    return text(List.of(place));
  }

  /** All texts, numbers and truth values at some places, in which {@code *} is any element. */
  List<String> texts(List<String> places) {
    List<String> texts = new ArrayList<>();
    places.forEach(place -> texts(members, List.of(place.split("\\.", -1)), texts));
    return texts;
  }

  private static void texts(@Nullable Object value, List<String> path, List<String> to) {
    boolean ends = path.isEmpty();
    switch (value) {
      case List<?> l when !ends && path.getFirst().equals("*") ->
          l.forEach(e -> texts(e, path.subList(1, path.size()), to));
      case Map<?, ?> m when !ends ->
          texts(m.get(path.getFirst()), path.subList(1, path.size()), to);
      case String s when ends -> to.add(s);
      case Scalar s when ends -> to.add(s.literal());
      case null, default -> {}
    }
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
