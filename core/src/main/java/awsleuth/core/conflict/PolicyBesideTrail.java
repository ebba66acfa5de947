package awsleuth.core.conflict;

import awsleuth.core.evidence.PolicyDocument;
import awsleuth.core.evidence.TrailEvent;
import awsleuth.core.fact.Citation;
import awsleuth.core.fact.Facts;
import awsleuth.core.fact.Need;
import awsleuth.core.written.WrittenPolicies;
import awsleuth.iam.policy.Policy;
import awsleuth.iam.policy.PolicyParser;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A policy that was given is not the one that CloudTrail saw written last before the failure: the
 * file is older or newer than what was in force then.
 */
public final class PolicyBesideTrail implements Contradiction {

  @Override
  public List<Conflict> in(Facts facts) {
    List<RewrittenPolicy> writes = RewrittenPolicy.in(facts);
    return writes.isEmpty()
        ? List.of()
        : facts.policies().stream()
            .filter(d -> d.policy().isPresent())
            .flatMap(d -> conflict(d, writes, facts).stream())
            .toList();
  }

  private static Optional<Conflict> conflict(
      PolicyDocument d, List<RewrittenPolicy> writes, Facts facts) {
    List<RewrittenPolicy> own = writes.stream().filter(w -> isOf(w, d, facts)).toList();
    String until = facts.event().map(TrailEvent::time).orElse("");
    List<RewrittenPolicy> before =
        own.stream().filter(w -> until.isEmpty() || time(w).compareTo(until) < 0).toList();
    if (before.isEmpty() || says(before.getLast(), d)) {
      return Optional.empty();
    }
    List<RewrittenPolicy> others = own.stream().filter(w -> says(w, d)).toList();
    return Optional.of(conflict(d, before.getLast(), others));
  }

  /**
   * What the same policy said before, where the trail has the event after the failure that wrote
   * what was given, and the text that held until then; empty where it does not.
   */
  static Optional<NewerPolicy> newer(PolicyDocument d, List<RewrittenPolicy> writes, Facts facts) {
    String until = facts.event().map(TrailEvent::time).orElse("");
    if (until.isEmpty()) {
      return Optional.empty();
    }
    List<RewrittenPolicy> own = writes.stream().filter(w -> isOf(w, d, facts)).toList();
    Optional<RewrittenPolicy> after =
        own.stream().filter(w -> time(w).compareTo(until) > 0 && says(w, d)).findFirst();
    Optional<RewrittenPolicy> before =
        own.reversed().stream()
            .filter(w -> time(w).compareTo(until) <= 0)
            .findFirst()
            .filter(w -> time(w).compareTo(until) < 0 && !says(w, d));
    return after.isEmpty() || before.isEmpty() || !before.get().isOfSame(after.get())
        ? Optional.empty()
        : WrittenPolicies.held(before.get().write())
            .map(then ->
                new NewerPolicy(
                    d, then, before.get().write().event(), after.get().write().event()));
  }

  private static String time(RewrittenPolicy w) {
    return w.write().event().time();
  }

  private static Optional<Policy> written(RewrittenPolicy w, PolicyDocument d) {
    return PolicyParser.parse("trail", d.policy().orElseThrow().type(), w.write().text()).policy();
  }

  private static boolean says(RewrittenPolicy w, PolicyDocument d) {
    Policy given = d.policy().orElseThrow();
    return !w.write().deletes()
        && written(w, d)
            .filter(p ->
                isWhole(d)
                    ? PolicyContent.of(p).equals(PolicyContent.of(given))
                    : PolicyContent.agree(p, given))
            .isPresent();
  }

  /**
   * Whether a document is one policy; a file without a name may have been put together of several.
   */
  private static boolean isWhole(PolicyDocument d) {
    return switch (d.type()) {
      case TRUST, RESOURCE -> true;
      case IDENTITY, BOUNDARY, SCP, RCP, SESSION, VPC_ENDPOINT, UNKNOWN ->
          !d.name().equals(d.source().artifact());
    };
  }

  /** Whether an event wrote a version of a policy: of the same owner, and by name or Sids. */
  private static boolean isOf(RewrittenPolicy w, PolicyDocument d, Facts facts) {
    if (!w.isOf(d, facts)) {
      return false;
    }
    if (w.write().deletes()) {
      return w.write().type() != PolicyDocument.Type.IDENTITY
          || (isWhole(d) && d.name().equals(w.write().policy()));
    }
    Optional<Policy> written = written(w, d);
    if (written.isEmpty() || w.write().type() != PolicyDocument.Type.IDENTITY) {
      return written.isPresent();
    }
    boolean sids =
        !Collections.disjoint(
            PolicyContent.sids(written.get()), PolicyContent.sids(d.policy().orElseThrow()));
    return isWhole(d)
        ? d.name().equals(w.write().event().field("requestParameters.policyName"))
        : sids;
  }

  private static Conflict conflict(
      PolicyDocument d, RewrittenPolicy last, List<RewrittenPolicy> others) {
    String which =
        others.isEmpty()
            ? "what wrote the file's text is not in the trail"
            : time(others.getLast()).compareTo(time(last)) < 0
                ? "the file is older: it is what `"
                    + others.getLast().write().event().eventName()
                    + "` wrote at "
                    + time(others.getLast())
                : "the file is newer: it was written at "
                    + time(others.getLast())
                    + ", after the failure";
    return new Conflict(
        "policy",
        last.write().deletes()
            ? "the policy given had been taken away"
            : "the policy given is not the one that was written last",
        List.of(
            new Citation("the policy as it was given", d.source()),
            new Citation(
                "`"
                    + last.write().event().eventName()
                    + "` of "
                    + time(last)
                    + (last.write().deletes() ? " took it away" : " wrote another text"),
                last.write().at())),
        new Conflict.Taken.None(
            which + "; the decisions are the file's, so what rests on it is only possible",
            Set.of(d.source().artifact()),
            new Need("the policy that was in force at the failure", last.fetch())));
  }
}
