package awsleuth.core.cause.permissions;

import awsleuth.iam.PolicySet;
import awsleuth.iam.request.Request;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Tells requests apart that policies may decide differently: by principal, action, resource and the
 * values of the keys that conditions look at. A session of a role counts once.
 *
 * @param keys the keys
 */
record RequestKinds(Set<String> keys) {

  static RequestKinds of(PolicySet set) {
    return new RequestKinds(ConditionKeys.of(set).collect(Collectors.toCollection(TreeSet::new)));
  }

  /** What all requests of one kind have in common, and no other has. */
  String of(Request r) {
    StringBuilder kind =
        new StringBuilder(
            r.principal().account() + name(r) + " " + r.action() + " " + r.resource());
    keys.forEach(key -> kind.append(' ').append(r.context().get(key)));
    return kind.toString();
  }

  /** {@code role/NAME} or {@code user/NAME} where the principal is one, else its ARN. */
  static String name(Request r) {
    String owner = Principals.owner(r.principal().text());
    return owner.isEmpty() ? r.principal().text() : owner;
  }
}
