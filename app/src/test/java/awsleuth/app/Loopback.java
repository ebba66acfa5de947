package awsleuth.app;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A server of this machine that answers by method and path, and keeps what it was asked. */
public final class Loopback implements AutoCloseable {

  private final HttpServer server;
  private final Map<String, Reply> replies = new ConcurrentHashMap<>();
  private final List<String> asked = new CopyOnWriteArrayList<>();

  private record Reply(int status, String body) {}

  public Loopback() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  public String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** Answers a method and path, such as {@code GET /creds}. */
  public Loopback on(String asked, int status, String body) {
    replies.put(asked, new Reply(status, body));
    return this;
  }

  /** Method, path, query, telling headers and body of each request, one line each. */
  public List<String> asked() {
    return asked;
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      StringBuilder line = new StringBuilder();
      line.append(exchange.getRequestMethod()).append(' ').append(exchange.getRequestURI());
      for (String name :
          List.of(
              "Authorization",
              "X-Aws-Ec2-Metadata-Token",
              "X-Amz-Sso_bearer_token",
              "X-Amz-Security-Token")) {
        String value = exchange.getRequestHeaders().getFirst(name);
        line.append(value == null ? "" : " " + name + "=" + value);
      }
      asked.add(line + (body.isEmpty() ? "" : " " + body));
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

  @Override
  public void close() {
    server.stop(0);
  }
}
