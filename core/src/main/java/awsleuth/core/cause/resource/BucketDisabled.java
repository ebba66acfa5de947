package awsleuth.core.cause.resource;

import awsleuth.core.cause.Cause;
import awsleuth.core.cause.Finding;
import awsleuth.core.cause.Fix;
import awsleuth.core.cause.Outcome;
import awsleuth.core.cause.Stage;
import awsleuth.core.cause.Verification;
import awsleuth.core.fact.Facts;
import java.util.List;

/** The bucket was withdrawn or its owner closed. */
final class BucketDisabled implements Cause {

  @Override
  public String id() {
    return "resource/bucket-disabled";
  }

  @Override
  public Stage stage() {
    return Stage.RESOURCE;
  }

  @Override
  public Outcome examine(Facts facts) {
    if (!(facts.code("AllAccessDisabled", "AccountProblem.Bucket"))) {
      return Outcome.NOT_SEEN;
    }
    return Outcome.confirmed(
        new Finding(
            "all access to the bucket is disabled",
            Finding.Specificity.CODE,
            List.of(facts.citeError()),
            List.of(
                Fix.codeEdit("use the bucket that has taken its place", "Bucket=\"<bucket>\""),
                Fix.askAdministrator(
                    "ask the owner, or AWS Support where it is yours",
                    "All access to the bucket is disabled (AllAccessDisabled). Was the account"
                        + " closed or the bucket withdrawn?")),
            new Verification.Query(
                "aws s3api head-bucket --bucket " + facts.argument("Bucket", "<bucket>"),
                "it answers without AllAccessDisabled")));
  }
}
