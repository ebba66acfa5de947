package awsleuth.boto.params;

import awsleuth.boto.python.PyValue;
import awsleuth.boto.python.PythonText;
import java.util.List;
import java.util.function.Function;

/**
 * What botocore finds wrong with parameters.
 *
 * @see <a href="https://github.com/boto/botocore/blob/develop/botocore/validate.py">validate.py</a>
 */
public sealed interface ParamError {

  /** Where. */
  Place place();

  /** A required member is absent. */
  record Missing(Place place, String name) implements ParamError {}

  /**
   * The structure has no such member.
   *
   * @param valid all its members, in the order of the model
   */
  record Unknown(Place place, PyValue name, List<String> valid) implements ParamError {}

  /**
   * A value has another type than the model wants.
   *
   * @param valid what is accepted, in botocore's words
   */
  record WrongType(Place place, PyValue value, List<String> valid) implements ParamError {}

  /**
   * A number is below the least.
   *
   * @param least as Python prints it
   */
  record TooSmall(Place place, PyValue value, String least) implements ParamError {}

  /**
   * A text or a list is too short.
   *
   * @param length characters or elements
   * @param least as Python prints it
   */
  record TooShort(Place place, int length, String least) implements ParamError {}

  /**
   * A value of a JSON header cannot be written as JSON.
   *
   * @param why what {@code json.dumps} says
   */
  record NotJson(Place place, String why) implements ParamError {}

  /** A value in a document is none that JSON has. */
  record NotDocument(Place place, PyValue value) implements ParamError {}

  /** More than one member of a union is set. */
  record UnionOfMany(Place place, List<String> members) implements ParamError {}

  /** No member of a union is set. */
  record UnionOfNone(Place place, List<String> members) implements ParamError {}

  /** The line of botocore's report, its two old misspellings included. */
  default String text() {
    return text(PythonText::str);
  }

  /**
   * The line of the report.
   *
   * @param shown what it shows of the refused value, where it shows that
   */
  default String text(Function<PyValue, String> shown) {
    String at = place().path();
    return switch (this) {
      case Missing m -> "Missing required parameter in " + at + ": \"" + m.name + "\"";
      case Unknown u ->
          "Unknown parameter in %s: \"%s\", must be one of: %s"
              .formatted(at, PythonText.str(u.name), String.join(", ", u.valid));
      case WrongType w ->
          "Invalid type for parameter %s, %s".formatted(at, typed(w.value, w.valid, shown));
      case TooSmall s ->
          "Invalid value for parameter %s, value: %s, valid min value: %s"
              .formatted(at, shown.apply(s.value), s.least);
      case TooShort s ->
          "Invalid length for parameter %s, value: %d, valid min length: %s"
              .formatted(at, s.length, s.least);
      case NotJson j -> "Invalid parameter %s must be json serializable: %s".formatted(at, j.why);
      case NotDocument d ->
          "Invalid type for document parameter %s, %s"
              .formatted(at, typed(d.value, PythonTypes.DOCUMENT, shown));
      case UnionOfMany u ->
          ("Invalid number of parameters set for tagged union structure %s. Can only set one of "
                  + "the following keys: %s.")
              .formatted(at, String.join(", ", u.members));
      case UnionOfNone u ->
          "Must set one of the following keys for tagged unionstructure %s: %s."
              .formatted(at, String.join(", ", u.members));
    };
  }

  private static String typed(PyValue value, List<String> valid, Function<PyValue, String> shown) {
    return "value: %s, type: %s, valid types: %s"
        .formatted(shown.apply(value), PythonText.type(value), String.join(", ", valid));
  }
}
