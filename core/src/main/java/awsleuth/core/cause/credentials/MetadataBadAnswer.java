package awsleuth.core.cause.credentials;

import awsleuth.core.cause.Cause;
import awsleuth.core.cause.Finding;
import awsleuth.core.cause.Fix;
import awsleuth.core.cause.Outcome;
import awsleuth.core.cause.Stage;
import awsleuth.core.fact.Facts;
import java.util.List;

/** Instance metadata answered with something else. */
final class MetadataBadAnswer implements Cause {

  @Override
  public String id() {
    return "credentials/metadata-bad-answer";
  }

  @Override
  public Stage stage() {
    return Stage.CREDENTIALS;
  }

  @Override
  public Outcome examine(Facts facts) {
    boolean botocore =
        facts.exception("MetadataRetrievalError", "BadIMDSRequestError")
            && facts.seen(CredentialsClue.BAD_METADATA)
            && !facts.seen(CredentialsClue.CONTAINER);
    boolean other = facts.call().code().isEmpty() && facts.seen(CredentialsClue.IMDS_ANSWER);
    if (!botocore && !other) {
      return Outcome.NOT_SEEN;
    }
    return Outcome.confirmed(
        new Finding(
            "what stands for instance metadata answered with an error",
            Finding.Specificity.MESSAGE,
            List.of(
                facts
                    .citation(CredentialsClue.BAD_METADATA)
                    .or(() -> facts.citation(CredentialsClue.IMDS_ANSWER))
                    .orElseThrow()),
            List.of(
                Fix.command(
                    "see the answer",
                    "curl -s http://169.254.169.254/latest/meta-data/iam/security-credentials/")),
            Identity.who(facts, "it prints the identity")));
  }
}
