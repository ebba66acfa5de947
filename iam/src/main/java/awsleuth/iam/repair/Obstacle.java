package awsleuth.iam.repair;

import awsleuth.iam.Authorizer;
import awsleuth.iam.Blocker;
import awsleuth.iam.Decision;
import awsleuth.iam.Layer;
import awsleuth.iam.Mismatch;
import awsleuth.iam.PolicySet;
import awsleuth.iam.StatementReport;
import awsleuth.iam.policy.Effect;
import awsleuth.iam.policy.Policy;
import awsleuth.iam.request.Principal;
import java.util.List;
import java.util.Optional;

/** The blocker for which no change was found, in one sentence. */
final class Obstacle {

  private final PolicySet set;
  private final Decision decision;
  private final Beside beside;

  private Obstacle(PolicySet set, Decision decision, Beside beside) {
    this.set = set;
    this.beside = beside;
    this.decision = decision;
  }

  /** Why an open decision gets no proposals. */
  static String open(Decision decision) {
    return "whether it is denied is not known" + onKeys(decision);
  }

  private static String onKeys(Decision decision) {
    return decision.dependencies().stream()
        .flatMap(d -> d.keys().stream())
        .findFirst()
        .map(key -> "; say so first, as with --context " + key + "=VALUE or --absent " + key)
        .orElse("");
  }

  /**
   * Why a denial gets no proposals.
   *
   * @param tried so many changes were tried until the search ended early; 0 where it was gone
   *     through
   */
  static String of(PolicySet set, Decision decision, Beside beside, int tried) {
    if (decision.blockers().isEmpty()) {
      return "it is denied for different reasons with different values of what is not known"
          + onKeys(decision);
    }
    Obstacle obstacle = new Obstacle(set, decision, beside);
    return decision.blockers().stream()
        .filter(b -> !obstacle.isMendable(b))
        .findFirst()
        .map(obstacle::sentence)
        .orElse(
            "each blocker has a change of its own, but "
                + (tried == 0
                    ? "no few of them together allow it"
                    : "the first " + tried + " that were tried do not allow it"));
  }

  private boolean isMendable(Blocker blocker) {
    return Repairs.choices(decision, blocker, set, beside).stream()
        .anyMatch(c -> isMended(blocker, c));
  }

  private boolean isMended(Blocker blocker, PolicyChange change) {
    Optional<PolicySet> after = Applied.to(set, change);
    return after.isPresent()
        && Authorizer.of(after.get()).explain(decision.request()).blockers().stream()
            .noneMatch(b -> isLeft(b, blocker));
  }

  private static boolean isLeft(Blocker after, Blocker before) {
    return after.layer() == before.layer()
        && after.level() == before.level()
        && after.explicit() == before.explicit()
        && after.denying().size() >= before.denying().size();
  }

  private String sentence(Blocker blocker) {
    String layer = blocker.layer().words();
    if (blocker.explicit()) {
      return blocker.denying().isEmpty()
          ? "S3 Block Public Access denies it, which is a setting of the bucket or account and has"
              + " no exceptions"
          : denied(blocker.denying().getFirst());
    }
    List<Policy> policies = Repairs.policiesOf(set, blocker);
    if (policies.isEmpty() && blocker.layer() != Layer.IDENTITY) {
      return "there is no " + layer + " that could be changed to allow it";
    }
    return unmet(blocker)
        .orElse("no statement that a " + layer + " can have would allow this request");
  }

  private String denied(StatementReport deny) {
    String who =
        decision.request().principal() instanceof Principal.Anonymous
            ? ", and a caller who has not signed has no ARN to except"
            : "";
    return "the deny at "
        + deny.citation()
        + " has no element that could leave out this request alone"
        + who;
  }

  /** The conditions of the nearest statement that are for the call to meet, not for the policy. */
  private Optional<String> unmet(Blocker blocker) {
    return Repairs.report(decision, blocker).statements().stream()
        .filter(s -> s.statement().effect() == Effect.ALLOW)
        .filter(Additions::isOnlyConditional)
        .findFirst()
        .flatMap(s ->
            Completions.unmeetable(s, decision.request()).stream()
                .map(m -> (Mismatch.OfCondition) m)
                .findFirst()
                .map(c -> unmet(s, c)));
  }

  private static String unmet(StatementReport s, Mismatch.OfCondition c) {
    return "no value that is added to `"
        + c.condition().operator()
        + "` on `"
        + c.condition().key().value()
        + "` ("
        + s.policy().name()
        + ":"
        + c.at()
        + ") meets it, and the caller cannot choose the key's value";
  }
}
