package awsleuth.iam.policy;

import awsleuth.iam.policy.Principals.Kind;
import java.util.Optional;

/**
 * Whether a named principal has a form that principals have (IAM user guide, "AWS JSON policy
 * elements: Principal"). What a template fills in, as {@code ${AWS::AccountId}}, is let pass.
 */
final class PrincipalForm {

  private static final int ACCOUNT = 12;
  private static final int ARN_PARTS = 6;

  /** A user or role that is gone is named by its unique ID (IAM user guide, "IAM identifiers"). */
  private static final int SHORTEST_ID = 16;

  private PrincipalForm() {}

  /** What is wrong with it; empty where nothing is. */
  static Optional<String> fault(Kind kind, String value) {
    if (value.contains("${") || value.indexOf('*') >= 0) {
      return Optional.empty();
    }
    return switch (kind) {
      case SERVICE -> service(value);
      case AWS -> aws(value);
      case EVERYONE, FEDERATED, CANONICAL_USER -> Optional.empty();
    };
  }

  private static Optional<String> service(String value) {
    boolean host = value.indexOf('.') > 0 && value.indexOf(':') < 0 && value.indexOf('/') < 0;
    boolean word = value.indexOf(':') < 0 && value.indexOf('/') < 0 && !value.isBlank();
    return host
        ? Optional.empty()
        : Optional.of(
            "`"
                + value
                + "` is no service principal; they are named as in `"
                + (word ? value : "lambda")
                + ".amazonaws.com`");
  }

  private static Optional<String> aws(String value) {
    String plain = value.replace("-", "");
    if (isDigits(plain)) {
      return account(value, plain);
    }
    if (value.startsWith("arn:")) {
      return arn(value);
    }
    return isUniqueId(value)
        ? Optional.empty()
        : Optional.of("`" + value + "` is neither an account ID nor an ARN, so it names nobody");
  }

  private static Optional<String> arn(String value) {
    String[] parts = value.split(":", ARN_PARTS);
    boolean whole = parts.length == ARN_PARTS && (parts[2].equals("iam") || parts[2].equals("sts"));
    if (!whole) {
      return Optional.of("`" + value + "` is no ARN of a user, role, session or account");
    }
    return isDigits(parts[4]) ? account(value, parts[4]) : Optional.empty();
  }

  private static Optional<String> account(String value, String digits) {
    return digits.length() == ACCOUNT
        ? Optional.empty()
        : Optional.of(
            "`"
                + value
                + "` names no account: an account ID has 12 digits, this one "
                + digits.length());
  }

  private static boolean isDigits(String text) {
    return !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  private static boolean isUniqueId(String text) {
    return text.length() >= SHORTEST_ID
        && text.startsWith("A")
        && text.chars().allMatch(c -> (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'));
  }
}
