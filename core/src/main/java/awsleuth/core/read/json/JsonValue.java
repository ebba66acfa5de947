package awsleuth.core.read.json;

import awsleuth.core.read.text.Harmless;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.core.json.JsonFactory;

/**
 * A JSON value with the line of the artifact that it begins in, and for values without members the
 * column in the text.
 */
public sealed interface JsonValue {

  /** An object. Of a name that stands twice the last value counts. */
  record Members(Map<String, JsonValue> values, int line) implements JsonValue {

    /** The value of a name; null where there is none. */
    public @Nullable JsonValue get(String name) {
      return values.get(name);
    }

    /** A member's text; empty where it is no text. */
    public String text(String name) {
      return values.get(name) instanceof Text t ? t.value() : "";
    }

    /** The object on one line, with a space after colons. */
    public String compact() {
      StringBuilder out = new StringBuilder();
      JsonText.write(out, this);
      return out.toString();
    }
  }

  /** An array. */
  record Elements(List<JsonValue> values, int line) implements JsonValue {

    /** An element's text or literal; empty where there is none. */
    public String textAt(int index) {
      return index >= values.size()
          ? ""
          : switch (values.get(index)) {
            case Text t -> t.value();
            case Scalar s -> s.literal();
            case Members _ -> "";
            case Elements _ -> "";
          };
    }
  }

  /** A string, without secrets and terminal sequences. */
  record Text(String value, int line, int column) implements JsonValue {}

  /** A number, true, false or null as written. */
  record Scalar(String literal, int line, int column) implements JsonValue {}

  int line();

  /** Makes parsers; has no state of its own. */
  JsonFactory FACTORY = new JsonFactory();

  /** The one value that a text is; empty where it is no JSON or something follows. */
  static Optional<JsonValue> parse(String text, int firstLine) {
    List<JsonValue> all = parseAll(text, firstLine);
    return all.size() == 1 ? Optional.of(all.getFirst()) : Optional.empty();
  }

  /** The values that a text is a sequence of; empty where it is no JSON. */
  static List<JsonValue> parseAll(String text, int firstLine) {
    List<JsonValue> values = new ArrayList<>();
    try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), text)) {
      while (parser.nextToken() != null) {
        values.add(value(parser, firstLine));
      }
      return values;
    } catch (JacksonException e) {
      return List.of();
    }
  }

  /** The object that a text begins with and breaks off in; empty where it does not break off. */
  static Optional<Members> parseCut(String text, int firstLine) {
    Map<String, JsonValue> values = new LinkedHashMap<>();
    try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), text)) {
      if (parser.nextToken() == JsonToken.START_OBJECT) {
        members(parser, firstLine, values);
      }
      return Optional.empty();
    } catch (UnexpectedEndOfInputException e) {
      return values.isEmpty() ? Optional.empty() : Optional.of(secretless(values, firstLine));
    } catch (JacksonException e) {
      return Optional.empty();
    }
  }

  private static void members(JsonParser parser, int firstLine, Map<String, JsonValue> values) {
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = Harmless.of(parser.currentName());
      int line = firstLine - 1 + parser.currentTokenLocation().getLineNr();
      if (parser.nextToken() == JsonToken.START_OBJECT) {
        Map<String, JsonValue> inner = new LinkedHashMap<>();
        values.put(name, new Members(inner, line));
        members(parser, firstLine, inner);
      } else if (parser.currentToken() == JsonToken.START_ARRAY) {
        List<JsonValue> inner = new ArrayList<>();
        values.put(name, new Elements(inner, line));
        elements(parser, firstLine, inner);
      } else {
        values.put(name, value(parser, firstLine));
      }
    }
  }

  /** What was read of an object that breaks off, without the secrets in it. */
  private static Members secretless(Map<String, JsonValue> read, int line) {
    Map<String, JsonValue> values = new LinkedHashMap<>();
    read.forEach((name, value) -> values.put(name, JsonSecrets.member(name, secretless(value))));
    return new Members(JsonSecrets.named(values), line);
  }

  private static JsonValue secretless(JsonValue value) {
    return switch (value) {
      case Members m -> secretless(m.values(), m.line());
      case Elements e ->
          new Elements(e.values().stream().map(JsonValue::secretless).toList(), e.line());
      case Text t -> t;
      case Scalar s -> s;
    };
  }

  private static void elements(JsonParser parser, int firstLine, List<JsonValue> values) {
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      values.add(value(parser, firstLine));
    }
  }

  private static JsonValue value(JsonParser parser, int firstLine) {
    int line = firstLine - 1 + parser.currentTokenLocation().getLineNr();
    JsonToken token = parser.currentToken();
    if (token == JsonToken.START_OBJECT) {
      Map<String, JsonValue> values = new LinkedHashMap<>();
      while (parser.nextToken() != JsonToken.END_OBJECT) {
        String name = Harmless.of(parser.currentName());
        parser.nextToken();
        values.put(name, JsonSecrets.member(name, value(parser, firstLine)));
      }
      return new Members(JsonSecrets.named(values), line);
    }
    if (token == JsonToken.START_ARRAY) {
      List<JsonValue> values = new ArrayList<>();
      elements(parser, firstLine, values);
      return new Elements(values, line);
    }
    int column = parser.currentTokenLocation().getColumnNr();
    String text = parser.getString();
    return token == JsonToken.VALUE_STRING
        ? new Text(Harmless.of(text), line, column)
        : new Scalar(text, line, column);
  }
}
