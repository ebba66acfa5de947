package awsleuth.core.conflict;

import awsleuth.core.evidence.FailedCall;
import awsleuth.core.evidence.TrailEvent;
import awsleuth.core.fact.Denial;
import awsleuth.core.fact.Fact;
import awsleuth.core.fact.Facts;
import java.util.List;

/**
 * AWS's sentence names another caller than CloudTrail's event: that of the same request, or the one
 * event that was given for a call of this operation.
 */
public final class PrincipalDiffers implements Contradiction {

  @Override
  public List<Conflict> in(Facts facts) {
    if (!(facts.denial() instanceof Fact.Known<Denial>(Denial denial, var sources))
        || !denial.principal().startsWith("arn:")) {
      return List.of();
    }
    return facts.trail().stream()
        .filter(e -> isMeant(e, facts))
        .filter(e -> e.principal().startsWith("arn:"))
        .filter(e -> !e.principal().equals(denial.principal()))
        .filter(e -> !sources.contains(e.source()))
        .limit(1)
        .map(e -> conflict(e, denial, facts))
        .toList();
  }

  private static boolean isMeant(TrailEvent e, Facts facts) {
    return Same.request(e, facts.call()) || (isOf(e, facts.call()) && isAlone(e, facts));
  }

  private static boolean isOf(TrailEvent e, FailedCall call) {
    String operation = call.operation();
    boolean same = operation.equals(e.operation()) || operation.equals(e.operation() + "V2");
    return same && !e.errorCode().isEmpty();
  }

  /** Whether a file has but this event, and no event is the caller's own. */
  private static boolean isAlone(TrailEvent e, Facts facts) {
    boolean alone =
        facts.trail().stream()
                .filter(t -> t.source().artifact().equals(e.source().artifact()))
                .count()
            == 1;
    return alone && facts.event().isEmpty();
  }

  private static Conflict conflict(TrailEvent e, Denial denial, Facts facts) {
    boolean same = Same.request(e, facts.call());
    return new Conflict(
        "principal",
        same ? "two callers are named for one request" : "the event is of another caller",
        List.of(
            facts.cite("AWS's sentence names `" + denial.principal() + "`"),
            Facts.cite("the event names `" + e.principal() + "`", e.at("userIdentity.arn"))),
        new Conflict.Taken.One(
            "the sentence is taken, since the service wrote it of this call; "
                + (same ? "one of both was changed" : "the event is not taken for the call's")));
  }
}
