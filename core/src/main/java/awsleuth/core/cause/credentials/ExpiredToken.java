package awsleuth.core.cause.credentials;

import awsleuth.core.cause.Cause;
import awsleuth.core.cause.Finding;
import awsleuth.core.cause.Fix;
import awsleuth.core.cause.Outcome;
import awsleuth.core.cause.Stage;
import awsleuth.core.evidence.Source;
import awsleuth.core.fact.Facts;
import java.util.List;

/** Temporary credentials are past their expiry. */
final class ExpiredToken implements Cause {

  @Override
  public String id() {
    return "credentials/expired-token";
  }

  @Override
  public Stage stage() {
    return Stage.AUTHENTICATION;
  }

  @Override
  public Outcome examine(Facts facts) {
    if (!(Identity.isExpiredCode(facts))) {
      return Outcome.NOT_SEEN;
    }
    if (KeySource.isLongTerm(facts)) {
      return Outcome.ruledOut(
          "the key in use is a long-term one, without a session token that could end",
          KeySource.in(facts).place().stream().toArray(Source[]::new));
    }
    return Outcome.confirmed(
        new Finding(
            "the temporary credentials have expired",
            Finding.Specificity.CODE,
            KeySource.because(facts),
            List.of(
                Fix.command(
                    "get new ones where the old came from",
                    "aws sso login" + Identity.profileOption(facts)),
                KeySource.remove(facts)),
            Identity.who(facts, "it prints the identity, not ExpiredToken")));
  }
}
