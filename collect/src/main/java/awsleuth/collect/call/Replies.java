package awsleuth.collect.call;

import java.util.Optional;

/** What replies over HTTP say. */
final class Replies {

  private Replies() {}

  static CallResult read(Carrier.Carried carried) {
    return switch (carried) {
      case Carrier.Lost(String why) -> new CallResult.Unreachable(why);
      case Carrier.Reply reply when reply.status() < 300 ->
          DocumentReader.read(reply.body())
              .<CallResult>map(d -> new CallResult.Answered(d, reply.body(), reply.header("Date")))
              .orElse(new CallResult.Unreachable("the answer is neither XML nor JSON"));
      case Carrier.Reply reply -> refused(reply);
    };
  }

  private static CallResult refused(Carrier.Reply reply) {
    Document body = DocumentReader.read(reply.body()).orElse(Document.EMPTY);
    Document error = body.at("Errors", "Error").or(() -> body.at("Error")).orElse(body);
    String id =
        first(
            reply.header("x-amzn-RequestId"),
            reply.header("x-amz-request-id"),
            body.textAt("RequestId"),
            body.textAt("RequestID"));
    return new CallResult.Refused(reply.status(), code(reply, error), message(error), id);
  }

  private static String code(Carrier.Reply reply, Document error) {
    String code =
        first(
            error.textAt("Code"),
            error.textAt("__type"),
            reply.header("x-amzn-errortype"),
            error.textAt("code"));
    String last = code.substring(code.indexOf('#') + 1);
    int colon = last.indexOf(':');
    return colon < 0 ? last : last.substring(0, colon);
  }

  private static String message(Document error) {
    return first(error.textAt("Message"), error.textAt("message"), error.textAt("errorMessage"));
  }

  private static String first(String... texts) {
    return Optional.of(texts).stream()
        .flatMap(java.util.Arrays::stream)
        .filter(t -> !t.isEmpty())
        .findFirst()
        .orElse("");
  }

  /** The outcome for people, such as {@code 403 AccessDenied}. */
  static String words(CallResult result) {
    return switch (result) {
      case CallResult.Answered _ -> "answered";
      case CallResult.Refused refused -> (refused.status() + " " + refused.code()).strip();
      case CallResult.NotSent(String why) -> "not sent: " + why;
      case CallResult.Unreachable(String why) -> why;
    };
  }
}
