package awsleuth.iam.repair;

import awsleuth.iam.policy.Policy;
import java.util.Optional;

/** Texts of requests as policies write them so that nothing in them is a wildcard or a variable. */
final class Escaped {

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
      out.append(c == '*' || c == '?' || variable ? "${" + c + "}" : String.valueOf(c));
    }
    return out.toString();
  }
}
