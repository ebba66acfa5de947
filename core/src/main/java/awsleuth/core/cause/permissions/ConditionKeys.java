package awsleuth.core.cause.permissions;

import awsleuth.iam.PolicySet;
import awsleuth.iam.policy.Condition;
import awsleuth.iam.policy.Located;
import java.util.stream.Stream;

/** The context keys that policies look at. */
final class ConditionKeys {

  private ConditionKeys() {}

  /** The keys of all conditions as they are written. */
  static Stream<String> of(PolicySet set) {
    return conditions(set).map(c -> c.key().value());
  }

  /** The values that all conditions on a key compare with. */
  static Stream<String> values(PolicySet set, String key) {
    return conditions(set)
        .filter(c -> c.key().value().equalsIgnoreCase(key))
        .flatMap(c -> c.values().stream())
        .map(Located::value);
  }

  private static Stream<Condition> conditions(PolicySet set) {
    return set.all().stream()
        .flatMap(p -> p.statements().stream())
        .flatMap(s -> s.conditions().stream());
  }
}
