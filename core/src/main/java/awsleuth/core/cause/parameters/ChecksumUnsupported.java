package awsleuth.core.cause.parameters;

import awsleuth.core.cause.Cause;
import awsleuth.core.cause.Finding;
import awsleuth.core.cause.Fix;
import awsleuth.core.cause.Outcome;
import awsleuth.core.cause.Stage;
import awsleuth.core.fact.Fact;
import awsleuth.core.fact.Facts;
import java.util.List;

/** An S3-compatible store does not accept the checksums of newer botocore. */
final class ChecksumUnsupported implements Cause {

  @Override
  public String id() {
    return "parameters/checksum-unsupported";
  }

  @Override
  public Stage stage() {
    return Stage.VALIDATION;
  }

  @Override
  public Outcome examine(Facts facts) {
    if (!(Calls.isChecksum(facts))) {
      return Outcome.NOT_SEEN;
    }
    boolean header = !facts.seen(ParametersClue.CHECKSUM) && facts.seen(ParametersClue.HEADER);
    boolean bare =
        header
            || facts.code("XAmzContentSHA256Mismatch", "MissingContentLength", "MissingContentMD5");
    boolean open = bare && !isElsewhere(facts);
    Finding finding =
        new Finding(
            "the store does not take the checksums that botocore sends since 1.36",
            Finding.Specificity.MESSAGE,
            List.of(facts.citeError()),
            List.of(
                Fix.setting(
                    "send checksums only where the operation needs them",
                    """
                    [default]
                    request_checksum_calculation = when_required
                    response_checksum_validation = when_required\
                    """),
                Fix.codeEdit(
                    "or on the client",
                    "botocore.config.Config(request_checksum_calculation=\"when_required\","
                        + " response_checksum_validation=\"when_required\")"),
                Fix.command("or stay below boto3 1.36", "pip install 'boto3<1.36'")),
            Calls.rerun(facts, "the object is stored"));
    return open
        ? Outcome.possible(
            finding.perhaps(),
            header
                ? "which store answered: S3 itself says so of a body whose length is not known"
                : "which store answered: AWS itself takes these checksums",
            "the endpoint URL of the client (print(client.meta.endpoint_url)) and the versions")
        : Outcome.confirmed(finding);
  }

  /** Whether the text shows an endpoint that is not of AWS. */
  private static boolean isElsewhere(Facts facts) {
    return !facts.call().endpoint().isEmpty() && facts.host() instanceof Fact.Unknown;
  }
}
