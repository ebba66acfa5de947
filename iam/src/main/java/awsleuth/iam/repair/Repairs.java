package awsleuth.iam.repair;

import awsleuth.iam.Authorizer;
import awsleuth.iam.Blocker;
import awsleuth.iam.Decision;
import awsleuth.iam.LayerReport;
import awsleuth.iam.PolicySet;
import awsleuth.iam.Result;
import awsleuth.iam.policy.Policy;
import java.util.ArrayList;
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
  private static final int MOST_STEPS = 8;

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
    repairs.search(set, decision, List.of());
    repairs.found.addAll(ContextChanges.of(repairs.before, decision));
    return List.copyOf(repairs.found);
  }

  /**
   * Mends the first blocker in each of its ways and looks at what is left, so that changes of one
   * document build on each other.
   */
  private void search(PolicySet current, Decision decided, List<PolicyChange> steps) {
    if (decided.result() == Result.ALLOWED) {
      propose(current, steps);
      return;
    }
    if (!decided.result().denied() || decided.blockers().isEmpty() || steps.size() >= MOST_STEPS) {
      return;
    }
    for (PolicyChange change : choices(decided, current)) {
      if (found.size() >= MOST || trials++ >= MOST_TRIALS) {
        return;
      }
      Optional<PolicySet> next = Applied.to(current, change);
      if (next.isPresent()) {
        List<PolicyChange> taken = new ArrayList<>(steps);
        taken.add(change);
        search(next.get(), Authorizer.of(next.get()).explain(decision.request()), taken);
      }
    }
  }

  /** The ways out of the first blocker that is left. */
  private static List<PolicyChange> choices(Decision decided, PolicySet current) {
    Blocker blocker = decided.blockers().getFirst();
    if (!blocker.explicit()) {
      return Additions.of(
          report(decided, blocker), policiesOf(current, blocker), decided.request());
    }
    return blocker.denying().isEmpty()
        ? List.of()
        : Exceptions.of(blocker.denying().getFirst(), decided.request());
  }

  private static LayerReport report(Decision decided, Blocker blocker) {
    return decided.layers().stream()
        .filter(l -> l.layer() == blocker.layer() && l.level() == blocker.level())
        .findFirst()
        .orElseThrow();
  }

  private static List<Policy> policiesOf(PolicySet set, Blocker blocker) {
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

  private void propose(PolicySet changed, List<PolicyChange> steps) {
    List<PolicyChange> files = Files.of(set, changed, steps);
    String title =
        files.stream().map(PolicyChange::title).distinct().collect(Collectors.joining("; "));
    List<String> widens = neighbours.widened(set, changed, steps);
    Proposal proposal = new Proposal(title, files, Map.of(), widens);
    if (found.stream().noneMatch(p -> p.policies().equals(proposal.policies()))) {
      found.add(proposal);
    }
  }
}
