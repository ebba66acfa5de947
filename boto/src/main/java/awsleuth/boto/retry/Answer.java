package awsleuth.boto.retry;

import java.util.OptionalDouble;

/** How one attempt ended, as the retry code sees it. */
public sealed interface Answer {

  /**
   * A response came and was parsed.
   *
   * @param status the HTTP status
   * @param code the error code; empty where the response has none
   * @param wrongChecksum whether its {@code x-amz-crc32} is not that of its body
   * @param retryAfterSeconds what {@code x-amz-retry-after} asks for; empty where it is not there
   *     or is no whole number of milliseconds
   */
  record Response(int status, String code, boolean wrongChecksum, OptionalDouble retryAfterSeconds)
      implements Answer {

    /** A response of that status with an error code; both as the service sent them. */
    public static Response of(int status, String code) {
      return new Response(status, code, false, OptionalDouble.empty());
    }

    /** Whether botocore takes it for success. */
    public boolean isSuccess() {
      return status >= 200 && status < 300;
    }
  }

  /** No response came. */
  enum Failure implements Answer {
    /** The connection could not be made, in time or at all. */
    NO_CONNECTION,
    /** It was not made within {@code connect_timeout}. */
    CONNECT_TIMEOUT,
    /** Nothing came within {@code read_timeout}. */
    READ_TIMEOUT,
    /** It was closed before the response was whole. */
    CONNECTION_CLOSED,
    /** Something else in the transport, such as a body that breaks off. */
    OTHER_TRANSPORT,
    /** An error of the program itself. */
    NOT_TRANSPORT;

    /** Whether it ran out of time. */
    boolean isTimeout() {
      return this == CONNECT_TIMEOUT || this == READ_TIMEOUT;
    }
  }
}
