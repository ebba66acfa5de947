package awsleuth.core.cause.permissions;

import awsleuth.core.conflict.Conflict;
import awsleuth.core.evidence.SimulatedDecision;
import awsleuth.core.evidence.Source;
import awsleuth.core.fact.Citation;
import awsleuth.core.fact.Facts;
import awsleuth.iam.Authorizer;
import awsleuth.iam.Blocker;
import awsleuth.iam.Decision;
import awsleuth.iam.Result;
import awsleuth.iam.request.Request;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What IAM's policy simulator decided, beside the own decision on the policies given, for each
 * action and resource that it was asked for.
 *
 * @param asked what the simulator said
 * @param own what the policies given come to
 * @param simulated the refused request, decided
 * @see <a
 *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_testing-policies.html">What
 *     the simulator leaves out</a>
 */
record BesideSimulator(SimulatedDecision asked, Decision own, Simulated simulated) {

  private static final int MOST = 20;
  private static final int SHOWN = 3;

  /** The differences; that there are none, where there are none. Empty without both decisions. */
  static List<Citation> of(Facts facts) {
    List<SimulatedDecision> asked = facts.given(SimulatedDecision.class);
    Optional<Simulated> simulated = asked.isEmpty() ? Optional.empty() : Simulated.of(facts);
    if (simulated.isEmpty()) {
      return List.of();
    }
    List<BesideSimulator> all =
        asked.stream().limit(MOST).map(d -> of(d, simulated.get())).toList();
    List<BesideSimulator> differing = all.stream().filter(b -> !b.agrees()).toList();
    List<Citation> cited = new ArrayList<>();
    if (differing.isEmpty()) {
      SimulatedDecision first = asked.getFirst();
      cited.add(new Citation(same(result(first)), first.source()));
    }
    differing.stream().limit(SHOWN).forEach(b -> cited.addAll(b.cite()));
    return cited;
  }

  /** That both decide the same; of a request that was refused all the same, what neither has. */
  private static String same(Result result) {
    return result == Result.ALLOWED
        ? "the policies given come to allowed, as IAM's simulator says, which knows no session"
            + " policies, resource control policies and policies of VPC endpoints"
        : "IAM's simulator decides the same: " + words(result);
  }

  /** The decisions that differ, each with what may explain it; none without both decisions. */
  static List<BesideSimulator> differing(Facts facts) {
    List<SimulatedDecision> asked = facts.given(SimulatedDecision.class);
    Optional<Simulated> simulated = asked.isEmpty() ? Optional.empty() : Simulated.of(facts);
    return simulated.isEmpty()
        ? List.of()
        : asked.stream()
            .limit(MOST)
            .map(d -> of(d, simulated.get()))
            .filter(b -> !b.agrees() && b.own.result() != Result.UNKNOWN)
            .toList();
  }

  /** What was decided differently, what either says, and what may explain it. */
  Conflict conflict() {
    String what = "`" + asked.action() + "` on `" + asked.resource() + "` is decided differently";
    String why = String.join("; ", why());
    return new Conflict(
        "simulation",
        what,
        says(),
        new Conflict.Taken.One("the policies given are taken" + (why.isEmpty() ? "" : ": " + why)));
  }

  /** What either said, in words. */
  private List<Citation> says() {
    Source decided =
        own.nearest()
            .or(() -> own.matched().stream().findFirst())
            .map(s -> new Source(s.policy().name(), s.statement().at().line()))
            .orElse(asked.source());
    return List.of(
        new Citation("IAM's simulator says " + words(result(asked)), asked.source()),
        new Citation("the policies given here come to " + words(own.result()), decided));
  }

  private static BesideSimulator of(SimulatedDecision d, Simulated simulated) {
    Request request = simulated.decision().request();
    boolean same =
        d.action().equalsIgnoreCase(request.action()) && d.resource().equals(request.resource());
    Decision own =
        same
            ? simulated.decision()
            : Authorizer.of(simulated.set())
                .explain(
                    new Request(
                        request.principal(),
                        d.action(),
                        d.resource(),
                        request.resourceAccount(),
                        request.context()));
    return new BesideSimulator(d, own, simulated);
  }

