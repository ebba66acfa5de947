package awsleuth.core.cause.permissions;

import awsleuth.core.cause.Again;
import awsleuth.core.cause.Fix;
import awsleuth.core.cause.Verification;
import awsleuth.core.evidence.Source;
import awsleuth.core.fact.Citation;
import awsleuth.core.fact.Facts;
import awsleuth.core.fact.ToldOwner;
import awsleuth.core.written.WrittenName;
import awsleuth.iam.Blocker;
import awsleuth.iam.Decision;
import awsleuth.iam.Layer;
import awsleuth.iam.LayerReport;
import awsleuth.iam.Mismatch;
import awsleuth.iam.MismatchWords;
import awsleuth.iam.StatementReport;
import awsleuth.iam.match.Truth;
import awsleuth.iam.policy.Effect;
import awsleuth.iam.policy.Policy;
import awsleuth.iam.repair.Diff;
import awsleuth.iam.repair.PolicyChange;
import awsleuth.iam.repair.Proof;
import awsleuth.iam.repair.Proposal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Fixes, other blockers and the check of a refusal whose policies were given and decided. */
final class PolicyFixes {

  private static final int MOST = 2;

  private PolicyFixes() {}

  /** The changes that would allow the request, as diffs, before another fix. */
  static List<Fix> before(Facts facts, Fix other) {
    return before(facts, other, Set.of(Layer.values()));
  }

  /** The changes that would allow another request than the one refused. */
  static List<Fix> of(Facts facts, Simulated other, List<String> supposed) {
    return other.proposals().stream().limit(MOST).map(p -> fix(p, other, supposed, facts)).toList();
  }

  /** Those of them that change a policy of some type, which is the one that AWS misses. */
  static List<Fix> before(Facts facts, Fix other, Set<Layer> layers) {
    List<Fix> fixes = new ArrayList<>();
    boolean ungiven = UngivenDeny.is(facts);
    if (!ungiven) {
      fixes.addAll(CallFixes.of(facts));
    }
    Simulated.of(facts)
        .filter(_ -> !ungiven)
        .ifPresent(s ->
            s.proposals().stream()
                .filter(p -> p.policies().stream().anyMatch(c -> layers.contains(c.layer())))
                .limit(MOST)
                .map(p -> fix(p, s, supposed(facts, s, p), facts))
                .forEach(fixes::add));
    if (fixes.isEmpty()) {
      UngivenDeny.read(facts).ifPresent(fixes::add);
      fixes.add(other);
      EncodedMessage.beside(facts).ifPresent(fixes::add);
    }
    AccessPoint.of(Access.of(facts).resource()).flatMap(AccessPoint::bucket).ifPresent(fixes::add);
    return List.copyOf(fixes);
  }

  /**
   * The change of policies that a request needs beside another value of a key; empty where that
   * value is enough, or where nothing was decided.
   */
  static List<Fix> left(Facts facts, String key, String value) {
    return Simulated.of(facts).stream()
        .flatMap(s ->
            s.with(facts, key, value).stream()
                .limit(1)
                .map(p -> fix(p.assuming(Map.of(key, value)), s, supposed(facts, s, p), facts)))
        .toList();
  }

  /** A change of the call that is not enough without the one after it, which is said. */
  static Fix withNext(Fix fix, List<Fix> left) {
    if (left.isEmpty()) {
      return fix;
    }
    String too = ", and make the next change too";
    return switch (fix) {
      case Fix.CodeEdit e -> new Fix.CodeEdit(e.title() + too, e.text(), e.applicability());
      case Fix.Command c -> new Fix.Command(c.title() + too, c.text(), c.applicability());
      case Fix.Setting _, Fix.PolicyEdit _, Fix.AskAdministrator _ -> fix;
    };
  }

  /** An exception from a Deny beside what the call itself can do, and said to open the guard. */
  static Fix widening(Fix fix) {
    return fix instanceof Fix.PolicyEdit e && e.title().startsWith("except ")
        ? new Fix.PolicyEdit(
            e.title() + ", which weakens that guard", e.text(), e.applicability(), e.proof())
        : fix;
  }

  private static List<String> supposed(Facts facts, Simulated simulated, Proposal proposal) {
    List<String> supposed = new ArrayList<>(Supposed.of(facts, simulated));
    AllowedBefore.cut(facts).ifPresent(supposed::add);
    supposed.addAll(SharedPolicies.of(facts).unnamed(proposal.policies()));
    return List.copyOf(supposed);
  }

  private static List<String> both(List<String> ofFacts, List<String> ofProof) {
    return Stream.concat(ofFacts.stream(), ofProof.stream()).toList();
  }

  private static Fix fix(
      Proposal proposal, Simulated simulated, List<String> supposed, Facts facts) {
    String diff =
        proposal.policies().stream().map(c -> diff(c, facts)).collect(Collectors.joining("\n"));
    Optional<Proof> proof =
        proposal
            .proof()
            .map(p -> p.assuming(simulated.assumed()).supposing(both(supposed, p.supposes())));
    boolean passed = proposal.policies().stream().anyMatch(c -> PassedPolicy.is(c, facts));
    String title = proposal.title() + (passed ? PassedPolicy.REMARK : "");
    return new Fix.PolicyEdit(title, diff, Fix.Applicability.REVIEW, proof);
  }

