package awsleuth.iam.repair;

import awsleuth.iam.Layer;
import awsleuth.iam.PolicySet;
import awsleuth.iam.policy.Policy;
import awsleuth.iam.policy.PolicyFinder;
import awsleuth.iam.policy.PolicyParser;
import awsleuth.iam.policy.PolicyType;
import awsleuth.iam.policy.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A policy set after changes, read anew from the changed texts. */
final class Applied {

  private Applied() {}

  /** The set after the changes; empty where a changed text is no sound policy any more. */
  static Optional<PolicySet> to(PolicySet set, List<PolicyChange> changes) {
    Optional<PolicySet> changed = Optional.of(set);
    for (PolicyChange change : changes) {
      changed = changed.flatMap(s -> to(s, change));
    }
    return changed;
  }

  private static Optional<PolicySet> to(PolicySet set, PolicyChange change) {
    Optional<Policy> after =
        change
            .policy()
            .map(policy -> reread(policy, change.after()))
            .orElseGet(
                () -> PolicyParser.parse("new", type(change.layer()), change.after()).policy());
    return after.map(policy -> replace(set, change, policy));
  }

  /** The document at the same place among those of the changed text. */
  private static Optional<Policy> reread(Policy policy, String text) {
    List<Reading> before = PolicyFinder.find(policy.name(), policy.type(), policy.text());
    List<Reading> after = PolicyFinder.find(policy.name(), policy.type(), text);
    for (int i = 0; i < Math.min(before.size(), after.size()); i++) {
      if (before.get(i).policy().filter(p -> isSame(p, policy)).isPresent()) {
        return after.get(i).policy();
      }
    }
    return Optional.empty();
  }

  private static boolean isSame(Policy found, Policy policy) {
    return found.statements().equals(policy.statements());
  }

  private static PolicySet replace(PolicySet set, PolicyChange change, Policy after) {
    return switch (change.layer()) {
      case IDENTITY -> set.withIdentity(replaced(set.identity(), change, after));
      case RESOURCE -> set.withResource(replaced(set.resource(), change, after));
      case BOUNDARY -> set.withBoundary(replaced(set.boundary(), change, after));
      case SESSION -> set.withSession(replaced(set.session(), change, after));
      case VPC_ENDPOINT -> set.withEndpoint(replaced(set.endpoint(), change, after));
      case SCP -> set.withScps(levels(set.scps(), change, after));
      case RCP -> set.withRcps(levels(set.rcps(), change, after));
    };
  }

  private static List<PolicySet.Level> levels(
      List<PolicySet.Level> levels, PolicyChange change, Policy after) {
    List<PolicySet.Level> all = new ArrayList<>(levels);
    PolicySet.Level level = levels.get(change.level());
    all.set(
        change.level(), new PolicySet.Level(level.id(), replaced(level.policies(), change, after)));
    return all;
  }

  private static List<Policy> replaced(List<Policy> policies, PolicyChange change, Policy after) {
    List<Policy> all = new ArrayList<>(policies);
    int at = change.policy().map(policies::indexOf).orElse(-1);
    if (at < 0) {
      all.add(after);
    } else {
      all.set(at, after);
    }
    return all;
  }

  static PolicyType type(Layer layer) {
    return switch (layer) {
      case IDENTITY -> PolicyType.IDENTITY;
      case RESOURCE -> PolicyType.RESOURCE;
      case BOUNDARY -> PolicyType.BOUNDARY;
      case SESSION -> PolicyType.SESSION;
      case VPC_ENDPOINT -> PolicyType.VPC_ENDPOINT;
      case SCP -> PolicyType.SCP;
      case RCP -> PolicyType.RCP;
    };
  }
}
