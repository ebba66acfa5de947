package awsleuth.collect.doctor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import awsleuth.boto.config.Proxies;
import awsleuth.collect.wire.Broken;
import awsleuth.collect.wire.Deadline;
import awsleuth.collect.wire.HttpCall;
import awsleuth.collect.wire.Route;
import awsleuth.testkit.Certificates;
import awsleuth.testkit.ScriptedServer;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** TLS and proxies on the way, judged and asked as botocore does. */
class TrustTest {

  @TempDir static Path folder;
  private static Certificates certificates;

  @BeforeAll
  static void certificates() throws IOException {
    certificates = Certificates.in(folder);
  }

  @Test
  void aCertificateIsJudgedByTheBundleOfBotocore() throws Exception {
    assertThat(tls("good", certificates.ca().toString())).isEmpty();
    assertThat(tls("expired", certificates.ca().toString()))
        .contains("tls: the certificate of `expired` ended on ");
    assertThat(tls("future", certificates.ca().toString()))
        .contains("tls: the certificate of `future` begins on ");
    assertThat(tls("other", certificates.ca().toString()))
        .contains("tls: the certificate is for other.example");
    assertThat(tls("self", certificates.ca().toString()))
        .contains("tls: the bundle does not have the CA that signed (self)");
    assertThat(tls("good", "/no/such/bundle.pem"))
        .contains("tls: the CA bundle: there is no file /no/such/bundle.pem");
    assertThat(tls("self", ""))
        .as("an empty setting turns the verification off")
        .contains("nothing is verified, since AWS_CA_BUNDLE is empty");
  }

  private static String tls(String certificate, String bundle)
      throws IOException, GeneralSecurityException {
    try (ScriptedServer server =
        ScriptedServer.of(
            ScriptedServer.secure(certificates.server(certificate), Machine.sts(0)))) {
      Examination examination =
          new Machine().endpoint(server.https()).set("AWS_CA_BUNDLE", bundle).examine();
      assertThat(Machine.step(examination, StepKind.TLS).commands().getFirst())
          .startsWith("curl -sv " + (bundle.isEmpty() ? "-k " : "--cacert " + bundle + " "));
      if (Machine.findings(examination).isEmpty() || bundle.isEmpty()) {
        assertThat(Machine.step(examination, StepKind.IDENTITY).result().words())
            .isEqualTo(Machine.ARN);
      }
      return Machine.findings(examination);
    }
  }

  @Test
  void whatAnswersWithoutTlsIsFoundAtTls() throws IOException {
    try (ScriptedServer plain =
        ScriptedServer.of(ScriptedServer.saying("HTTP/1.1 400 Bad\r\n\r\n"))) {
      Examination examination = new Machine().endpoint(plain.https()).examine();
      assertThat(Machine.findings(examination))
          .isEqualTo("tls: what answers does not speak TLS; it may be plain HTTP");
      assertThat(Machine.raised(examination)).contains("[SSL: WRONG_VERSION_NUMBER]");
    }
  }

  @Test
  void whatWantsAClientCertificateIsFoundAtTls() throws Exception {
    assertThat(asked("TLSv1.3", true))
        .startsWith(
            "tls: TLS was ended by the other side, which asks for a client certificate, with the")
        .contains("botocore.exceptions.SSLError: ");
    assertThat(asked("TLSv1.2", true))
        .as("its alert may be lost")
        .startsWith("tls: ")
        .contains("a client certificate", "botocore.exceptions.SSLError: ");
    assertThat(asked("TLSv1.3", false)).isEmpty();
    assertThat(asked("TLSv1.2", false)).isEmpty();
  }

  private static String asked(String version, boolean need) throws Exception {
    try (ScriptedServer server =
        ScriptedServer.of(
            ScriptedServer.asking(certificates.server("good"), version, need, Machine.sts(0)))) {
      Examination examination =
          new Machine()
              .endpoint(server.https())
              .set("AWS_CA_BUNDLE", certificates.ca().toString())
              .examine();
      return Machine.findings(examination).isEmpty()
          ? ""
          : Machine.findings(examination) + "\n" + Machine.raised(examination);
    }
  }

  @Test
  void aProxyIsAskedAsBotocoreAsksIt() throws Exception {
    try (ScriptedServer server =
            ScriptedServer.of(ScriptedServer.secure(certificates.server("good"), Machine.sts(0)));
        ScriptedServer open = ScriptedServer.of(ScriptedServer.proxy("", server.port()));
        ScriptedServer closed =
            ScriptedServer.of(ScriptedServer.proxy("user:pa ss", server.port()))) {
      assertThat(proxied(open.http(), "")).isEmpty();
      assertThat(proxied("http://user:pa%20ss@127.0.0.1:" + closed.port(), "")).isEmpty();
      assertThat(proxied(closed.http(), ""))
          .contains("it answers CONNECT with 407", "its URL has no user and password");
      assertThat(proxied("http://user:wrong1@127.0.0.1:" + closed.port(), ""))
          .contains("http://***:***@127.0.0.1", "does not take the user")
          .doesNotContain("wrong1");
      assertThat(proxied("http://127.0.0.1:1", ""))
          .contains("tcp: the proxy http://127.0.0.1:1: nothing listens on port 1");
      assertThat(proxied("http://no-such-proxy.invalid:3128", ""))
          .contains("dns: the proxy no-such-proxy.invalid");
      assertThat(proxied("http://127.0.0.1:1", "localhost,.other")).isEmpty();
      assertThat(proxied("http://127.0.0.1:1", "127.0.0.0/8,*.other,localhost")).isEmpty();
    }
  }

