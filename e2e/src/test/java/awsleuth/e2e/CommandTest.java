package awsleuth.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the real {@code aws} command says on standard error, piped into awsleuth. */
class CommandTest {

  private static final String EXPIRED =
      """
      <ErrorResponse><Error><Type>Sender</Type><Code>ExpiredToken</Code>\
      <Message>The security token included in the request is expired</Message></Error>\
      <RequestId>7a1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d</RequestId></ErrorResponse>
      """;
  private static final String NO_SUCH_BUCKET =
      """
      <Error><Code>NoSuchBucket</Code><Message>The specified bucket does not exist</Message>\
      <BucketName>reports</BucketName></Error>
      """;

  private static String aws = "";

  @TempDir Path home;
  private HttpServer server;

  @BeforeAll
  static void find() throws IOException {
    aws = Python.get().aws();
  }

  @BeforeEach
  void listen() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void anExpiredTokenIsNamedWithItsOperation() throws IOException {
    answer(403, EXPIRED);
    Map<?, ?> call = callOf(aws("sts", "get-caller-identity"));
    assertThat(call.get("code")).isEqualTo("ExpiredToken");
    assertThat(call.get("operation")).isEqualTo("GetCallerIdentity");
    assertThat(call.get("service")).isEqualTo("sts");
  }

  @Test
  void anAbsentBucketIsNamedWithItsOperation() throws IOException {
    answer(404, NO_SUCH_BUCKET);
    Map<?, ?> call = callOf(aws("s3api", "list-objects-v2", "--bucket", "reports"));
    assertThat(call.get("code")).isEqualTo("NoSuchBucket");
    assertThat(call.get("operation")).isEqualTo("ListObjectsV2");
    assertThat(call.get("service")).isEqualTo("s3");
  }

  @Test
  void aBareForbiddenOfAHeadRequestIsNamedByItsStatus() throws IOException {
    answer(403, "");
    Map<?, ?> call = callOf(aws("s3api", "head-object", "--bucket", "reports", "--key", "k"));
    assertThat(call.get("code")).isEqualTo("403");
    assertThat(call.get("operation")).isEqualTo("HeadObject");
  }

  @Test
  void anAbsentProfileIsNamed() throws IOException {
    Map<?, ?> call = callOf(aws("sts", "get-caller-identity", "--profile", "staging"));
    assertThat(call.get("exception")).isEqualTo("ProfileNotFound");
  }

  @Test
  void aDebugLogOfTheCommandTellsTheRequestIdToo() throws IOException {
    answer(403, EXPIRED);
    Map<?, ?> call = callOf(aws("sts", "get-caller-identity", "--debug"));
    assertThat(call.get("code")).isEqualTo("ExpiredToken");
    assertThat(call.get("operation")).isEqualTo("GetCallerIdentity");
    assertThat(call.get("request_id")).isEqualTo("7a1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d");
  }

  private void answer(int status, String body) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    server.createContext(
        "/",
        exchange -> {
          exchange.getRequestBody().readAllBytes();
          boolean head = exchange.getRequestMethod().equals("HEAD") || bytes.length == 0;
          exchange.sendResponseHeaders(status, head ? -1 : bytes.length);
          try (OutputStream out = exchange.getResponseBody()) {
            out.write(head ? new byte[0] : bytes);
          }
        });
  }

  /** Runs {@code aws} against the server and returns what it wrote to standard error. */
  private String aws(String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(aws);
    command.add("--endpoint-url=http://127.0.0.1:" + server.getAddress().getPort());
    command.addAll(List.of(arguments));
    Run run = Run.of(command, "", settings());
    assertThat(run.exitCode()).as(run.out()).isNotZero();
    return run.err();
  }

  private Map<String, String> settings() {
    return Map.of(
        "HOME", home.toString(),
        "AWS_CONFIG_FILE", home.resolve("config").toString(),
        "AWS_SHARED_CREDENTIALS_FILE", home.resolve("credentials").toString(),
        "AWS_ACCESS_KEY_ID", "AKIAIOSFODNN7EXAMPLE",
        "AWS_SECRET_ACCESS_KEY", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY",
        "AWS_DEFAULT_REGION", "eu-central-1",
        "AWS_EC2_METADATA_DISABLED", "true",
        "AWS_MAX_ATTEMPTS", "1");
  }

  private static Map<?, ?> callOf(String text) throws IOException {
    Run run = Awsleuth.pipe(JsonLines.line("1", text), "diagnose", "--batch");
    Map<?, ?> call = JsonLines.firstCall(JsonLines.object(run.out()));
    assertThat(call).as(text + run.err()).isNotNull();
    return Objects.requireNonNull(call);
  }
}
