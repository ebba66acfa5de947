package awsleuth.core.cause.network;

import awsleuth.core.cause.Cause;
import awsleuth.core.cause.Finding;
import awsleuth.core.cause.Fix;
import awsleuth.core.cause.Outcome;
import awsleuth.core.cause.Stage;
import awsleuth.core.fact.Facts;
import java.util.List;

/** The body ended early or does not match its length or checksum. */
final class IncompleteRead implements Cause {

  @Override
  public String id() {
    return "network/incomplete-read";
  }

  @Override
  public Stage stage() {
    return Stage.RESPONSE;
  }

  @Override
  public Outcome examine(Facts facts) {
    if (!(facts.exception(
            "IncompleteReadError",
            "IncompleteRead",
            "ResponseStreamingError",
            "ClientPayloadError",
            "ChecksumError",
            "FlexibleChecksumError",
            "RetriesExceededError",
            "S3DownloadFailedError")
        || (facts.call().code().isEmpty() && facts.seen(NetworkClue.INCOMPLETE)))) {
      return Outcome.NOT_SEEN;
    }
    return Outcome.confirmed(
        new Finding(
            "the body that arrived is not the whole body",
            Finding.Specificity.CODE,
            facts.citeErrorAndRequests(),
            List.of(
                Fix.codeEdit(
                    "download with retries of the body",
                    "s3.download_file(\"<bucket>\", \"<key>\", \"<file>\")")),
            Connections.rerun(facts, "the body arrives whole")));
  }
}
