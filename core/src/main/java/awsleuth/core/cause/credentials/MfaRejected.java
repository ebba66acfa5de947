package awsleuth.core.cause.credentials;

import awsleuth.core.cause.Cause;
import awsleuth.core.cause.Finding;
import awsleuth.core.cause.Fix;
import awsleuth.core.cause.Outcome;
import awsleuth.core.cause.Stage;
import awsleuth.core.fact.Facts;
import java.util.List;

/** The MFA code was refused or nobody can type one. */
final class MfaRejected implements Cause {

  @Override
  public String id() {
    return "credentials/mfa-rejected";
  }

  @Override
  public Stage stage() {
    return Stage.CREDENTIALS;
  }

  @Override
  public Outcome examine(Facts facts) {
    if (!(facts.exception("RefreshWithMFAUnsupportedError")
        || (facts.code("AccessDenied", "ValidationError", "AccessDeniedException")
            && facts.call().service().equals("sts")
            && facts.seen(CredentialsClue.MFA)))) {
      return Outcome.NOT_SEEN;
    }
    return Outcome.confirmed(
        new Finding(
            "the MFA code or device was refused, or nobody can type a code",
            Finding.Specificity.MESSAGE,
            List.of(facts.citation(CredentialsClue.MFA).orElseGet(facts::citeError)),
            List.of(
                Fix.command(
                    "use the next code, and the serial number of the device",
                    "aws sts get-session-token --serial-number <arn-of-device> --token-code <code>"),
                Fix.setting(
                    "the device of the caller, in the profile",
                    "mfa_serial = arn:aws:iam::<account-id>:mfa/<device>")),
            Identity.who(facts, "it prints the role")));
  }
}
