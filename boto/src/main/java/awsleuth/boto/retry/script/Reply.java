package awsleuth.boto.retry.script;

import awsleuth.boto.retry.Answer;
import java.util.OptionalDouble;

/** What the server does with one request, as botocore reads it. */
sealed interface Reply {

  /**
   * A response that botocore can read.
   *
   * @param status the HTTP status
   * @param error whether it has an error
   * @param code the error code; may be empty although there is an error
   * @param message of the error
   * @param bucketRegion where S3 says that the bucket is; empty where it does not
   * @param wrongChecksum whether {@code x-amz-crc32} is not that of the body
   * @param body the body, for the checksum
   * @param retryAfterSeconds what {@code x-amz-retry-after} asks for
   */
  record Readable(
      int status,
      boolean error,
      String code,
      String message,
      String bucketRegion,
      boolean wrongChecksum,
      String body,
      OptionalDouble retryAfterSeconds)
      implements Reply {

    static Readable success(int status) {
      return new Readable(status, false, "", "", "", false, "", OptionalDouble.empty());
    }

    static Readable error(int status, String code, String message) {
      return new Readable(status, true, code, message, "", false, "", OptionalDouble.empty());
    }

    Readable in(String region) {
      return new Readable(
          status, error, code, message, region, wrongChecksum, body, retryAfterSeconds);
    }

    Readable after(OptionalDouble seconds) {
      return new Readable(status, error, code, message, bucketRegion, wrongChecksum, body, seconds);
    }

    Readable withChecksum(boolean right, String text) {
      return new Readable(
          status, error, code, message, bucketRegion, !right, text, retryAfterSeconds);
    }

    Answer answer() {
      return new Answer.Response(status, code, wrongChecksum, retryAfterSeconds);
    }
  }

  /** A response at which botocore's parser fails; such a call is never repeated. */
  record Unreadable(String exception, String message) implements Reply {}

  /**
   * No whole response.
   *
   * @param failure how it failed
   * @param seen whether the server saw the request
   */
  record Broken(Answer.Failure failure, boolean seen) implements Reply {}
}
