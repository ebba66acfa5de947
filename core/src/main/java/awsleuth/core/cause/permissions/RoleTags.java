package awsleuth.core.cause.permissions;

import awsleuth.core.cause.Again;
import awsleuth.core.cause.Fix;
import awsleuth.core.fact.Facts;
import awsleuth.core.fact.Need;
import awsleuth.iam.Authorizer;
import awsleuth.iam.Decision;
import awsleuth.iam.Layer;
import awsleuth.iam.LayerReport;
import awsleuth.iam.request.Request;
import java.util.List;

/**
 * The tags of a role as those of its session: it has them, but where it was given one of the same
 * key (IAM user guide, "Pass session tags in AWS STS"). A condition that they meet kept the allow
 * from applying only if the session had another, or the role got this one since.
 */
final class RoleTags {

  private RoleTags() {}

  /** Whether they meet the one condition of a statement of which nothing else tells. */
  static boolean meetAny(Facts facts, Turning turning) {
    return turning.only().stream().anyMatch(u -> meet(facts, u));
  }

  private static boolean meet(Facts facts, Unmet unmet) {
    return KnownTags.of(facts)
        .ofRole(unmet.key())
        .flatMap(tag -> Simulated.of(facts).map(s -> allows(s, unmet.key(), tag)))
        .orElse(false);
  }

  private static boolean allows(Simulated simulated, String key, ContextValue tag) {
    Request request = simulated.decision().request();
    Decision then =
        Authorizer.of(simulated.set())
            .explain(request.in(request.context().with(key, tag.request())));
    List<LayerReport> identity =
        then.layers().stream().filter(l -> l.layer() == Layer.IDENTITY).toList();
    return !identity.isEmpty()
        && identity.stream().allMatch(l -> l.outcome() == LayerReport.Outcome.ALLOWS);
  }

  /** What the role's tags leave open. */
  static Need need() {
    return new Need(
        "the tags that the session was given when it began, and when the role got its own",
        "aws cloudtrail lookup-events --lookup-attributes"
            + " AttributeKey=EventName,AttributeValue=AssumeRole");
  }

  /** What to do where the session has its role's tags. */
  static Fix again(Facts facts) {
    return Again.fix(
        facts, "call again, without a change: with the role's tags the policy allows it now", "");
  }
}
