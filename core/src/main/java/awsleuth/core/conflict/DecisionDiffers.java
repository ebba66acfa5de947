package awsleuth.core.conflict;

import awsleuth.core.evidence.AuthorizationDetail;
import awsleuth.core.evidence.AuthorizationDetail.Effect;
import awsleuth.core.evidence.AuthorizationDetail.MatchedStatement;
import awsleuth.core.fact.Denial;
import awsleuth.core.fact.Fact;
import awsleuth.core.fact.Facts;
import awsleuth.core.fact.Need;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * AWS's sentence says that nothing allows the call, and the decoded message or the authorization
 * details that a policy denies it, or the reverse: AWS tells a deny first wherever one applies.
 */
public final class DecisionDiffers implements Contradiction {

  @Override
  public List<Conflict> in(Facts facts) {
    if (facts.detail().isEmpty()
        || !(facts.denial() instanceof Fact.Known<Denial>(Denial denial, var _))) {
      return List.of();
    }
    AuthorizationDetail detail = facts.detail().get();
    boolean denies = detail.effect() == Effect.EXPLICIT_DENY;
    boolean differs = denial.kind() == (denies ? Denial.Kind.IMPLICIT : Denial.Kind.EXPLICIT);
    return differs ? List.of(conflict(detail, denies, facts)) : List.of();
  }

  private static Conflict conflict(AuthorizationDetail detail, boolean denies, Facts facts) {
    return new Conflict(
        "decision",
        "two decisions are told of one call",
        List.of(
            facts.cite("AWS's sentence says that " + words(!denies)),
            Facts.cite(
                "its decision in full says that " + words(denies) + sids(detail), detail.source())),
        new Conflict.Taken.None(
            "one of both is of another call, or was changed",
            Set.of(facts.call().source().artifact(), detail.source().artifact()),
            new Need(
                "the decision on this call, from the message in its own error",
                "aws sts decode-authorization-message --encoded-message <message>")));
  }

  private static String words(boolean denies) {
    return denies ? "a policy denies it" : "no policy allows it";
  }

  private static String sids(AuthorizationDetail detail) {
    return detail.matched().stream()
        .map(MatchedStatement::sid)
        .filter(s -> !s.isEmpty())
        .limit(1)
        .map(s -> " (Sid `" + s + "`)")
        .collect(Collectors.joining());
  }
}