  private static Result result(SimulatedDecision d) {
    return switch (d.decision()) {
      case ALLOWED -> Result.ALLOWED;
      case EXPLICIT_DENY -> Result.EXPLICIT_DENY;
      case IMPLICIT_DENY -> Result.IMPLICIT_DENY;
    };
  }

  private static String words(Result result) {
    return switch (result) {
      case ALLOWED -> "allowed";
      case EXPLICIT_DENY -> "explicit deny";
      case IMPLICIT_DENY -> "implicit deny";
      case UNKNOWN -> "open";
    };
  }

  private boolean agrees() {
    return result(asked) == own.result();
  }

  private List<Citation> cite() {
    String why = String.join("; ", why());
    List<Citation> cited = new ArrayList<>();
    cited.add(
        new Citation(
            "IAM's simulator says "
                + words(result(asked))
                + " of `"
                + asked.action()
                + "` on `"
                + asked.resource()
                + "`, awsleuth "
                + words(own.result())
                + (why.isEmpty() ? "" : ": " + why),
            asked.source()));
    own.blockers().stream()
        .flatMap(b -> b.denying().stream())
        .findFirst()
        .map(s ->
            new Citation(
                "here "
                    + (s.statement().sid().isEmpty()
                        ? "this statement"
                        : "Sid `" + s.statement().sid() + "`")
                    + " of a "
                    + s.layer().words()
                    + " denies",
                new Source(s.policy().name(), s.statement().at().line())))
        .ifPresent(cited::add);
    return cited;
  }

  /** What may explain the difference: what either did not look at or was not told. */
  private Set<String> why() {
    Set<String> why = new LinkedHashSet<>();
    if (own.result() == Result.UNKNOWN) {
      String keys =
          own.dependencies().stream()
              .flatMap(d -> d.keys().stream())
              .distinct()
              .map(k -> "`" + k + "`")
              .collect(Collectors.joining(", "));
      why.add(keys.isEmpty() ? "not all policies are given here" : "it depends on " + keys);
    }
    own.blockers().stream().map(this::unseen).filter(w -> !w.isEmpty()).forEach(why::add);
    if (own.blockers().isEmpty()) {
      unseenHere(why);
    }
    if (asked.isMissingContext()) {
      why.add("the simulator was not told `" + String.join("`, `", asked.missing()) + "`");
    }
    return why;
  }

  /** Why the simulator did not see what blocks the request here; empty where it should have. */
  private String unseen(Blocker blocker) {
    return switch (blocker.layer()) {
      case RCP -> "the simulator knows no resource control policies";
      case SESSION -> "the simulator knows no session policies";
      case VPC_ENDPOINT -> "the simulator knows no VPC endpoint policies";
      case RESOURCE -> "the simulator was not given the resource's policy";
      case SCP ->
          simulated.set().scps().isEmpty()
              ? ""
              : "the simulator may leave out conditions and resources of service control policies";
      case BOUNDARY, IDENTITY ->
          blocker.explicit()
              ? ""
              : "the simulator saw other policies of the caller than those given here";
    };
  }

  /** What the simulator saw that is not given here. */
  private void unseenHere(Set<String> why) {
    if (asked.isOutsideBoundary() && simulated.set().boundary().isEmpty()) {
      why.add("it saw a permissions boundary, and none is given here");
    }
    if (asked.isOutsideOrganizations()) {
      why.add(
          simulated.set().scps().isEmpty()
              ? "it saw service control policies, and none is given here"
              : "it saw other service control policies than those given here");
    }
    if (own.result() == Result.ALLOWED
        && asked.decision() == SimulatedDecision.Decision.IMPLICIT_DENY
        && !simulated.set().resource().isEmpty()) {
      why.add("the simulator was not given the resource's policy");
    }
    asked.policies().stream()
        .filter(id -> !id.isEmpty())
        .findFirst()
        .ifPresent(id -> why.add("it names the policy `" + id + "`"));
  }
}
