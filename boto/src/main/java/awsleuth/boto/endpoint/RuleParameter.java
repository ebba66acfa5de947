package awsleuth.boto.endpoint;

import awsleuth.boto.python.PyValue;
import awsleuth.boto.python.Raising;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A parameter of a rule set.
 *
 * @param name such as {@code Region}
 * @param builtIn where botocore takes its value from, such as {@code AWS::Region}; empty if nowhere
 * @param preset its value where nothing sets it; null if there is none
 */
public record RuleParameter(
    String name, Type type, String builtIn, @Nullable Object preset, boolean required) {

  /** The type of its value. */
  public enum Type {
    /** A text. */
    STRING("str"),
    /** A truth value. */
    BOOLEAN("bool"),
    /** A list of texts. */
    STRING_ARRAY("tuple");

    private final String python;

    Type(String python) {
      this.python = python;
    }
  }

  static RuleParameter of(String name, Map<String, Object> json) {
    Type type =
        switch (Json.text(json, "type").toLowerCase(Locale.ROOT)) {
          case "string" -> Type.STRING;
          case "boolean" -> Type.BOOLEAN;
          case "stringarray" -> Type.STRING_ARRAY;
          default ->
              throw Raising.resolution(
                  "Unknown parameter type: "
                      + Json.text(json, "type")
                      + ". A parameter must be of type string, boolean, or stringarray.");
        };
    boolean required = Boolean.TRUE.equals(json.get("required"));
    return new RuleParameter(name, type, Json.text(json, "builtIn"), json.get("default"), required);
  }

  /**
   * The value that counts; null if there is none.
   *
   * @throws Raising if it is of another type, or required and not there
   */
  @Nullable Object process(@Nullable Object given) {
    if (given == null) {
      if (preset == null && required) {
        throw Raising.resolution("Cannot find value for required parameter " + name);
      }
      return preset;
    }
    boolean fits =
        switch (type) {
          case STRING -> given instanceof String;
          case BOOLEAN -> given instanceof Boolean;
          case STRING_ARRAY -> given instanceof List<?> || given instanceof PyValue.Tuple;
        };
    if (!fits) {
      throw Raising.resolution(
          "Value (" + name + ") is the wrong type. Must be <class '" + type.python + "'>.");
    }
    return given;
  }
}
