package awsleuth.core.cause.resource;

import awsleuth.core.cause.Cause;
import awsleuth.core.cause.Finding;
import awsleuth.core.cause.Fix;
import awsleuth.core.cause.Outcome;
import awsleuth.core.cause.Stage;
import awsleuth.core.fact.Facts;
import awsleuth.core.fact.Literal;
import java.util.List;

/** It exists already, here or in another account. */
final class AlreadyExists implements Cause {

  @Override
  public String id() {
    return "resource/already-exists";
  }

  @Override
  public Stage stage() {
    return Stage.RESOURCE;
  }

  @Override
  public Outcome examine(Facts facts) {
    if (!(Codes.isExisting(facts))) {
      return Outcome.NOT_SEEN;
    }
    return Outcome.confirmed(
        new Finding(
            "it exists already",
            Codes.isToldToExist(facts) ? Finding.Specificity.MESSAGE : Finding.Specificity.CODE,
            List.of(facts.citeError()),
            fixes(facts),
            Codes.rerun(facts, "the call succeeds with the other name")));
  }

  /** The name of a bucket may be taken by anybody, of whom BucketAlreadyExists does not tell. */
  private static List<Fix> fixes(Facts facts) {
    boolean bucket = facts.code("BucketAlreadyExists", "BucketAlreadyOwnedByYou");
    Fix other =
        Fix.codeEdit(
            bucket
                ? "choose another name; bucket names are shared by all accounts"
                : "choose another name",
            "name = f\"<name>-{account_id}-{region}\"");
    Fix same =
        Fix.codeEdit(
            "take what exists where that is what you want",
            "except client.exceptions."
                + Literal.name(facts.call().code(), "<Error>")
                + ":\n    pass");
    Fix whose =
        Fix.command(
            "see whether the bucket is your own",
            "aws s3api head-bucket --bucket "
                + facts.argument("Bucket", "<bucket>")
                + " --expected-bucket-owner <account id>");
    return facts.code("BucketAlreadyExists") ? List.of(other, whose) : List.of(same, other);
  }
}
