package awsleuth.core.cause.resource;

import awsleuth.core.cause.Cause;
import awsleuth.core.cause.Finding;
import awsleuth.core.cause.Fix;
import awsleuth.core.cause.Outcome;
import awsleuth.core.cause.Stage;
import awsleuth.core.cause.Verification;
import awsleuth.core.fact.Facts;
import java.util.List;

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
    if (!(Codes.isNoBucket(facts))) {
      return Outcome.NOT_SEEN;
    }
    return Outcome.confirmed(
        new Finding(
            facts
                .parameter("Bucket")
                .filter(bucket -> bucket.length() <= MOST_SHOWN)
                .map(bucket -> "there is no bucket `" + bucket + "`")
                .orElse("there is no bucket of this name"),
            Finding.Specificity.CODE,
            List.of(facts.citeError()),
            List.of(
                Fix.command(
                    "list the buckets of the account",
                    "aws s3api list-buckets --query 'Buckets[].Name'"),
                Fix.codeEdit(
                    "correct the name, without s3:// and without a path",
                    "s3.head_bucket(Bucket=\"<bucket>\")")),
            new Verification.Query(
                "aws s3api head-bucket --bucket " + facts.argument("Bucket", "<bucket>"),
                "it answers without an error")));
  }
}
