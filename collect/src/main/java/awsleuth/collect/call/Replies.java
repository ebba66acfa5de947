package awsleuth.collect.call;

import awsleuth.collect.wire.HttpReply;
import java.util.Optional;

/** What replies over HTTP say. */
final class Replies {

  private Replies() {}

  static CallResult read(HttpReply reply) {
    return reply.status() < 300
        ? DocumentReader.read(reply.body())
            .<CallResult>map(d -> new CallResult.Answered(d, reply.body(), header(reply, "date")))
            .orElse(
                new CallResult.Unreachable("the answer is neither XML nor JSON", Optional.empty()))
        : refused(reply);
  }

  private static String header(HttpReply reply, String name) {
    return reply.headers().getOrDefault(name, "");
  }

  private static CallResult refused(HttpReply reply) {
    Document body = DocumentReader.read(reply.body()).orElse(Document.EMPTY);
    Document error = body.at("Errors", "Error").or(() -> body.at("Error")).orElse(body);
    String id =
        first(
            header(reply, "x-amzn-requestid"),
            header(reply, "x-amz-request-id"),
            body.textAt("RequestId"),
            body.textAt("RequestID"));
    return new CallResult.Refused(reply.status(), code(reply, error), message(error), id);
  }

  private static String code(HttpReply reply, Document error) {
    String code =
        first(
            error.textAt("Code"),
            error.textAt("__type"),
            header(reply, "x-amzn-errortype"),
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
      case CallResult.Unreachable(String why, var _) -> why;
    };
  }
}
