package awsleuth.core.evidence;

import java.util.OptionalInt;

/**
 * A call that failed, as far as the text tells. An empty string means that the text does not tell.
 *
 * @param exception the exception's simple class name as printed ({@code ClientError}, {@code
 *     NoSuchKey}, {@code EndpointConnectionError})
 * @param service the boto3 client name ({@code s3}, {@code stepfunctions})
 * @param serviceInferred whether the service was worked out from something else than its name
 * @param operation the operation in API form ({@code ListObjectsV2})
 * @param code the error code as the service gave it ({@code AccessDenied}, {@code 404})
 * @param message the error message, without the sentence around it
 * @param httpStatus the HTTP status
 * @param requestId the service's request id
 * @param region the Region, as written even where there is no such Region
 * @param endpoint the endpoint's URL or host name as written
 * @param maxRetries N of {@code (reached max retries: N)}
 * @param source the line that the sentence begins in
 */
public record FailedCall(
    String exception,
    String service,
    boolean serviceInferred,
    String operation,
    String code,
    String message,
    OptionalInt httpStatus,
    String requestId,
    String region,
    String endpoint,
    OptionalInt maxRetries,
    Source source) {

  /** Whether the error code is one of these, in any case. */
  public boolean hasCode(String... codes) {
    for (String c : codes) {
      if (c.equalsIgnoreCase(code)) {
        return true;
      }
    }
    return false;
  }

  /** The same call, told so many lines further on. */
  FailedCall moved(int lines) {
    return with(region, source.moved(lines));
  }

  /** The same call, known to have been made in a Region. */
  public FailedCall in(String known) {
    return with(known, source);
  }

  private FailedCall with(String where, Source at) {
    return new FailedCall(
        exception,
        service,
        serviceInferred,
        operation,
        code,
        message,
        httpStatus,
        requestId,
        where,
        endpoint,
        maxRetries,
        at);
  }

  /** What two failed calls have in common that are the same failure seen twice. */
  public String kind() {
    return kind(exception, code, httpStatus, operation, service, message);
  }

  /** The same of its parts; a status tells more than the words only where there is no code. */
  public static String kind(
      String exception,
      String code,
      OptionalInt httpStatus,
      String operation,
      String service,
      String message) {
    String reason = code.isEmpty() ? httpStatus.toString() : code;
    return String.join("|", exception, reason, operation, service, Failure.alike(message));
  }
}
