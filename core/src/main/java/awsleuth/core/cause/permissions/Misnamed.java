package awsleuth.core.cause.permissions;

import awsleuth.core.cause.permissions.PolicyMatch.Match;
import awsleuth.core.evidence.PolicyDocument.Element;
import awsleuth.core.fact.Facts;
import java.util.List;
import java.util.Optional;

/**
 * A statement that allows an action by the name of the API operation, where IAM's action has
 * another name (Service Authorization Reference, "Actions, resources, and condition keys for Amazon
 * S3").
 */
record Misnamed(Match match, Element action) {

  static Optional<Misnamed> of(Facts facts) {
    String service = Access.of(facts).prefix();
    String operation = facts.call().operation();
    for (Match m : PolicyMatch.of(facts).resourceOnly()) {
      for (Element e : m.statement().actions()) {
        if (e.value().equalsIgnoreCase(service + ":" + operation) || isNoAction(facts, e)) {
          return Optional.of(new Misnamed(m, e));
        }
      }
    }
    return Optional.empty();
  }

  /** Whether an action is an operation's name whose real action is the refused one. */
  private static boolean isNoAction(Facts facts, Element e) {
    int colon = e.value().indexOf(':');
    String service = facts.call().service();
    if (colon < 0 || service.isEmpty() || e.value().indexOf('*') >= 0) {
      return false;
    }
    List<String> real = facts.catalog().iamActions(service, e.value().substring(colon + 1));
    return !real.contains(e.value()) && real.contains(Access.of(facts).action());
  }

  /** Whether the refused action has another name than the operation. */
  static boolean differs(Facts facts) {
    String action = Access.of(facts).action();
    String operation = facts.call().operation();
    return !action.isEmpty()
        && !operation.isEmpty()
        && !action.substring(action.indexOf(':') + 1).equalsIgnoreCase(operation);
  }
}
