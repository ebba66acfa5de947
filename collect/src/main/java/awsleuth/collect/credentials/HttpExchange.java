package awsleuth.collect.credentials;

import awsleuth.boto.credentials.Answer;
import awsleuth.collect.wire.Broken;
import awsleuth.collect.wire.Deadline;
import awsleuth.collect.wire.Fault;
import awsleuth.collect.wire.HttpCall;
import awsleuth.collect.wire.HttpReply;
import awsleuth.collect.wire.Route;
import awsleuth.collect.wire.SentUrl;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * One request over HTTP and its answer.
 *
 * @param answer what came
 * @param words the outcome for people, such as {@code 200} or {@code connection refused}
 */
record HttpExchange(Answer answer, String words) {

  /**
   * Asks.
   *
   * @param method such as {@code GET}
   * @param url whole
   * @param headers by name
   * @param body empty where there is none
   * @param timeout seconds until an answer has to be there
   * @param route proxies and certificates
   */
  static HttpExchange of(
      String method,
      String url,
      Map<String, String> headers,
      String body,
      double timeout,
      Route route) {
    try {
      Optional<URI> sent = SentUrl.of(url);
      if (sent.isEmpty()) {
        return new HttpExchange(new Answer.None(), "the address cannot be used");
      }
      URI to = sent.get();
      if (to.getHost() == null || !String.valueOf(to.getScheme()).startsWith("http")) {
        return new HttpExchange(new Answer.None(), "the address is not one of HTTP");
      }
      HttpCall call = new HttpCall(method, to, headers, body);
      Deadline deadline = Deadline.in(Duration.ofMillis((long) Math.max(1, timeout * 1000)));
      HttpReply reply = route.send(call, deadline);
      return new HttpExchange(
          new Answer.Response(reply.status(), reply.headers(), reply.body()),
          reply.status() < 0 ? "no HTTP" : String.valueOf(reply.status()));
    } catch (Broken e) {
      return broken(e.fault());
    } catch (IllegalArgumentException e) {
      return new HttpExchange(new Answer.None(), "the address cannot be used");
    }
  }

  private static HttpExchange broken(Fault fault) {
    return switch (fault.kind()) {
      case RESOLVER_TIMED_OUT, CONNECT_TIMED_OUT, READ_TIMED_OUT -> refused("no answer in time");
      case REFUSED -> refused("connection refused");
      case UNREACHABLE -> refused("no route to the host");
      case NOT_RESOLVED -> refused("the name of the host is not known");
      case TLS, CERTIFICATE -> refused("TLS failed: " + fault.words());
      case PROXY, UNSENT -> refused("the proxy: " + fault.words());
      case CLOSED -> new HttpExchange(new Answer.Closed(), "the connection was closed");
      case UNUSABLE -> new HttpExchange(new Answer.None(), "the address cannot be used");
    };
  }

  /** One that was not made. */
  static HttpExchange unsent(String why) {
    return new HttpExchange(new Answer.None(), why);
  }

  private static HttpExchange refused(String words) {
    return new HttpExchange(new Answer.Refused(), words);
  }
}
