package awsleuth.iam.reference;

import awsleuth.iam.policy.Elements;
import awsleuth.iam.policy.Policy;
import awsleuth.iam.policy.Statement;
import awsleuth.iam.request.Request;
import java.util.Locale;

/** Whether a statement applies to the request: all of its elements must match. */
final class Matching {

  private final Request request;
  private final Keys keys;
  private final Principals principals;

  Matching(Request request, Keys keys, Principals principals) {
    this.request = request;
    this.keys = keys;
    this.principals = principals;
  }

  boolean applies(Policy policy, Statement statement) {
    return action(statement.actions())
        && resource(policy, statement.resources())
        && principals.match(policy.type(), statement)
        && statement.conditions().stream()
            .allMatch(condition -> new Conditions(policy, keys).met(condition));
  }

  /** What an applicable Allow of a resource-based policy gives to the caller. */
  Grant grant(Statement statement) {
    return principals.grant(statement);
  }

  /** "Action", "NotAction": prefix and name in any letter case, with wildcards. */
  private boolean action(Elements actions) {
    String wanted = request.action().toLowerCase(Locale.ROOT);
    boolean listed =
        actions.values().stream()
            .map(action -> action.value().toLowerCase(Locale.ROOT))
            .anyMatch(pattern -> Pattern.of(pattern).matches(wanted));
    return listed != actions.negated();
  }

  /** "Resource", "NotResource"; a role trust policy has neither. */
  private boolean resource(Policy policy, Elements resources) {
    if (!resources.present()) {
      return true;
    }
    boolean listed =
        resources.values().stream()
            .anyMatch(value -> Resources.match(policy, value.value(), keys, request.resource()));
    return listed != resources.negated();
  }
}
