package awsleuth.iam.reference;

import awsleuth.iam.policy.Policy;
import awsleuth.iam.policy.PolicyType;
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
    boolean incomplete = pattern.parts().size() < 6 && !pattern.endsInStar();
    if (!incomplete) {
      return pattern.ofResource().matches(arn);
    }
    return isOfIdentity(policy.type()) && pattern.then(Pattern.of(":*")).ofResource().matches(arn);
  }

  /** "ARNs": an identity-based policy's incomplete ARN is completed with asterisks. */
  private static boolean isOfIdentity(PolicyType type) {
    return type == PolicyType.IDENTITY || type == PolicyType.BOUNDARY;
  }
}
