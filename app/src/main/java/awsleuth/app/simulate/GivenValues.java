package awsleuth.app.simulate;

import awsleuth.app.input.InputException;
import awsleuth.app.terminal.Printable;
import awsleuth.aws.ConditionKey;
import awsleuth.aws.IamCatalog;
import awsleuth.iam.policy.IpRange;
import awsleuth.iam.policy.Literals;
import java.util.List;

/** Whether what is given for a condition key is of the key's type. */
final class GivenValues {

  private GivenValues() {}

  /**
   * Looks at the values of a key; of a key that AWS does not list nothing is known.
   *
   * @throws InputException where one is of another type, which the message names
   */
  static void look(String key, List<String> values) throws InputException {
    ConditionKey.Type type =
        IamCatalog.embedded()
            .conditionKeys()
            .find(key)
            .map(ConditionKey::type)
            .orElse(ConditionKey.Type.UNKNOWN);
    for (String value : values) {
      if (!fits(type, value)) {
        throw new InputException(
            "--context "
                + Printable.line(key)
                + " is "
                + words(type)
                + ", not `"
                + Printable.line(value)
                + "`");
      }
    }
  }

  private static boolean fits(ConditionKey.Type type, String value) {
    return switch (type) {
      case IP_ADDRESS -> !value.contains("/") && IpRange.parse(value).isPresent();
      case BOOL -> value.equalsIgnoreCase("true") || value.equalsIgnoreCase("false");
      case NUMERIC -> Literals.number(value).isPresent();
      case DATE -> Literals.instant(value).isPresent();
      case STRING, ARN, UNKNOWN -> true;
    };
  }

  private static String words(ConditionKey.Type type) {
    return switch (type) {
      case IP_ADDRESS -> "an IP address";
      case BOOL -> "true or false";
      case NUMERIC -> "a number";
      case DATE -> "a date, such as 2026-01-31T12:00:00Z";
      case STRING, ARN, UNKNOWN -> "a text";
    };
  }
}
