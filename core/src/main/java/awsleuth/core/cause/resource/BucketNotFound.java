package awsleuth.core.cause.resource;

import awsleuth.core.cause.Cause;
import awsleuth.core.cause.Finding;
import awsleuth.core.cause.Fix;
import awsleuth.core.cause.Outcome;
import awsleuth.core.cause.Stage;
import awsleuth.core.cause.Verification;
import awsleuth.core.evidence.GivenParameters;
import awsleuth.core.fact.Facts;
import java.util.List;
import java.util.Map;

/** The S3 bucket does not exist. */
final class BucketNotFound implements Cause {

  /** The longest name of a bucket that AWS allows. */
  private static final int MOST_SHOWN = 63;

  @Override
  public String id() {
    return "resource/bucket-not-found";
  }

  @Override
  public Stage stage() {
    return Stage.RESOURCE;
  }

  @Override
  public Outcome examine(Facts facts) {
    boolean bare = Codes.isBareNoKey(facts);
    if (!Codes.isNoBucket(facts) && !bare) {
      return Outcome.NOT_SEEN;
    }
    Finding finding =
        new Finding(
            facts
                .parameter("Bucket")
                .filter(bucket -> bucket.length() <= MOST_SHOWN)
                .map(bucket -> "there is no bucket `" + bucket + "`")
                .orElse("there is no bucket of this name"),
            bare ? Finding.Specificity.KIND : Finding.Specificity.CODE,
            List.of(facts.citeError()),
            List.of(
                Fix.command(
                    "compare it with the buckets that the account has",
                    "aws s3api list-buckets --query 'Buckets[].Name'"),
                corrected(facts),
                made(facts)),
            new Verification.Query(
                head(facts),
                "it answers without an error, with the other name where the name was wrong"));
    return bare
        ? Outcome.possible(finding, "whether the bucket is there", head(facts))
        : Outcome.confirmed(finding);
  }

  private static String head(Facts facts) {
    return "aws s3api head-bucket --bucket " + facts.argument("Bucket", "<bucket>");
  }

  private static Fix corrected(Facts facts) {
    String title = "correct the name in the call: the bucket's alone, no s3:// and no path";
    boolean command = facts.written().filter(w -> w.form() == GivenParameters.Form.CLI).isPresent();
    return command
        ? Fix.command(title, facts.reproduction(Map.of("Bucket", "")))
        : Fix.codeEdit(title, "Bucket=\"<bucket>\"");
  }

  /** Nobody has a bucket that S3 does not know, so that its name is free. */
  private static Fix made(Facts facts) {
    String region =
        facts.catalog().region(facts.call().region()).map(r -> r.name()).orElse("<region>");
    String command =
        "aws s3api create-bucket --bucket "
            + facts.argument("Bucket", "<bucket>")
            + " --region "
            + region
            + (region.equals("us-east-1")
                ? ""
                : " --create-bucket-configuration LocationConstraint=" + region);
    return new Fix.Command(
        "or, if it is to be there, make it", command, Fix.reviewOrTemplate(command));
  }
}
