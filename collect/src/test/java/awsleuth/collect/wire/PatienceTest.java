package awsleuth.collect.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import awsleuth.boto.config.Proxies;
import awsleuth.testkit.ScriptedServer;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What never ends is not waited for, though it never falls silent either. */
class PatienceTest {

  private static final String OK = "HTTP/1.1 200 OK\r\n";

  private static String repeating(String first, String again) throws IOException {
    return broken(
        ScriptedServer.repeating(
            first.getBytes(StandardCharsets.ISO_8859_1),
            again.getBytes(StandardCharsets.ISO_8859_1),
            Duration.ofMillis(5)),
        "http",
        "");
  }

  private static String broken(ScriptedServer.Talk talk, String scheme, String body)
      throws IOException {
    try (ScriptedServer server = ScriptedServer.of(talk)) {
      URI url = URI.create(scheme + "://127.0.0.1:" + server.port() + "/");
      Route route = new Route(Proxies.NONE, () -> new Route.Trust.Bundle(CaBundle.UNVERIFIED));
      HttpCall call = new HttpCall("POST", url, Map.of(), body);
      return assertTimeoutPreemptively(
          Duration.ofSeconds(10),
          () -> {
            try {
              return String.valueOf(route.send(call, Deadline.in(Duration.ofSeconds(1))).status());
            } catch (Broken e) {
              return e.fault().words();
            }
          });
    }
  }

  @Test
  void headersWithoutEndAreReadAsFarAsPythonDoes() throws IOException {
    assertThat(repeating(OK, "A: b\r\n".repeat(50)))
        .isEqualTo("the answer has more than 100 headers");
    assertThat(repeating(OK + "A: ", "b".repeat(10_000)))
        .isEqualTo("a line of the answer has more than 65536 bytes");
    assertThat(repeating(OK, "A")).startsWith("no answer within 1 s");
  }

  @Test
  void answersThatAreNoneEndWithTheTime() throws IOException {
    assertThat(repeating("", "HTTP/1.1 100 Continue\r\n\r\n")).startsWith("no answer within 1 s");
  }

  @Test
  void aBodyThatGoesOnEndsWithTheTime() throws IOException {
    assertThat(repeating(OK + "Transfer-Encoding: chunked\r\n\r\n", "1\r\na\r\n"))
        .startsWith("the answer did not end within 1 s");
    assertThat(repeating(OK + "\r\n", "a")).startsWith("the answer did not end within 1 s");
  }

  @Test
  void aHandshakeThatDripsEndsWithTheTime() throws IOException {
    byte[] record = {22, 3, 3, 64, 0};
    assertThat(
            broken(
                ScriptedServer.repeating(record, new byte[1], Duration.ofMillis(5)), "https", ""))
        .startsWith("TLS was not agreed on within 1 s");
  }

  @Test
  void aRequestThatNobodyTakesEndsWithTheTime() throws IOException {
    assertThat(
            broken(
                ScriptedServer.after(Duration.ofSeconds(30), ScriptedServer.silent()),
                "http",
                "a".repeat(32 << 20)))
        .startsWith("the request was not taken within 1 s");
  }
}
