package awsleuth.iam.repair;

import awsleuth.iam.Authorizer;
import awsleuth.iam.Blocker;
import awsleuth.iam.Decision;
import awsleuth.iam.Layer;
import awsleuth.iam.LayerReport;
import awsleuth.iam.PolicySet;
import awsleuth.iam.Result;
import awsleuth.iam.policy.Effect;
import awsleuth.iam.policy.Policy;
import java.util.ArrayList;
import java.util.Comparator;
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

  private static final int MOST_FOUND = 8;
  private static final int MOST_TRIALS = 64;
  private static final int MOST_STEPS = 8;

  private final PolicySet set;
  private final Beside beside;
  private final Decision decision;
  private final Authorizer before;
  private final Neighbours neighbours;
  private final Proving proving;
  private final List<Ranked> found = new ArrayList<>();
  private final List<Ranked> conditional = new ArrayList<>();
  private int trials;
  private boolean deep;

  private Repairs(PolicySet set, Decision decision, Neighbours neighbours, Beside beside) {
    this.set = set;
    this.beside = beside;
    this.decision = decision;
    this.before = Authorizer.of(set);
    this.neighbours = neighbours;
    this.proving = new Proving(set, before, decision, beside);
  }

  /**
   * The proposals, and why there are none.
   *
   * @param set the policies that the decision was made with
   * @param decision a denial for certain; for another there is nothing to propose
   * @param actionsOf the actions that a pattern such as {@code s3:*} matches, for saying what else
   *     a change allows
   * @param beside what else is known
   */
  public static Proposals of(
      PolicySet set, Decision decision, Function<String, List<String>> actionsOf, Beside beside) {
    if (!decision.denied()) {
      return decision.result() == Result.UNKNOWN
          ? new Proposals(List.of(), Obstacle.open(decision))
          : Proposals.NONE;
    }
    Neighbours neighbours = new Neighbours(decision, actionsOf, beside.holders());
    Repairs repairs = new Repairs(set, decision, neighbours, beside);
    repairs.search(set, decision, List.of());
    List<Proposal> all = new ArrayList<>(Ranked.narrowest(repairs.found));
    all.addAll(ContextChanges.of(repairs.before, decision));
    if (all.isEmpty()) {
      all.addAll(Ranked.narrowest(repairs.conditional));
    }
    return new Proposals(
        List.copyOf(all),
        all.isEmpty() ? Obstacle.of(set, decision, beside, repairs.triedWhenCut()) : "");
  }

  /** How many changes were tried before the search ended early; 0 where it was gone through. */
  private int triedWhenCut() {
    return trials > MOST_TRIALS ? MOST_TRIALS : deep ? trials : 0;
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
    if (!decided.denied()) {
      ConditionalChange.of(set, current, decided, steps, neighbours, proving)
          .ifPresent(r -> r.addTo(conditional));
      return;
    }
    if (decided.blockers().isEmpty() || steps.size() >= MOST_STEPS) {
      deep |= !decided.blockers().isEmpty();
      return;
    }
    for (PolicyChange change : choices(decided, decided.blockers().getFirst(), current, beside)) {
      if (found.size() >= MOST_FOUND || trials++ >= MOST_TRIALS) {
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

  /** The ways out of a blocker by policies that can be changed. */
  static List<PolicyChange> choices(
      Decision decided, Blocker blocker, PolicySet current, Beside beside) {
    return all(decided, blocker, current, beside).stream()
        .filter(c -> c.policy().filter(beside.unchangeable()).isEmpty())
        .toList();
  }

  private static List<PolicyChange> all(
      Decision decided, Blocker blocker, PolicySet current, Beside beside) {
    if (!blocker.explicit()) {
      List<Policy> policies = policiesOf(current, blocker);
      List<Policy> open =
          policies.stream()
              .filter(p -> !beside.unchangeable().test(p) && !beside.isShared(p))
              .sorted(Comparator.comparing(Repairs::isGuard))
              .toList();
      List<PolicyChange> choices =
          new ArrayList<>(
              Additions.of(report(decided, blocker), policies, open, decided.request()));
      if (blocker.layer() == Layer.IDENTITY) {
        choices.addAll(byResource(decided));
      }
      return choices;
    }
    return blocker.denying().isEmpty()
        ? List.of()
        : Exceptions.of(blocker.denying().getFirst(), decided.request());
  }

  /** Whether it denies alone, so that others are the better place for an Allow. */
  private static boolean isGuard(Policy policy) {
    return !policy.statements().isEmpty()
        && policy.statements().stream().allMatch(s -> s.effect() == Effect.DENY);
  }

  /** Within an account the resource's own policy may allow in place of an identity-based one. */
  private static List<PolicyChange> byResource(Decision decided) {
    return decided.layers().stream()
        .filter(l -> l.layer() == Layer.RESOURCE)
        .flatMap(l -> l.statements().stream())
        .filter(s -> s.statement().effect() == Effect.ALLOW && !s.mismatches().isEmpty())
        .flatMap(s -> Completions.of(s, decided.request()).stream())
        .toList();
  }

  static LayerReport report(Decision decided, Blocker blocker) {
    return decided.layers().stream()
        .filter(l -> l.layer() == blocker.layer() && l.level() == blocker.level())
        .findFirst()
        .orElseThrow();
  }

  /** The documents of a blocker's layer. */
  static List<Policy> policiesOf(PolicySet set, Blocker blocker) {
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

  static String title(List<PolicyChange> files) {
    return files.stream().map(PolicyChange::title).distinct().collect(Collectors.joining("; "));
  }

  private void propose(PolicySet changed, List<PolicyChange> steps) {
    List<PolicyChange> files = Files.of(set, changed, steps);
    String title = title(files);
    Widened widened = neighbours.widened(set, changed, steps);
    Proof proof = proving.of(changed, widened, Map.of());
    Proposal proposal = new Proposal(title, files, Map.of(), widened.words(), Optional.of(proof));
    Ranked.of(proposal, steps, widened).addTo(found);
  }
}
