package awsleuth.testkit;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/**
 * A server on 127.0.0.1 that answers operations of AWS as it is told, in the protocols query and
 * JSON, and keeps what it was asked. What it was told nothing of is refused as IAM refuses.
 */
public final class ScriptedAws implements AutoCloseable {

  private static final Reply DENIED =
      new Reply(
          403,
          "<ErrorResponse><Error><Code>AccessDenied</Code><Message>no</Message></Error>"
              + "<RequestId>r</RequestId></ErrorResponse>");
  private static final Reply DENIED_IN_JSON =
      new Reply(400, "{\"__type\":\"AccessDeniedException\",\"Message\":\"no\"}");

  private final HttpServer server;
  private final Map<String, Function<Asked, Reply>> script = new ConcurrentHashMap<>();
  private final List<Asked> asked = new CopyOnWriteArrayList<>();

  /** An answer. */
  public record Reply(int status, String body) {}

  /**
   * What was asked.
   *
   * @param operation its name; of a request that names none the method and the path
   * @param fields the parameters of the query protocol, by name; none of JSON
   * @param body as it came
   * @param key the access key id that signed it; empty where none did
   * @param region the Region that it was signed for; empty where it was not signed
   * @param token the session token; empty where there is none
   * @param bearer the header {@code Authorization} where it is no signature; empty where there is
   *     none
   * @param nanos when, of {@link System#nanoTime}
   */
  public record Asked(
      String operation,
      Map<String, String> fields,
      String body,
      String key,
      String region,
      String token,
      String bearer,
      long nanos) {}

  /**
   * Told nothing yet.
   *
   * @throws IOException where no port can be had
   */
  public ScriptedAws() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  /** Its address. */
  public String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** Has an operation answered, also anew. */
  public ScriptedAws on(String operation, Function<Asked, Reply> answer) {
    script.put(operation, answer);
    return this;
  }

  /** Has an operation answered with 200 and always the same body. */
  public ScriptedAws on(String operation, String body) {
    return on(operation, _ -> new Reply(200, body));
  }

  /** The result of an operation in the query protocol. */
  public static String result(String operation, String inner) {
    return "<%1$sResponse><%1$sResult>%2$s</%1$sResult></%1$sResponse>".formatted(operation, inner);
  }

  /** What was asked until now, in its order. */
  public List<Asked> asked() {
    return List.copyOf(asked);
  }

  /** What was asked of one operation, in its order. */
  public List<Asked> asked(String operation) {
    return asked.stream().filter(a -> a.operation().equals(operation)).toList();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      Asked one = asked(exchange, body);
      asked.add(one);
      boolean json = body.startsWith("{");
      Reply reply =
          script.getOrDefault(one.operation(), _ -> json ? DENIED_IN_JSON : DENIED).apply(one);
      byte[] bytes = reply.body().getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(reply.status(), bytes.length == 0 ? -1 : bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  private static Asked asked(HttpExchange exchange, String body) {
    Map<String, String> fields = new TreeMap<>();
    for (String field : body.startsWith("{") ? new String[0] : body.split("&")) {
      int equals = field.indexOf('=');
      if (equals > 0) {
        fields.put(field.substring(0, equals), decoded(field.substring(equals + 1)));
      }
    }
    String target = header(exchange, "X-Amz-Target");
    String plain = exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath();
    String operation =
        target.isEmpty()
            ? fields.getOrDefault("Action", plain)
            : target.substring(target.lastIndexOf('.') + 1);
    String authorization = header(exchange, "Authorization");
    int credential = authorization.indexOf("Credential=");
    String[] scope =
        credential < 0 ? new String[0] : authorization.substring(credential + 11).split("/");
    return new Asked(
        operation,
        fields,
        body,
        scope.length > 2 ? scope[0] : "",
        scope.length > 2 ? scope[2] : "",
        header(exchange, "X-Amz-Security-Token"),
        credential < 0 ? authorization : "",
        System.nanoTime());
  }

  private static String header(HttpExchange exchange, String name) {
    String value = exchange.getRequestHeaders().getFirst(name);
    return value == null ? "" : value;
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
