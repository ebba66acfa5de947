package awsleuth.iam.repair;

import awsleuth.iam.policy.Policy;
import java.util.Optional;
import java.util.Set;

/** Texts of requests as policies write them so that nothing in them is a wildcard or a variable. */
final class Escaped {

  /** Whose resources may have a star as their name: an object's key, a topic, a path. */
  private static final Set<String> NAMED_FREELY =
      Set.of("s3", "s3express", "s3-object-lambda", "s3-outposts", "iot", "execute-api");

  private Escaped() {}

  /**
   * A resource as a pattern that matches it alone (IAM user guide, "Policy variables": {@code
   * ${*}}, {@code ${?}} and {@code ${$}}).
   *
   * @return empty where the policy's Version has no variables, so that it cannot be written
   */
  static Optional<String> resource(String resource, Policy policy) {
    String escaped = resource(resource);
    return escaped.equals(resource) || policy.version2012()
        ? Optional.of(escaped)
        : Optional.empty();
  }

  /** A resource as a pattern of a policy that has variables. */
  static String resource(String resource) {
    if (resource.equals("*")) {
      return resource;
    }
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < resource.length(); i++) {
      char c = resource.charAt(i);
      boolean variable = c == '$' && i + 1 < resource.length() && resource.charAt(i + 1) == '{';
      boolean wild = (c == '*' && !(i == resource.length() - 1 && isUnmade(resource))) || c == '?';
      out.append(wild || variable ? "${" + c + "}" : String.valueOf(c));
    }
    return out.toString();
  }

  /**
   * Whether an ARN's last star stands for the id of what is to be made, as AWS has {@code
   * instance/*} for {@code ec2:RunInstances}: policies allow it by that star (EC2 user guide,
   * "Example policies to control access").
   */
  private static boolean isUnmade(String resource) {
    String[] parts = resource.split(":", 6);
    return parts.length == 6
        && !NAMED_FREELY.contains(parts[2])
        && (parts[5].endsWith("/*") || parts[5].endsWith(":*"));
  }
}
