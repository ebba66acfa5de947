package awsleuth.core.evidence;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A call as it was seen in the program that ran: one that failed, was repeated or took long. The
 * {@link Failure} of a call that failed has the same source.
 *
 * @param service the boto3 client name; empty where it was not seen
 * @param operation the operation in API form; empty where no call came about, such as where a
 *     client could not be made
 * @param client the client; empty where none was made
 * @param profile the profile that the program gave its session in code, an empty text where it gave
 *     none; empty where that was not seen
 * @param attempts its requests in order; empty where none was sent
 * @param answered what in the program itself gave the error that AWS would give, such as {@code
 *     moto}; empty where nothing is known to
 * @param ending how it ended
 * @param seconds how long it took, the waits between its requests included
 * @param place the line of the program that made it, such as {@code app.py:23}
 * @param source where it was seen
 */
public record WatchedCall(
    String service,
    String operation,
    Optional<WatchedClient> client,
    Optional<String> profile,
    List<Attempt> attempts,
    String answered,
    Ending ending,
    double seconds,
    String place,
    Source source)
    implements Evidence {

  /** How a call ended. */
  public enum Ending {
    /** It gave an answer that is no error. */
    SUCCEEDED,
    /** The program caught the exception and went on. */
    HANDLED,
    /** A thread of the program ended with the exception, and the program went on. */
    THREAD,
    /** The program ended with the exception. */
    FATAL
  }

  /**
   * One request.
   *
   * @param waited seconds since the answer before; of the first one, since the call began
   * @param seconds until its answer or exception
   * @param status the HTTP status; empty where there was no answer
   * @param code the error code; empty where it was none
   * @param exception the simple class name of the exception that stood for an answer; empty where
   *     there was an answer
   * @param requestId the service's request id; empty where it gave none
   * @param host scheme and host that it was sent to
   */
  public record Attempt(
      double waited,
      double seconds,
      OptionalInt status,
      String code,
      String exception,
      String requestId,
      String host) {}

  /** How many requests were made. */
  public int requests() {
    return attempts.size();
  }
}
