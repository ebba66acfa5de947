package awsleuth.collect.call;

import awsleuth.boto.retry.script.Protocol;
import awsleuth.collect.wire.HttpReply;
import java.util.Optional;

/** What replies over HTTP say. */
final class Replies {

  private Replies() {}

  /**
   * What one says.
   *
   * @param protocol that the service speaks
   */
  static CallResult read(HttpReply reply, Protocol protocol) {
    return reply.status() < 300
        ? DocumentReader.read(reply.body())
            .<CallResult>map(d -> new CallResult.Answered(d, reply.body(), header(reply, "date")))
            .orElse(CallResult.Unreachable.unread("the answer is neither XML nor JSON"))
        : refused(reply, protocol);
  }

  private static CallResult refused(HttpReply reply, Protocol protocol) {
    Optional<String> generic = Unspecific.phrase(reply, protocol);
    if (generic.isPresent()) {
      return new CallResult.Refused(
          reply.status(), String.valueOf(reply.status()), generic.get(), requestId(reply));
    }
    boolean xml = protocol == Protocol.QUERY || protocol == Protocol.EC2;
    return xml && (reply.body().isBlank() || DocumentReader.read(reply.body()).isEmpty())
        ? CallResult.Unreachable.unread("the answer with " + reply.status() + " is no XML")
        : refused(reply, protocol.isXml() ? "" : String.valueOf(reply.status()));
  }

  private static String requestId(HttpReply reply) {
    return first(header(reply, "x-amzn-requestid"), header(reply, "x-amz-request-id"));
  }

  private static String header(HttpReply reply, String name) {
    return reply.headers().getOrDefault(name, "");
  }

  private static CallResult refused(HttpReply reply, String without) {
    Document body = DocumentReader.read(reply.body()).orElse(Document.EMPTY);
    Document error = body.at("Errors", "Error").or(() -> body.at("Error")).orElse(body);
    String id =
        first(
            header(reply, "x-amzn-requestid"),
            header(reply, "x-amz-request-id"),
            body.textAt("RequestId"),
            body.textAt("RequestID"));
    return new CallResult.Refused(
        reply.status(), first(code(reply, error), without), message(error), id);
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
      case CallResult.Refused refused -> refused.statusAndCode();
      case CallResult.NotSent(String why, var _) -> "not sent: " + why;
      case CallResult.Unreachable(String why, var _, var _) -> why;
    };
  }
}
