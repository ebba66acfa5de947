package awsleuth.e2e;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;

/** A server of this machine that answers by method and path, and keeps what it was asked. */
final class AnsweringServer implements AutoCloseable {

  private static final List<String> TELLING =
      List.of("X-Aws-Ec2-Metadata-Token", "X-Amz-Sso_bearer_token", "X-Amz-Security-Token");

  private final HttpServer server;
  private final Map<String, Reply> replies;
  private final List<String> asked = new CopyOnWriteArrayList<>();

  /** An answer. */
  record Reply(int status, String body) {}

  AnsweringServer(Map<String, Reply> replies) throws IOException {
    this.replies = replies;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** What was asked since the last time: one line each, without what tells time and order. */
  List<String> asked() {
    List<String> all = List.copyOf(asked);
    asked.clear();
    return all;
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      asked.add(line(exchange, body));
      Reply reply =
          replies.getOrDefault(
              exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath(),
              new Reply(404, "no such path"));
      byte[] bytes = reply.body().getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(reply.status(), bytes.length == 0 ? -1 : bytes.length);
      if (bytes.length > 0) {
        exchange.getResponseBody().write(bytes);
      }
    }
  }

  private static String line(HttpExchange exchange, String body) {
    List<String> words = new ArrayList<>();
    words.add(exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath());
    String query = exchange.getRequestURI().getRawQuery();
    words.addAll(fields(query == null ? "" : query));
    words.addAll(fields(body));
    for (String name : TELLING) {
      String value = exchange.getRequestHeaders().getFirst(name);
      words.addAll(value == null ? List.of() : List.of(name + "=" + value));
    }
    String authorization = exchange.getRequestHeaders().getFirst("Authorization");
    words.add(
        authorization == null
            ? ""
            : authorization.replaceAll("/\\d{8}/", "/DATE/").replaceAll("Signature=.*", ""));
    return String.join(" ", words);
  }

  private static Set<String> fields(String form) {
    Set<String> fields = new TreeSet<>(List.of(form.split("&")));
    fields.remove("");
    Set<String> timeless = new TreeSet<>();
    fields.forEach(f -> timeless.add(f.replaceAll("botocore-session-\\d+", "botocore-session")));
    return timeless;
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
