package awsleuth.app.test;

import awsleuth.app.input.ToldDiagnosis.ToldCause;
import awsleuth.app.input.ToldDiagnosis.ToldFailure;

/** The HTTP statuses of errors whose status the diagnosis does not tell. */
final class Statuses {

  private Statuses() {}

  /** The status that services send with the code. */
  static int of(ToldFailure call) {
    String code = call.code();
    return switch (code) {
      case "SlowDown",
          "ServiceUnavailable",
          "RequestLimitExceeded",
          "ServiceUnavailableException" ->
          503;
      case "InternalError", "InternalFailure", "InternalServerError", "InternalServerException" ->
          500;
      case "AccessDenied" -> 403;
      case "TooManyRequestsException" -> 429;
      default ->
          code.matches("\\d{3}") ? Integer.parseInt(code) : code.startsWith("NoSuch") ? 404 : 400;
    };
  }

  /** Of a cause that is about the service: at least 500. */
  static int of(ToldFailure call, ToldCause cause) {
    int status = call.status().orElseGet(() -> of(call));
    return cause.id().startsWith("service/") && status < 500 ? 500 : status;
  }
}
