package awsleuth.core.cause.credentials;

import awsleuth.core.cause.Cause;
import awsleuth.core.cause.Finding;
import awsleuth.core.cause.Fix;
import awsleuth.core.cause.Outcome;
import awsleuth.core.cause.Stage;
import awsleuth.core.fact.Facts;
import awsleuth.core.fact.Literal;
import java.util.List;

/** An earlier provider won over the one meant. */
final class Shadowed implements Cause {

  @Override
  public String id() {
    return "credentials/shadowed";
  }

  @Override
  public Stage stage() {
    return Stage.CREDENTIALS;
  }

  @Override
  public Outcome examine(Facts facts) {
    if (!(Shadow.in(facts).both()
        && (Identity.isExpiredCode(facts)
            || Identity.isInvalidCode(facts)
            || facts.code(
                "AccessDenied",
                "AccessDeniedException",
                "SignatureDoesNotMatch",
                "UnauthorizedOperation")))) {
      return Outcome.NOT_SEEN;
    }
    return Outcome.confirmed(
        new Finding(
            "keys in the environment win over the profile `"
                + Shadow.in(facts).profile().map(v -> v.value()).orElse("")
                + "`",
            Finding.Specificity.EVIDENCE,
            List.of(
                Facts.cite(
                    "AWS_ACCESS_KEY_ID is set ("
                        + Shadow.in(facts).key().map(v -> v.value()).orElse("")
                        + "), so botocore uses it",
                    Shadow.in(facts).key().orElseThrow().source()),
                Facts.cite(
                    "the profile that is named here is then not asked for its keys",
                    Shadow.in(facts).profile().orElseThrow().source())),
            List.of(
                Identity.unset(),
                Fix.codeEdit(
                    "or give the profile as an argument: that turns environment keys off",
                    "boto3.Session(profile_name="
                        + Literal.python(
                            Shadow.in(facts).profile().map(v -> v.value()).orElse("<profile>"))
                        + ")")),
            Identity.who(facts, "the ARN is that of the profile")));
  }
}