  /** The diff of a policy that an event wrote is one of the policy, not of the trail's file. */
  private static String diff(PolicyChange change, Facts facts) {
    String file = change.policy().map(Policy::name).orElse("");
    return facts.policies().stream()
        .filter(d -> WrittenName.is(d) && d.policy().equals(change.policy()))
        .findFirst()
        .map(d -> Diff.renamed(change.diff(), file, d.name()))
        .orElseGet(() ->
            PassedPolicy.is(change, facts)
                ? PassedPolicy.diff(change.diff(), file, facts)
                : change.diff());
  }

  /**
   * What the statement of a layer that comes nearest to allowing the request misses by, each
   * element in its file and line; empty where the layer was not given, or does allow.
   */
  static List<Citation> nearest(Facts facts, Layer layer) {
    return Simulated.of(facts).stream()
        .flatMap(s -> nearest(s.decision(), layer).stream())
        .toList();
  }

  /** The same of another decision. */
  static List<Citation> nearest(Decision decision, Layer layer) {
    return decision.layers().stream()
        .filter(l -> l.layer() == layer)
        .filter(l -> l.statements().stream().noneMatch(PolicyFixes::mayAllow))
        .flatMap(l -> cite(l).stream())
        .toList();
  }

  private static boolean mayAllow(StatementReport s) {
    return s.statement().effect() == Effect.ALLOW && s.applies() != Truth.FALSE;
  }

  private static List<Citation> cite(LayerReport layer) {
    Optional<StatementReport> nearest = layer.nearest();
    if (nearest.isPresent()) {
      StatementReport s = nearest.get();
      return s.mismatches().stream().map(m -> cite(s, m)).toList();
    }
    return layer.statements().stream()
        .map(StatementReport::policy)
        .distinct()
        .map(p ->
            new Citation(
                "`" + p.name() + "` has no allow of an action of the service",
                new Source(p.name(), p.at().line())))
        .toList();
  }

  /** The statements of a layer that deny the request for certain; none where it was not given. */
  static List<StatementReport> denying(Facts facts, Layer layer) {
    return Simulated.of(facts).stream()
        .flatMap(s -> s.decision().blockers().stream())
        .filter(b -> b.explicit() && b.layer() == layer)
        .flatMap(b -> b.denying().stream())
        .toList();
  }

  /** A statement by its Sid, else by its place. */
  static String name(StatementReport s) {
    String sid = s.statement().sid();
    return sid.isEmpty() ? "the statement at " + s.citation() : "Sid `" + sid + "`";
  }

  private static Citation cite(StatementReport s, Mismatch m) {
    String sid = s.statement().sid();
    String name =
        sid.isEmpty()
            ? "the nearest statement of `" + s.policy().name() + "`"
            : "Sid `" + sid + "`";
    return new Citation(
        name + " " + MismatchWords.of(m), new Source(s.policy().name(), m.at().line()));
  }

  /** What would still keep the request from being allowed beside the layer that is mended. */
  static List<Citation> otherBlockers(Facts facts, Layer mended) {
    return otherBlockers(facts, mended, "too", "either");
  }

  /** The same, where the layer that refused the call refuses it no more. */
  static List<Citation> blockersNow(Facts facts, Layer mended) {
    return otherBlockers(facts, mended, "now", "now");
  }

  private static List<Citation> otherBlockers(
      Facts facts, Layer mended, String denies, String allows) {
    Optional<Simulated> simulated = Simulated.of(facts);
    if (simulated.isEmpty()) {
      return List.of();
    }
    List<Citation> others = new ArrayList<>();
    BesideDeny.of(facts, simulated.get(), mended).ifPresent(others::add);
    for (Blocker b : simulated.get().decision().blockers()) {
      if (b.layer() != mended && !UntoldTypes.isDenying(b, facts)) {
        others.add(
            new Citation(
                b.explicit()
                    ? (b.layer() == Layer.IDENTITY ? "an " : "a ")
                        + b.layer().words()
                        + " denies it "
                        + denies
                    : "no " + b.layer().words() + " given allows it " + allows,
                b.denying().isEmpty()
                    ? nearest(facts, b.layer()).stream()
                        .findFirst()
                        .map(Citation::source)
                        .orElse(facts.call().source())
                    : new Source(
                        b.denying().getFirst().policy().name(),
                        b.denying().getFirst().statement().at().line())));
      }
    }
    return others;
  }

  /** Whether a policy is one of a whole account's, or an event's, which a command cannot name. */
  private static boolean isPartOfMore(Facts facts) {
    return facts.policies().stream()
        .anyMatch(p -> ToldOwner.ofPrincipal(p).isPresent() || WrittenName.is(p));
  }

  /** The same request decided again, where the policies were given; else the call itself. */
  static Verification verification(Facts facts) {
    Optional<Simulated> simulated = Simulated.of(facts);
    boolean decided =
        simulated.isPresent()
            && !simulated.get().proposals().isEmpty()
            && simulated.get().proposals().getFirst().context().isEmpty();
    boolean added =
        simulated.stream()
            .flatMap(s -> s.set().scps().stream())
            .flatMap(level -> level.policies().stream())
            .anyMatch(ControlAllow::isAdded);
    if (!decided
        || added
        || UngivenDeny.is(facts)
        || isPartOfMore(facts)
        || simulated.get().isForeign()) {
      return Again.of(facts, "the call succeeds");
    }
    return new Verification.Simulate(
        SimulateCommand.of(facts, simulated.get()), "allowed, with the changed files in place");
  }
}
