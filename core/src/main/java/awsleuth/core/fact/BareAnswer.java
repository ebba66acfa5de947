package awsleuth.core.fact;

import java.util.Locale;

/**
 * An answer that says nothing of its reason. S3 tells the code of an error in the body, which an
 * answer to HEAD does not have.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_HeadObject.html">HeadObject</a>
 */
public final class BareAnswer {

  private BareAnswer() {}

  /** Whether the answer was a 400 without more. */
  public static boolean isBadRequest(Facts facts) {
    String message = facts.call().message().strip().toLowerCase(Locale.ROOT);
    if (facts.code("AWSBadRequestException")) {
      return message.endsWith("s3exception: null"); // Hadoop's name for it
    }
    if (facts.code("400 Bad Request")) {
      return true; // what the SDK for Java 1 gives where the answer has no body
    }
    return facts.code("400")
        && (message.isEmpty()
            || message.equals("bad request")
            || message.equals("badrequest: null")
            || message.endsWith("s3exception: bad request")
            || message.equals("null"));
  }

  /** Whether a call was refused, as the words at its message's end or the status alone tell. */
  public static boolean isRefusal(Facts facts) {
    String message = facts.call().message().strip().toLowerCase(Locale.ROOT);
    int status = facts.call().httpStatus().orElse(0);
    if (facts.exception("ResponseParserError")) {
      return false; // what answered is no service of AWS
    }
    return message.endsWith("access denied")
        || message.endsWith("forbidden")
        || status == 401
        || status == 403;
  }
}