  @Test
  void theLoginsThatAProxyTakesAreTold() throws Exception {
    String refused = "HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: ";
    String empty = "\r\nContent-Length: 0\r\n\r\n";
    assertThat(refusing(refused + "Negotiate\r\nProxy-Authenticate: NTLM" + empty))
        .endsWith("it takes Negotiate, NTLM, and boto3 logs in by Basic alone");
    assertThat(refusing(refused + "NTLM, Basic realm=\"a, b\"" + empty))
        .endsWith("; its URL has no user and password");
    assertThat(refusing("\5\u00ff"))
        .endsWith("what answers does not speak HTTP, but SOCKS perhaps");
    assertThat(refusing("")).endsWith("the connection was closed without an answer");
  }

  @Test
  void theVariableThatExceptsAHostIsNamedAsItIsSet() throws Exception {
    try (ScriptedServer server =
        ScriptedServer.of(ScriptedServer.secure(certificates.server("good"), Machine.sts(0)))) {
      Examination examination =
          new Machine()
              .endpoint(server.https())
              .set("HTTPS_PROXY", "http://127.0.0.1:1")
              .set("no_proxy", "127.0.0.1")
              .set("AWS_CA_BUNDLE", certificates.ca().toString())
              .examine();
      assertThat(Machine.step(examination, StepKind.PROXY).result().words())
          .endsWith("since no_proxy has 127.0.0.1");
    }
  }

  private static String refusing(String answer) throws Exception {
    try (ScriptedServer proxy = ScriptedServer.of(ScriptedServer.saying(answer))) {
      return proxied(proxy.http(), "");
    }
  }

  @Test
  void aProxyThatIsSpokenToByTlsIsJudgedAsAHostIs() throws Exception {
    try (ScriptedServer server =
            ScriptedServer.of(ScriptedServer.secure(certificates.server("good"), Machine.sts(0)));
        ScriptedServer proxy =
            ScriptedServer.of(
                ScriptedServer.secure(
                    certificates.server("good"), ScriptedServer.proxy("", server.port())));
        ScriptedServer foreign =
            ScriptedServer.of(
                ScriptedServer.secure(
                    certificates.server("foreign"), ScriptedServer.proxy("", server.port())))) {
      assertThat(proxied(proxy.https(), "")).isEmpty();
      assertThat(proxied(foreign.https(), ""))
          .startsWith("proxy: " + foreign.https())
          .contains("the bundle does not have the CA that signed");
    }
  }

  @Test
  void aConnectionToAProxyWhoseCertificateDoesNotCountIsClosed() throws Exception {
    CompletableFuture<Integer> next = new CompletableFuture<>();
    ScriptedServer.Talk reading =
        socket -> {
          try {
            next.complete(socket.getInputStream().read());
          } catch (IOException e) {
            next.complete(-1);
          }
        };
    try (ScriptedServer proxy =
        ScriptedServer.of(ScriptedServer.secure(certificates.server("self"), reading))) {
      Route.Trust trust = Route.Trust.file(certificates.ca().toString());
      Route route = new Route(new Proxies(Map.of("https_proxy", proxy.https())), () -> trust);
      HttpCall call = HttpCall.of("GET", URI.create("https://localhost:1/"));
      assertThatThrownBy(() -> route.send(call, Deadline.in(Duration.ofSeconds(20))))
          .isInstanceOf(Broken.class);
      assertThat(next.get(20, TimeUnit.SECONDS)).isEqualTo(-1);
    }
  }

  /** By TLS to localhost, through a proxy that leads to the server of the test. */
  private static String proxied(String proxy, String noProxy) throws Exception {
    try (ScriptedServer direct =
        ScriptedServer.of(ScriptedServer.secure(certificates.server("good"), Machine.sts(0)))) {
      Examination examination =
          new Machine()
              .endpoint("https://localhost:" + direct.port())
              .set("HTTPS_PROXY", proxy)
              .set("NO_PROXY", noProxy)
              .set("AWS_CA_BUNDLE", certificates.ca().toString())
              .examine();
      if (Machine.findings(examination).isEmpty()) {
        assertThat(Machine.step(examination, StepKind.IDENTITY).result().words())
            .isEqualTo(Machine.ARN);
      }
      return Machine.findings(examination);
    }
  }
}
