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

/**
 * A policy set after a change, read anew from the changed text. A file that several documents are
 * read from, or that was given as several kinds of policy, changes for all of them.
 */
final class Applied {

  private final PolicyChange change;
  private final String after;
  private boolean broken;

  private Applied(PolicyChange change) {
    this.change = change;
    this.after = change.after();
  }

  /** The set after the changes; empty where a changed text is no sound policy any more. */
  static Optional<PolicySet> to(PolicySet set, List<PolicyChange> changes) {
    Optional<PolicySet> changed = Optional.of(set);
    for (PolicyChange change : changes) {
      changed = changed.flatMap(s -> to(s, change));
    }
    return changed;
  }

  /** The set after one change. */
  static Optional<PolicySet> to(PolicySet set, PolicyChange change) {
    Applied applied = new Applied(change);
    PolicySet changed =
        change.policy().isPresent() ? applied.replaced(set) : applied.added(set, change.layer());
    return applied.broken ? Optional.empty() : Optional.of(changed);
  }

  private PolicySet replaced(PolicySet set) {
    return set.withIdentity(replaced(set.identity()))
        .withResource(replaced(set.resource()))
        .withBoundary(replaced(set.boundary()))
        .withSession(replaced(set.session()))
        .withEndpoint(replaced(set.endpoint()))
        .withScps(levels(set.scps()))
        .withRcps(levels(set.rcps()));
  }

  private List<PolicySet.Level> levels(List<PolicySet.Level> levels) {
    return levels.stream()
        .map(level -> new PolicySet.Level(level.id(), replaced(level.policies())))
        .toList();
  }

  private List<Policy> replaced(List<Policy> policies) {
    List<Policy> all = new ArrayList<>();
    for (Policy policy : policies) {
      Optional<Policy> read = change.isOfFile(policy) ? reread(policy) : Optional.of(policy);
      read.ifPresentOrElse(all::add, () -> broken = true);
    }
    return all;
  }

  /** The document at the same place among those of the changed text. */
  private Optional<Policy> reread(Policy policy) {
    if (policy.isInString()) {
      return PolicyFinder.reread(policy, after).policy();
    }
    List<Reading> before = PolicyFinder.find(policy.name(), policy.type(), policy.text());
    List<Reading> now = PolicyFinder.find(policy.name(), policy.type(), after);
    for (int i = 0; i < Math.min(before.size(), now.size()); i++) {
      if (before.get(i).policy().filter(p -> isSame(p, policy)).isPresent()) {
        return now.get(i).policy();
      }
    }
    return Optional.empty();
  }

  private static boolean isSame(Policy found, Policy policy) {
    return found.statements().equals(policy.statements());
  }

  private PolicySet added(PolicySet set, Layer layer) {
    Optional<Policy> read = PolicyParser.parse("new", type(layer), after).policy();
    broken = read.isEmpty() || layer != Layer.IDENTITY;
    List<Policy> all = new ArrayList<>(set.identity());
    read.ifPresent(all::add);
    return set.withIdentity(all);
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
