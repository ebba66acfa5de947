package awsleuth.core.cause.permissions;

import awsleuth.core.cause.Again;
import awsleuth.core.cause.Cause;
import awsleuth.core.cause.Finding;
import awsleuth.core.cause.Fix;
import awsleuth.core.cause.Outcome;
import awsleuth.core.cause.Stage;
import awsleuth.core.fact.Facts;
import awsleuth.core.fact.Literal;
import java.util.List;

/** An SES identity is not verified in the Region, or the account is in the sandbox. */
final class SesIdentityUnverified implements Cause {

  @Override
  public String id() {
    return "permissions/ses-identity-unverified";
  }

  @Override
  public Stage stage() {
    return Stage.VALIDATION;
  }

  @Override
  public Outcome examine(Facts facts) {
    boolean code =
        facts.code("MailFromDomainNotVerifiedException", "FromEmailAddressNotVerifiedException");
    if (!code && !facts.seen(PermissionsClue.UNVERIFIED)) {
      return Outcome.NOT_SEEN;
    }
    String region = Literal.shell(facts.call().region(), "<Region>");
    return Outcome.confirmed(
        new Finding(
            "an SES identity is not verified in the Region, or SES is in the sandbox",
            Finding.Specificity.MESSAGE,
            Words.cite(facts, PermissionsClue.UNVERIFIED),
            List.of(
                Fix.command(
                    "verify the identity in the Region of the call",
                    "aws sesv2 create-email-identity --email-identity <address or domain> --region "
                        + region),
                Fix.command(
                    "see whether the account is in the sandbox",
                    "aws sesv2 get-account --region "
                        + region
                        + " --query ProductionAccessEnabled")),
            Again.of(facts, "the message is accepted")));
  }
}
