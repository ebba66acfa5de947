package awsleuth.iam.reference;

import awsleuth.iam.policy.Policy;
import java.util.List;
import java.util.Optional;

/** Resource patterns (IAM user guide, "IAM JSON policy elements: Resource" and "ARNs"). */
final class Resources {

  private Resources() {}

  /** Whether a value of Resource or NotResource matches the ARN of the request. */
  static boolean match(Policy policy, String value, Keys keys, String arn) {
    if (value.equals("*")) {
      return true;
    }
    return pattern(policy, value, keys).map(pattern -> matches(policy, pattern, arn)).orElse(false);
  }

  /**
   * "Where you can use policy variables": only after the fifth colon. "Policy variables with no
   * value": the value matches no resource.
   */
  private static Optional<Pattern> pattern(Policy policy, String value, Keys keys) {
    int fifth = 0;
    for (int colons = 0; colons < 5 && fifth >= 0; colons++) {
      int colon = value.indexOf(':', fifth);
      fifth = colon < 0 ? -1 : colon + 1;
    }
    if (fifth < 0 || !policy.version2012()) {
      return Optional.of(Pattern.of(value));
    }
    Pattern before = Pattern.of(value.substring(0, fifth));
    return new Variables(keys).pattern(value.substring(fifth)).map(before::then);
  }

  private static boolean matches(Policy policy, Pattern pattern, String arn) {
    String[] parts = arn.split(":", 6);
    List<Pattern> patterns = pattern.parts();
    if (parts.length < 6) {
      return false;
    }
    if (patterns.size() == 6) {
      return partsMatch(patterns, parts, 6);
    }
    return incomplete(policy, patterns, parts);
  }

  private static boolean partsMatch(List<Pattern> patterns, String[] parts, int count) {
    for (int i = 0; i < count; i++) {
      if (!patterns.get(i).matches(parts[i])) {
        return false;
      }
    }
    return true;
  }

  /**
   * Fewer than six parts. An asterisk at the end "can expand to match beyond the colon boundaries";
   * otherwise an identity-based policy's ARN is completed with asterisks, and in other policies it
   * is no ARN.
   */
  private static boolean incomplete(Policy policy, List<Pattern> patterns, String[] parts) {
    boolean completed = Reference.ofIdentity(policy.type()) || patterns.getLast().endsInStar();
    boolean isArn = patterns.getFirst().matches("arn");
    return completed && isArn && partsMatch(patterns, parts, patterns.size());
  }
}
