package awsleuth.core.cause.credentials;

import awsleuth.core.cause.Cause;
import awsleuth.core.cause.Finding;
import awsleuth.core.cause.Fix;
import awsleuth.core.cause.Outcome;
import awsleuth.core.cause.Stage;
import awsleuth.core.fact.Facts;
import awsleuth.core.fact.Literal;
import java.util.List;

/** A provider had a key id without its secret, or the reverse. */
final class Partial implements Cause {

  @Override
  public String id() {
    return "credentials/partial";
  }

  @Override
  public Stage stage() {
    return Stage.CREDENTIALS;
  }

  @Override
  public Outcome examine(Facts facts) {
    if (!(facts.exception("PartialCredentialsError")
        || (facts.exception("KeyError") && facts.seen(CredentialsClue.PARTIAL)))) {
      return Outcome.NOT_SEEN;
    }
    return Outcome.confirmed(
        new Finding(
            "`"
                + facts.captured("provider").orElse("a provider")
                + "` has one half of a key pair: "
                + facts.captured("cred_var").orElse("the other")
                + " is missing",
            Finding.Specificity.MESSAGE,
            List.of(facts.cite("missing: " + facts.captured("cred_var").orElse("a half"))),
            List.of(
                Fix.setting(
                    "give both halves, or neither",
                    "["
                        + Literal.setting(Identity.profile(facts))
                        + "]\naws_access_key_id = <key-id>\naws_secret_access_key = <secret>"),
                Identity.unset()),
            Identity.who(facts, "it prints the identity that is meant")));
  }
}
