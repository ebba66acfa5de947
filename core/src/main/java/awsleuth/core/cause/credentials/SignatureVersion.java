package awsleuth.core.cause.credentials;

import awsleuth.core.cause.Again;
import awsleuth.core.cause.Cause;
import awsleuth.core.cause.Finding;
import awsleuth.core.cause.Fix;
import awsleuth.core.cause.Outcome;
import awsleuth.core.cause.SilentAnswer;
import awsleuth.core.cause.Stage;
import awsleuth.core.fact.Facts;
import java.util.List;

/** The request is signed with a version that is not accepted. */
final class SignatureVersion implements Cause {

  @Override
  public String id() {
    return "credentials/signature-version";
  }

  @Override
  public Stage stage() {
    return Stage.SIGNING;
  }

  @Override
  public Outcome examine(Facts facts) {
    boolean silent = SilentAnswer.isOfHead(facts);
    if (!(silent
        || facts.exception("UnknownSignatureVersionError", "UnsupportedSignatureVersionError")
        || facts.seen(CredentialsClue.SIG_VERSION))) {
      return Outcome.NOT_SEEN;
    }
    Finding finding =
        new Finding(
            silent
                ? "the request may be signed with version 2, which the Region does not take"
                : "the endpoint wants another signature version",
            silent ? Finding.Specificity.KIND : Finding.Specificity.MESSAGE,
            List.of(facts.citation(CredentialsClue.SIG_VERSION).orElseGet(facts::citeError)),
            List.of(
                Fix.codeEdit(
                    "sign with version 4",
                    "boto3.client(\"s3\","
                        + " config=botocore.config.Config(signature_version=\"s3v4\"))")),
            Again.of(facts, "the signature is accepted"));
    return silent ? SilentAnswer.possible(facts, finding) : Outcome.confirmed(finding);
  }
}
