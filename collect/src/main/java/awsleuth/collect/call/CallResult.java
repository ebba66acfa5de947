package awsleuth.collect.call;

import awsleuth.boto.Raised;
import awsleuth.collect.wire.Fault;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** What came of a call. */
public sealed interface CallResult {

  /**
   * The service did as asked.
   *
   * @param text the body as it came
   * @param date the header {@code Date}; empty if it had none
   */
  record Answered(Document document, String text, String date) implements CallResult {

    /** Whether it is a page for people, as portals and proxies answer, and nothing of AWS. */
    public boolean isPage() {
      return document.name().equalsIgnoreCase("html");
    }
  }

  /**
   * The service refused.
   *
   * @param status of HTTP
   * @param code such as {@code AccessDenied}; empty if the answer has none
   * @param message of the service; may quote names; empty if the answer has none
   * @param requestId empty if the answer has none
   */
  record Refused(int status, String code, String message, String requestId) implements CallResult {

    private static final int TOO_MANY = 429;
    private static final Set<String> EXPIRED =
        Set.of("ExpiredToken", "ExpiredTokenException", "TokenRefreshRequired");
    private static final Set<String> UNTIMELY = Set.of("RequestExpired", "RequestTimeTooSkewed");
    private static final Set<String> OF_SIGNATURE =
        Set.of("InvalidSignature", "InvalidSignatureException", "SignatureDoesNotMatch");
    private static final Set<String> NOT_TAKEN =
        Set.of(
            "AuthFailure",
            "IncompleteSignature",
            "InvalidAccessKeyId",
            "InvalidClientTokenId",
            "InvalidToken",
            "MissingAuthenticationToken",
            "UnrecognizedClientException");

    /** The status with the code, where that is another. */
    public String statusAndCode() {
      String number = String.valueOf(status);
      return code.isEmpty() || code.equals(number) ? number : number + " " + code;
    }

    /** Whether it says that it was asked too often. */
    public boolean isThrottled() {
      return status == TOO_MANY
          || code.startsWith("Throttl")
          || code.startsWith("TooManyRequests")
          || code.startsWith("RequestThrottled")
          || code.equals("RequestLimitExceeded")
          || code.equals("SlowDown");
    }

    /** Whether it says that the credentials have expired. */
    public boolean hasExpired() {
      return EXPIRED.contains(code);
    }

    /** Whether it says that the credentials are not taken, whatever they are allowed. */
    public boolean isOfCredentials() {
      boolean signed = OF_SIGNATURE.contains(code) && !isOfSignaturesTime();
      return hasExpired() || NOT_TAKEN.contains(code) || signed;
    }

    /** Whether it says that the request's time is too far from the service's. */
    public boolean isUntimely() {
      return UNTIMELY.contains(code) || isOfSignaturesTime();
    }

    /**
     * Whether a signature is not taken for its time: {@code Signature expired: … is now earlier}.
     */
    private boolean isOfSignaturesTime() {
      return OF_SIGNATURE.contains(code)
          && (message.startsWith("Signature expired")
              || message.startsWith("Signature not yet current"));
    }

    /**
     * Whether it is said of temporary credentials that have expired too, as EC2 does.
     *
     * @see <a href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/errors-overview.html">
     *     Error codes for the Amazon EC2 API</a>
     */
    public boolean mayHaveExpired() {
      return hasExpired() || code.equals("RequestExpired");
    }

    /** Whether it says that the caller is not allowed. */
    public boolean isDenied() {
      return (status == 403 && !isOfCredentials() && !isUntimely())
          || code.startsWith("AccessDenied")
          || code.startsWith("UnauthorizedOperation")
          || code.startsWith("NotAuthorized");
    }
  }

  /**
   * It was not sent.
   *
   * @param why in a few words
   * @param raised what boto3 raises instead of sending it; empty where awsleuth alone does not
   */
  record NotSent(String why, Optional<Raised> raised) implements CallResult {

    /** One that awsleuth does not send. */
    public NotSent(String why) {
      this(why, Optional.empty());
    }
  }

  /**
   * It was sent, or should have been, and no answer came that can be read.
   *
   * @param why in a few words
   * @param fault what broke off; empty where an answer came
   * @param patience how long it would have been waited for, from when it was sent; zero where an
   *     answer came
   */
  record Unreachable(String why, Optional<Fault> fault, Duration patience) implements CallResult {

    /** An answer that cannot be read. */
    static Unreachable unread(String why) {
      return new Unreachable(why, Optional.empty(), Duration.ZERO);
    }
  }
}
