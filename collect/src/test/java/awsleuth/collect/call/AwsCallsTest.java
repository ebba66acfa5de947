package awsleuth.collect.call;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import awsleuth.aws.AwsCatalog;
import awsleuth.boto.config.Proxies;
import awsleuth.boto.config.Session;
import awsleuth.boto.credentials.Keys;
import awsleuth.boto.endpoint.ClientArguments;
import awsleuth.boto.python.PyValue;
import awsleuth.collect.wire.CaBundle;
import awsleuth.collect.wire.Deadline;
import awsleuth.collect.wire.Route;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Calls against a server of the loopback that answers what the test says. */
class AwsCallsTest {

  private static final Keys KEYS =
      new Keys("AKIAIOSFODNN7EXAMPLE", "made-up", "made-up-token", null);

  private final List<String> seen = new ArrayList<>();
  private HttpServer server;
  private int status = 200;
  private String body = "";
  private AwsCalls calls;

  @BeforeEach
  void serve() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
    calls = calls(server.getAddress().getPort(), Deadline.in(Duration.ofMinutes(1)));
  }

  private static AwsCalls calls(int port, Deadline all) {
    Session session =
        ((Session.Open)
                Session.open(
                    Map.of(
                        "AWS_DEFAULT_REGION",
                        "eu-west-1",
                        "AWS_ENDPOINT_URL",
                        "http://127.0.0.1:" + port),
                    Optional.empty(),
                    Session.Files.NONE))
            .session();
    Route route = new Route(Proxies.NONE, () -> new Route.Trust.Bundle(CaBundle.UNVERIFIED));
    return new AwsCalls(AwsCatalog.embedded(), session, KEYS, route, Duration.ofSeconds(10), all);
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    var headers = exchange.getRequestHeaders();
    seen.add(
        exchange.getRequestMethod()
            + " "
            + exchange.getRequestURI()
            + " "
            + headers.getFirst("X-Amz-Target")
            + " "
            + headers.getFirst("Content-Type")
            + " "
            + new String(exchange.getRequestBody().readAllBytes(), UTF_8));
    seen.add(String.valueOf(headers.getFirst("Authorization")));
    byte[] bytes = body.getBytes(UTF_8);
    exchange.getResponseHeaders().add("x-amzn-RequestId", "id-1");
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private static PyValue.Dict dict(String... pairs) {
    var entries = new LinkedHashMap<PyValue, PyValue>();
    for (int i = 0; i < pairs.length; i += 2) {
      entries.put(new PyValue.Str(pairs[i]), new PyValue.Str(pairs[i + 1]));
    }
    return new PyValue.Dict(entries);
  }

  private CallResult call(String service, String operation, String... parameters) {
    return calls.call(ClientArguments.of(service), operation, dict(parameters));
  }

  @Test
  void whenTheTimeIsOverNothingMoreIsSent() {
    calls = calls(server.getAddress().getPort(), Deadline.in(Duration.ZERO));
    assertThat(call("sts", "GetCallerIdentity"))
        .isEqualTo(new CallResult.NotSent("not asked: the time of --timeout was over"));
    assertThat(calls.made()).isEmpty();
    assertThat(seen).isEmpty();
  }

  @Test
  void aCallDoesNotGoOnWhenTheTimeIsOver() throws IOException {
    try (ServerSocket deaf = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      calls = calls(deaf.getLocalPort(), Deadline.in(Duration.ofMillis(300)));
      long begin = System.nanoTime();
      assertThat(call("sts", "GetCallerIdentity"))
          .isInstanceOfSatisfying(
              CallResult.Unreachable.class,
              u ->
                  assertThat(u.patience())
                      .isPositive()
                      .isLessThanOrEqualTo(Duration.ofMillis(300)));
      assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(5));
    }
  }

  @Test
  void aCallOfTheQueryProtocolIsAFormWithASignature() {
    body =
        "<GetCallerIdentityResponse><GetCallerIdentityResult><Arn>arn:aws:iam::1:user/a</Arn>"
            + "</GetCallerIdentityResult></GetCallerIdentityResponse>";
    CallResult result = call("sts", "GetCallerIdentity");
    assertThat(((CallResult.Answered) result).document().textAt("Arn"))
        .isEqualTo("arn:aws:iam::1:user/a");
    assertThat(seen.get(0))
        .isEqualTo(
            "POST / null application/x-www-form-urlencoded; charset=utf-8"
                + " Action=GetCallerIdentity&Version=2011-06-15");
    assertThat(seen.get(1))
        .startsWith("AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/")
        .contains("/eu-west-1/sts/aws4_request");
  }

  @Test
  void aCallOfTheJsonProtocolNamesItsTarget() {
    body = "{\"Policy\": \"{}\"}";
    CallResult result = call("kms", "GetKeyPolicy", "KeyId", "k", "PolicyName", "default");
    assertThat(((CallResult.Answered) result).document().textAt("Policy")).isEqualTo("{}");
    assertThat(seen.get(0))
        .isEqualTo(
            "POST / TrentService.GetKeyPolicy application/x-amz-json-1.1"
                + " {\"KeyId\": \"k\", \"PolicyName\": \"default\"}");
  }

  @Test
  void aCallOfS3HasItsParametersInThePath() {
    body = "{\"Statement\": []}";
    call("s3", "GetBucketPolicy", "Bucket", "my-bucket");
    assertThat(seen.get(0)).startsWith("GET /my-bucket?policy ");
    assertThat(seen.get(1)).contains("/eu-west-1/s3/aws4_request");
  }

  @Test
  void aRefusalIsToldWithItsCodeInEachForm() {
    status = 403;
    body =
        "<ErrorResponse><Error><Code>AccessDenied</Code><Message>no</Message></Error>"
            + "<RequestId>r</RequestId></ErrorResponse>";
    assertThat(call("iam", "GetUser", "UserName", "ann"))
        .isEqualTo(new CallResult.Refused(403, "AccessDenied", "no", "id-1"));
    body = "{\"__type\": \"com.amazon#AccessDeniedException\", \"Message\": \"no\"}";
    assertThat(call("kms", "GetKeyPolicy", "KeyId", "k"))
        .isEqualTo(new CallResult.Refused(403, "AccessDeniedException", "no", "id-1"));
    status = 404;
    body = "";
    assertThat(call("s3", "HeadBucket", "Bucket", "my-bucket"))
        .isEqualTo(new CallResult.Refused(404, "404", "Not Found", "id-1"));
  }

  @Test
  void whatBotocoreWouldRefuseIsNotSent() {
    assertThat(call("kms", "GetKeyPolicy"))
        .isInstanceOfSatisfying(
            CallResult.NotSent.class,
            n -> {
              assertThat(n.why()).isEqualTo("botocore raises ParamValidationError");
              assertThat(n.raised()).isPresent();
            });
    assertThat(seen).isEmpty();
  }

  @Test
  void whatWritesIsNeverSent() {
    assertThatThrownBy(() -> call("iam", "DeleteUser", "UserName", "ann"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("iam DeleteUser does not only read");
    assertThat(seen).isEmpty();
  }

  @Test
  void whereNothingListensIsSaid() {
    int port = server.getAddress().getPort();
    server.stop(0);
    CallResult result =
        calls(port, Deadline.in(Duration.ofMinutes(1)))
            .call(ClientArguments.of("sts"), "GetCallerIdentity", dict());
    assertThat(result).isInstanceOf(CallResult.Unreachable.class);
  }

  @Test
  void everyCallIsCounted() {
    body = "{}";
    call("kms", "GetKeyPolicy", "KeyId", "k");
    call("kms", "GetKeyPolicy");
    status = 400;
    call("kms", "GetKeyPolicy", "KeyId", "k");
    assertThat(calls.made()).containsExactly("kms GetKeyPolicy: answered", "kms GetKeyPolicy: 400");
  }
}
