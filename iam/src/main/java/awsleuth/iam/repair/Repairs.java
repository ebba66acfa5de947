package awsleuth.iam.repair;

import awsleuth.iam.Authorizer;
import awsleuth.iam.Blocker;
import awsleuth.iam.Decision;
import awsleuth.iam.LayerReport;
import awsleuth.iam.PolicySet;
import awsleuth.iam.Result;
import awsleuth.iam.StatementReport;
import awsleuth.iam.policy.Policy;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Finds the least changes under which a denied request is allowed. Each one is decided again before
 * it is proposed, and what else it allows is told with it.
 */
public final class Repairs {

  private static final int MOST = 3;
  private static final int MOST_TRIALS = 64;

  private final PolicySet set;
  private final Decision decision;
  private final Authorizer before;
  private final Neighbours neighbours;
  private final List<Proposal> found = new ArrayList<>();
  private int trials;

  private Repairs(PolicySet set, Decision decision, Neighbours neighbours) {
    this.set = set;
    this.decision = decision;
    this.before = Authorizer.of(set);
    this.neighbours = neighbours;
  }

  /**
   * The proposals, least first: changes of policies, then of the request's context.
   *
   * @param set the policies that the decision was made with
   * @param decision a denial; for another result there is nothing to propose
   * @param actionsOf the actions that a pattern such as {@code s3:*} matches, for saying what else
   *     a change allows
   */
  public static List<Proposal> of(
      PolicySet set, Decision decision, Function<String, List<String>> actionsOf) {
    if (!decision.result().denied()) {
      return List.of();
    }
    Repairs repairs = new Repairs(set, decision, new Neighbours(decision, actionsOf));
    repairs.policies();
    repairs.found.addAll(ContextChanges.of(repairs.before, decision));
    return List.copyOf(repairs.found);
  }

  private void policies() {
    List<List<PolicyChange>> choices = new ArrayList<>();
    for (Blocker blocker : decision.blockers()) {
      if (!addChoices(blocker, choices)) {
        return;
      }
    }
    combine(choices, 0, new ArrayList<>());
  }

  /** Adds the ways out of a blocker; false where it has none. */
  private boolean addChoices(Blocker blocker, List<List<PolicyChange>> choices) {
    if (!blocker.explicit()) {
      List<PolicyChange> additions =
          Additions.of(report(blocker), policiesOf(blocker), decision.request());
      choices.add(additions);
      return !additions.isEmpty();
    }
    for (StatementReport denying : blocker.denying()) {
      List<PolicyChange> exceptions = Exceptions.of(denying, decision.request());
      if (exceptions.isEmpty()) {
        return false;
      }
      choices.add(exceptions);
    }
    return !blocker.denying().isEmpty();
  }

  private LayerReport report(Blocker blocker) {
    return decision.layers().stream()
        .filter(l -> l.layer() == blocker.layer() && l.level() == blocker.level())
        .findFirst()
        .orElseThrow();
  }

  private List<Policy> policiesOf(Blocker blocker) {
    return switch (blocker.layer()) {
      case IDENTITY -> set.identity();
      case RESOURCE -> set.resource();
      case BOUNDARY -> set.boundary();
      case SESSION -> set.session();
      case VPC_ENDPOINT -> set.endpoint();
      case SCP -> set.scps().get(blocker.level()).policies();
      case RCP -> set.rcps().get(blocker.level()).policies();
    };
  }

  private void combine(List<List<PolicyChange>> choices, int at, List<PolicyChange> chosen) {
    if (found.size() >= MOST || trials >= MOST_TRIALS) {
      return;
    }
    if (at == choices.size()) {
      trials++;
      propose(List.copyOf(chosen));
      return;
    }
    for (PolicyChange change : choices.get(at)) {
      chosen.add(change);
      combine(choices, at + 1, chosen);
      chosen.removeLast();
    }
  }

  private void propose(List<PolicyChange> chosen) {
    List<PolicyChange> changes = merged(chosen);
    Optional<PolicySet> changed = Applied.to(set, changes);
    if (changed.isEmpty()) {
      return;
    }
    Authorizer after = Authorizer.of(changed.get());
    if (after.decide(decision.request()) == Result.ALLOWED) {
      String title =
          chosen.stream().map(PolicyChange::title).distinct().collect(Collectors.joining("; "));
      found.add(new Proposal(title, changes, Map.of(), neighbours.widened(before, after, changes)));
    }
  }

  /** One change for each document. */
  private static List<PolicyChange> merged(List<PolicyChange> chosen) {
    Map<Object, PolicyChange> byDocument = new LinkedHashMap<>();
    for (PolicyChange change : chosen) {
      Object key = change.policy().<Object>map(p -> p).orElse(change);
      byDocument.merge(key, change, Repairs::merged);
    }
    return List.copyOf(byDocument.values());
  }

  private static PolicyChange merged(PolicyChange first, PolicyChange second) {
    List<TextEdit> edits = new ArrayList<>(first.edits());
    edits.addAll(second.edits());
    return new PolicyChange(
        first.layer(), first.level(), first.policy(), edits, first.title() + "; " + second.title());
  }
}
