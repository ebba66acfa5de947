package awsleuth.core.cause.parameters;

import awsleuth.core.cause.Fix;
import awsleuth.core.fact.Facts;
import java.util.Optional;

/**
 * A value that DynamoDB has no type for: {@code Unsupported type "<class 'datetime.datetime'>" for
 * value "…"}.
 *
 * @param type its class in Python
 * @see <a
 *     href="https://github.com/boto/boto3/blob/develop/boto3/dynamodb/types.py">TypeSerializer</a>
 */
record UnsupportedValue(String type) {

  private static final String BEFORE = "Unsupported type \"<class '";

  /** The value that a failure names; empty where it names none. */
  static Optional<UnsupportedValue> in(Facts facts) {
    String message = facts.call().message();
    int from = message.indexOf(BEFORE) + BEFORE.length();
    int to = from < BEFORE.length() ? -1 : message.indexOf("'>\"", from);
    return to < 0
        ? Optional.empty()
        : Optional.of(new UnsupportedValue(message.substring(from, to)));
  }

  /** How a value of that class is given. */
  Fix fix() {
    return switch (type) {
      case "datetime.datetime", "datetime.date", "datetime.time" ->
          Fix.codeEdit("give the moment as a text or a number", "value.isoformat()");
      case "set" ->
          Fix.codeEdit(
              "a set has texts, numbers or bytes alone and is not empty: give a list",
              "list(value)");
      case "frozenset", "dict_keys", "dict_values", "generator" ->
          Fix.codeEdit("give a list", "list(value)");
      default -> Fix.codeEdit("give what DynamoDB has a type for, such as its text", "str(value)");
    };
  }
}
