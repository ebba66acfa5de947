package awsleuth.core.cause.network;

import awsleuth.core.cause.Again;
import awsleuth.core.cause.Cause;
import awsleuth.core.cause.Finding;
import awsleuth.core.cause.Fix;
import awsleuth.core.cause.Outcome;
import awsleuth.core.cause.SigningClue;
import awsleuth.core.cause.SilentAnswer;
import awsleuth.core.cause.Stage;
import awsleuth.core.cause.Verification;
import awsleuth.core.fact.Answers;
import awsleuth.core.fact.ExpectedRegion;
import awsleuth.core.fact.Facts;
import awsleuth.core.fact.Literal;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The bucket or signature belongs to another Region. */
final class BucketInOtherRegion implements Cause {

  @Override
  public String id() {
    return "network/bucket-in-other-region";
  }

  @Override
  public Stage stage() {
    return Stage.AUTHENTICATION;
  }

  @Override
  public Outcome examine(Facts facts) {
    if (facts.seen(SigningClue.ELSEWHERE)) {
      return Outcome.confirmed(signedElsewhere(facts));
    }
    boolean silent = SilentAnswer.isOfHead(facts);
    if (!(silent
        || (facts.code("PermanentRedirect", "TemporaryRedirect", "301", "307", "BucketRegionError")
            || (facts.code("IllegalLocationConstraintException", "InvalidLocationConstraint")
                && !facts.seen(NetworkClue.UNSPECIFIED_LOCATION))
            || (facts.code("AuthorizationHeaderMalformed") && !facts.seen(NetworkClue.MALFORMED))
            || (facts.code("AuthorizationQueryParametersError", "400", "InvalidRequest")
                && facts.seen(NetworkClue.OTHER_REGION))
            || (facts.call().code().isEmpty() && facts.seen(NetworkClue.OTHER_REGION))
            || (facts.call().code().isEmpty() && facts.call().httpStatus().orElse(0) == 301)))) {
      return Outcome.NOT_SEEN;
    }
    Finding finding =
        new Finding(
            creates(facts)
                ? "the location constraint and the Region of the endpoint differ"
                : silent
                    ? "the bucket may be in another Region: botocore's own redirect did not help"
                    : "the bucket is in another Region than the request was made for",
            silent ? Finding.Specificity.KIND : Finding.Specificity.CODE,
            Stream.concat(
                    Stream.of(facts.citeError()),
                    ExpectedRegion.asked(facts).map(Answers.Answer::citation).stream())
                .toList(),
            fixes(facts),
            again(facts));
    return silent ? SilentAnswer.possible(facts, finding) : Outcome.confirmed(finding);
  }

  /** Where the bucket's Region was asked for it need not be again. */
  private static List<Fix> fixes(Facts facts) {
    Fix there =
        Fix.codeEdit(
            "make the client for that Region",
            "boto3.client(\"s3\", region_name="
                + Literal.python(ExpectedRegion.in(facts).orElse("<region>"))
                + ")");
    return ExpectedRegion.asked(facts).isPresent()
        ? List.of(there)
        : List.of(
            creates(facts)
                ? Fix.codeEdit(
                    "name the Region of the client as the constraint; none in us-east-1",
                    "s3.create_bucket(Bucket="
                        + Literal.python(facts.parameter("Bucket").orElse("<bucket>"))
                        + ", CreateBucketConfiguration={\"LocationConstraint\":"
                        + " s3.meta.region_name})")
                : Fix.command(
                    "ask for the bucket's Region",
                    "aws s3api head-bucket --bucket "
                        + facts.argument("Bucket", "<bucket>")
                        + " --query BucketRegion"),
            there);
  }

  /** The endpoint in use is not of the Region and service that requests are signed for. */
  private static Finding signedElsewhere(Facts facts) {
    return new Finding(
        "the request is signed for another Region or service than the one that answers",
        Finding.Specificity.MESSAGE,
        List.of(facts.citeError()),
        List.of(
            Fix.command(
                "see which Region and which endpoint URLs are set: they have to fit",
                "aws configure get region; env | grep -E 'AWS_(DEFAULT_)?REGION|AWS_ENDPOINT_URL'"),
            Fix.codeEdit(
                "make the client for the Region of its endpoint",
                "boto3.client("
                    + Literal.python(
                        facts.call().service().isEmpty() ? "<service>" : facts.call().service())
                    + ", region_name=\"<Region of the endpoint>\")")),
        Connections.rerun(facts, "the signature is accepted"));
  }

  /** In the Region that S3 expects, where it says so. */
  private static Verification again(Facts facts) {
    String expect = "S3 answers without a redirect";
    if (creates(facts)) {
      return Again.ofBucket(facts, ExpectedRegion.in(facts));
    }
    return ExpectedRegion.in(facts)
        .map(region -> Again.of(facts, expect, Map.of("Region", region)))
        .orElseGet(() -> Connections.rerun(facts, expect));
  }

  /** Whether a bucket is to be made, so that there is none yet. */
  private static boolean creates(Facts facts) {
    return facts.code("IllegalLocationConstraintException", "InvalidLocationConstraint")
        || facts.call().operation().equals("CreateBucket");
  }
}
