package awsleuth.app.policy;

import awsleuth.core.fact.Literal;
import awsleuth.iam.request.ContextValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * How a value of a context key is written in {@code --context KEY=VALUE}: as it is; several as
 * {@code [a,b]}; where that would be read as something else, as JSON.
 */
public final class ContextText {

  private static final JsonFactory FACTORY = new JsonFactory();

  private ContextText() {}

  /** The value as text. */
  public static String of(ContextValue.Present value) {
    return value.multivalued() ? list(value.values()) : one(value.values().getFirst());
  }

  /** A value that is no list. */
  public static String one(String value) {
    return isMistaken(value) ? Literal.json(value) : value;
  }

  /** Whether a value would be read as something else than it is. */
  private static boolean isMistaken(String value) {
    return (value.startsWith("[") && value.endsWith("]")) || quoted(value).isPresent();
  }

  /** A list. */
  public static String list(List<String> values) {
    return values.stream().allMatch(ContextText::isPlain)
        ? "[" + String.join(",", values) + "]"
        : values.stream().map(Literal::json).collect(Collectors.joining(",", "[", "]"));
  }

  private static boolean isPlain(String value) {
    return !value.isEmpty()
        && value.equals(value.strip())
        && value.chars().noneMatch(c -> c == ',' || c == '[' || c == ']' || c == '"');
  }

  /** The value that {@link #one} writes as JSON, since it would be mistaken as it is. */
  private static Optional<String> quoted(String text) {
    boolean string = text.length() > 1 && text.startsWith("\"") && text.endsWith("\"");
    return string
        ? json("[" + text + "]")
            .filter(l -> l.size() == 1)
            .map(List::getFirst)
            .filter(ContextText::isMistaken)
        : Optional.empty();
  }

  /** Reads a value: one, or several. */
  public static ContextValue.Present read(String text) {
    if (text.startsWith("[") && text.endsWith("]")) {
      return ContextValue.Present.of(
          json(text).orElseGet(() -> split(text.substring(1, text.length() - 1).strip())));
    }
    return ContextValue.Present.of(quoted(text).orElse(text));
  }

  /** The texts of a JSON list; empty where it is none of texts alone. */
  private static Optional<List<String>> json(String text) {
    List<String> values = new ArrayList<>();
    try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), text)) {
      boolean list = parser.nextToken() == JsonToken.START_ARRAY;
      while (list && parser.nextToken() == JsonToken.VALUE_STRING) {
        values.add(parser.getString());
      }
      return list && parser.currentToken() == JsonToken.END_ARRAY && parser.nextToken() == null
          ? Optional.of(values)
          : Optional.empty();
    } catch (JacksonException broken) {
      return Optional.empty();
    }
  }

  private static List<String> split(String inside) {
    if (inside.isEmpty()) {
      return List.of();
    }
    List<String> values = new ArrayList<>();
    for (String value : inside.split(",", -1)) {
      String bare = value.strip();
      boolean quoted = bare.length() > 1 && bare.startsWith("\"") && bare.endsWith("\"");
      values.add(quoted ? bare.substring(1, bare.length() - 1) : bare);
    }
    return values;
  }
}
