package awsleuth.core.cause.permissions;

import awsleuth.core.evidence.AuthorizationDetail.MatchedStatement;
import awsleuth.core.evidence.PolicyDocument;
import awsleuth.core.fact.Citation;
import awsleuth.core.fact.Facts;
import java.util.ArrayList;
import java.util.List;

/** What AWS itself says of the decision beside the refusal: details and the simulator. */
final class Consulted {

  private static final int MOST = 3;

  private Consulted() {}

  /** In words, each where it stands; none where AWS was not asked. */
  static List<Citation> of(Facts facts) {
    if (facts.isAlone()) {
      return List.of();
    }
    List<Citation> cited = new ArrayList<>();
    facts.detail().stream()
        .flatMap(d -> d.matched().stream())
        .limit(MOST)
        .map(Consulted::cite)
        .forEach(cited::add);
    cited.addAll(BesideSimulator.of(facts));
    return List.copyOf(cited);
  }

  private static Citation cite(MatchedStatement s) {
    String which = s.sid().isEmpty() ? "a statement without a Sid" : "Sid `" + s.sid() + "`";
    String type =
        s.policyType() == PolicyDocument.Type.UNKNOWN ? "" : " of " + Layer.words(s.policyType());
    String policy = s.policy().isEmpty() ? "" : " `" + s.policy() + "`";
    return new Citation("AWS names what denies: " + which + type + policy, s.source());
  }
}
