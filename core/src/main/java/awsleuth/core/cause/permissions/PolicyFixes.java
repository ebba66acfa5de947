package awsleuth.core.cause.permissions;

import awsleuth.core.cause.Again;
import awsleuth.core.cause.Fix;
import awsleuth.core.cause.Verification;
import awsleuth.core.fact.Citation;
import awsleuth.core.fact.Facts;
import awsleuth.core.fact.Literal;
import awsleuth.iam.Blocker;
import awsleuth.iam.Layer;
import awsleuth.iam.repair.PolicyChange;
import awsleuth.iam.repair.Proposal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Fixes, other blockers and the check of a refusal whose policies were given and decided. */
final class PolicyFixes {

  private static final int MOST = 2;

  private PolicyFixes() {}

  /** The changes that would allow the request, as diffs, before another fix. */
  static List<Fix> before(Facts facts, Fix other) {
    List<Fix> fixes = new ArrayList<>();
    Simulated.of(facts)
        .ifPresent(
            s -> s.proposals().stream().limit(MOST).map(PolicyFixes::fix).forEach(fixes::add));
    if (fixes.isEmpty()) {
      fixes.add(other);
    }
    return List.copyOf(fixes);
  }

  private static Fix fix(Proposal proposal) {
    String widens =
        proposal.widens().isEmpty()
            ? ""
            : "# it also allows " + Literal.line(String.join("; ", proposal.widens())) + "\n";
    String diff =
        proposal.policies().stream().map(PolicyChange::diff).collect(Collectors.joining("\n"));
    return new Fix.PolicyEdit(proposal.title(), widens + diff, Fix.Applicability.REVIEW);
  }

  /** What would still keep the request from being allowed beside the layer that is mended. */
  static List<Citation> otherBlockers(Facts facts, Layer mended) {
    Optional<Simulated> simulated = Simulated.of(facts);
    if (simulated.isEmpty()) {
      return List.of();
    }
    List<Citation> others = new ArrayList<>();
    for (Blocker b : simulated.get().decision().blockers()) {
      if (b.layer() != mended) {
        others.add(
            new Citation(
                b.explicit()
                    ? "a " + b.layer().words() + " denies it too"
                    : "no " + b.layer().words() + " given allows it either",
                b.denying().isEmpty()
                    ? facts.call().source()
                    : new awsleuth.core.evidence.Source(
                        b.denying().getFirst().policy().name(),
                        b.denying().getFirst().statement().at().line())));
      }
    }
    return others;
  }

  /** Whether the policies are some of those of a whole account, which a command cannot name. */
  private static boolean isPartOfMore(Facts facts) {
    return facts.policies().stream()
        .anyMatch(p -> p.name().startsWith("role/") || p.name().startsWith("user/"));
  }

  /** The same request decided again, where the policies were given; else the call itself. */
  static Verification verification(Facts facts) {
    Optional<Simulated> simulated = Simulated.of(facts);
    if (simulated.isEmpty() || isPartOfMore(facts) || simulated.get().proposals().isEmpty()) {
      return Again.of(facts, "the call succeeds");
    }
    return new Verification.Simulate(
        SimulateCommand.of(facts, simulated.get()), "allowed, with the changed files in place");
  }
}
