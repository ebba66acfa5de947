package awsleuth.core.cause.permissions;

import awsleuth.aws.IamCatalog;
import awsleuth.core.cause.Fix;
import awsleuth.core.cause.permissions.PolicyMatch.Match;
import awsleuth.core.evidence.PolicyDocument.Element;
import awsleuth.core.fact.Citation;
import awsleuth.core.fact.Facts;
import awsleuth.core.fact.Literal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A statement that allows an action by the name of the API operation, where IAM's action has
 * another name (Service Authorization Reference, "Actions, resources, and condition keys for Amazon
 * S3").
 */
record Misnamed(Match match, Element action) {

  private static final int NEAREST = 3;

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
    return isMisspelt(facts, e.value())
        || (!real.contains(e.value()) && real.contains(Access.of(facts).action()));
  }

  /** Whether a name is that of no action, and nearly that of the refused one. */
  private static boolean isMisspelt(Facts facts, String name) {
    return isUnknown(name)
        && IamCatalog.embedded().nearestActions(name, NEAREST).stream()
            .anyMatch(Access.of(facts).action()::equalsIgnoreCase);
  }

  private static boolean isUnknown(String name) {
    return name.indexOf('*') < 0
        && name.indexOf('?') < 0
        && IamCatalog.embedded().action(name).isEmpty();
  }

  /** What the name grants: nothing where there is no such action. */
  Citation cite() {
    return new Citation(
        isUnknown(action.value())
            ? "it allows `" + action.value() + "`, and there is no such action"
            : "it allows `" + action.value() + "`, which does not grant this operation",
        action.source());
  }

  /** The statement's actions with the refused one in place of those that are none. */
  Optional<Fix> renamed(Facts facts) {
    String wanted = Access.of(facts).action();
    List<String> all = match.statement().actions().stream().map(Element::value).toList();
    if (!isUnknown(action.value())) {
      return Optional.empty();
    }
    String actions =
        all.stream()
            .map(a -> isMisspelt(facts, a) || a.equals(action.value()) ? wanted : a)
            .distinct()
            .map(Literal::json)
            .collect(Collectors.joining(", "));
    return Optional.of(
        Fix.policyEdit(
            "name the action rightly in " + match.name(), "\"Action\": [" + actions + "]"));
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
