package awsleuth.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A JSON Schema (draft 2020-12) of the words {@code type}, {@code properties}, {@code required},
 * {@code items}, {@code enum}, {@code const}, {@code pattern}, {@code minimum} and {@code $ref}
 * into {@code $defs}; a schema with another word is refused, so that none is passed over. Stricter
 * than the standard in one thing: an object with listed properties has no others.
 */
public final class JsonSchema {

  private static final Set<String> WORDS =
      Set.of(
          "$schema",
          "$defs",
          "$ref",
          "title",
          "type",
          "properties",
          "required",
          "items",
          "enum",
          "const",
          "pattern",
          "minimum");

  private final Map<String, @Nullable Object> root;

  private JsonSchema(Map<String, @Nullable Object> root) {
    this.root = root;
  }

  /** The schema in a text. */
  public static JsonSchema of(String text) {
    return new JsonSchema(Json.object(text));
  }

  /** What in a value is not as the schema has it, each with its path; empty where all is. */
  public List<String> faults(@Nullable Object value) {
    List<String> faults = new ArrayList<>();
    check(root, value, "", faults);
    return faults;
  }

  private void check(Map<?, ?> schema, @Nullable Object value, String path, List<String> faults) {
    for (Object word : schema.keySet()) {
      if (!WORDS.contains(word)) {
        throw new AssertionError("the schema has a word that is not checked: " + word);
      }
    }
    if (schema.get("$ref") instanceof String ref) {
      check(definition(ref), value, path, faults);
    }
    if (schema.containsKey("type") && !types(schema.get("type")).contains(type(value))) {
      faults.add(path + " is " + type(value) + ", not " + schema.get("type"));
    }
    if (schema.get("enum") instanceof List<?> values && !values.contains(value)) {
      faults.add(path + " is " + value + ", none of " + values);
    }
    if (schema.containsKey("const") && !Objects.equals(schema.get("const"), value)) {
      faults.add(path + " is " + value + ", not " + schema.get("const"));
    }
    if (schema.get("pattern") instanceof String p
        && value instanceof String s
        && !Pattern.compile(p).matcher(s).find()) {
      faults.add(path + " is " + s + ", which " + p + " does not fit");
    }
    if (schema.get("minimum") instanceof Long least && value instanceof Long n && n < least) {
      faults.add(path + " is " + n + ", less than " + least);
    }
    if (value instanceof Map<?, ?> object) {
      members(schema, object, path, faults);
    }
    if (value instanceof List<?> list && schema.get("items") instanceof Map<?, ?> items) {
      for (int i = 0; i < list.size(); i++) {
        check(items, list.get(i), path + "/" + i, faults);
      }
    }
  }

  private void members(Map<?, ?> schema, Map<?, ?> object, String path, List<String> faults) {
    if (schema.get("required") instanceof List<?> required) {
      for (Object name : required) {
        if (!object.containsKey(name)) {
          faults.add(path + "/" + name + " is missing");
        }
      }
    }
    if (schema.get("properties") instanceof Map<?, ?> properties) {
      for (Map.Entry<?, ?> member : object.entrySet()) {
        String at = path + "/" + member.getKey();
        if (properties.get(member.getKey()) instanceof Map<?, ?> of) {
          check(of, member.getValue(), at, faults);
        } else {
          faults.add(at + " is not in the schema");
        }
      }
    }
  }

  private Map<?, ?> definition(String ref) {
    String name = ref.substring("#/$defs/".length());
    if (root.get("$defs") instanceof Map<?, ?> all && all.get(name) instanceof Map<?, ?> found) {
      return found;
    }
    throw new AssertionError("the schema has no definition " + ref);
  }

  private static List<?> types(@Nullable Object type) {
    return type instanceof List<?> several ? several : List.of(Objects.requireNonNull(type));
  }

  private static String type(@Nullable Object value) {
    return switch (value) {
      case null -> "null";
      case String _ -> "string";
      case Long _ -> "integer";
      case Double _ -> "number";
      case Boolean _ -> "boolean";
      case List<?> _ -> "array";
      case Map<?, ?> _ -> "object";
      default -> throw new AssertionError("no JSON value: " + value);
    };
  }
}
