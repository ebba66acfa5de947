package awsleuth.core.conflict;

import awsleuth.core.evidence.PolicyDocument;
import awsleuth.core.evidence.TrailEvent;
import awsleuth.core.fact.Citation;
import awsleuth.core.fact.Facts;
import java.util.List;

/**
 * A policy that was given as an event after the failure wrote it, where another event tells what it
 * said before: that is what decided the call.
 *
 * @param given the document
 * @param then the policy as it was at the failure
 * @param before the event that wrote it so
 * @param after the event that wrote what was given
 */
public record NewerPolicy(
    PolicyDocument given, PolicyDocument then, TrailEvent before, TrailEvent after) {

  /** Those among the policies given. */
  public static List<NewerPolicy> of(Facts facts) {
    if (facts.event().isEmpty()) {
      return List.of();
    }
    List<RewrittenPolicy> writes = RewrittenPolicy.in(facts);
    return writes.isEmpty()
        ? List.of()
        : facts.policies().stream()
            .filter(d -> d.policy().isPresent())
            .flatMap(d -> PolicyBesideTrail.newer(d, writes, facts).stream())
            .toList();
  }

  /** That the two differ, and which is taken. */
  public Conflict conflict() {
    return new Conflict(
        "policy",
        "the policy given is newer than the failure",
        List.of(
            new Citation("the policy as it was given", given.source()),
            Citation.of(after, "wrote it so, after the failure"),
            Citation.of(before, "wrote what held until then")),
        new Conflict.Taken.One(
            "the file is newer: it was written at "
                + after.time()
                + ", after the failure; what held until then is taken for the call"));
  }
}
