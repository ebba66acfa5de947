package awsleuth.core.cause;

import awsleuth.core.fact.BareAnswer;
import awsleuth.core.fact.Facts;

/**
 * An answer of 400 that says nothing of its reason. S3 tells the code of an error in the body,
 * which an answer to HEAD does not have.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_HeadObject.html">HeadObject</a>
 */
public final class SilentAnswer {

  private static final String MISSING = "the code, which an answer to HEAD does not have";

  private SilentAnswer() {}

  /** Whether S3 answered so to HEAD, which hides the codes of its other answers of 400. */
  public static boolean isOfHead(Facts facts) {
    return BareAnswer.isBadRequest(facts)
        && facts.call().service().equals("s3")
        && facts.call().operation().startsWith("Head");
  }

  /** Possible, until a GET brings the code. */
  public static Outcome possible(Facts facts, Finding finding) {
    return Outcome.possible(finding, MISSING, get(facts));
  }

  /** A command whose answer has the code. */
  public static String get(Facts facts) {
    String bucket = facts.argument("Bucket", "<bucket>");
    return facts.call().operation().equals("HeadBucket")
        ? "aws s3api list-objects-v2 --max-items 1 --bucket " + bucket
        : "aws s3api get-object --bucket "
            + bucket
            + " --key "
            + facts.argument("Key", "<key>")
            + " --range bytes=0-0 /dev/null";
  }
}
