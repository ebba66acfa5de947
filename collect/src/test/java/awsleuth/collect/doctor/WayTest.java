package awsleuth.collect.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.boto.config.Proxies;
import awsleuth.collect.probe.ConnectProbe;
import awsleuth.collect.probe.Result;
import awsleuth.collect.wire.CaBundle;
import awsleuth.collect.wire.Deadline;
import awsleuth.collect.wire.Route;
import awsleuth.testkit.ScriptedServer;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.AbstractMap;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Where a way to an endpoint breaks off, with what boto3 raises for it. */
class WayTest {

  private static final Route.Trust ANY = new Route.Trust.Bundle(CaBundle.UNVERIFIED);

  @Test
  void aNameThatDoesNotResolveStopsTheWay() {
    Examination examination = new Machine().endpoint("https://no-such-host.invalid").examine();
    assertThat(Machine.findings(examination)).startsWith("dns: no-such-host.invalid: ");
    assertThat(Machine.raised(examination))
        .contains("EndpointConnectionError: Could not connect to the endpoint URL")
        .contains("Failed to resolve 'no-such-host.invalid'");
    assertThat(Machine.unreached(examination))
        .containsExactly(
            StepKind.TCP,
            StepKind.PROXY,
            StepKind.TLS,
            StepKind.HTTP,
            StepKind.CLOCK,
            StepKind.IDENTITY);
  }

  @Test
  void aPortWhereNobodyListensIsToldFromOneThatDoesNotAnswer() throws IOException {
    try (ScriptedServer closed = ScriptedServer.refusing()) {
      Examination refused = new Machine().endpoint(closed.https()).examine();
      assertThat(Machine.findings(refused))
          .isEqualTo("tcp: nothing listens on port " + closed.port());
    }
    try (ScriptedServer deaf = ScriptedServer.deaf()) {
      Examination deafened =
          new Machine().endpoint(deaf.https()).timeout(Duration.ofSeconds(1)).examine();
      assertThat(Machine.findings(deafened))
          .matches("tcp: no connection within 0\\.\\d s \\(boto3 waits 60 s\\)");
      assertThat(Machine.raised(deafened))
          .contains("ConnectTimeoutError: Connect timeout on endpoint");
    }
  }

  @Test
  void aSilentAddressBeforeOneThatAnswersIsFoundAndTheWayGoesOn() throws Exception {
    try (ScriptedServer sts = ScriptedServer.of(Machine.sts(0));
        ScriptedServer deaf = ScriptedServer.deafBeside(sts)) {
      List<InetAddress> two = List.of(deaf.address(), sts.address());
      ConnectProbe probe = probe(two, sts.port());
      assertThat(probe.result()).isInstanceOf(Result.Finding.class);
      assertThat(probe.result().words())
          .isEqualTo(
              "connected to 127.0.0.1 port %d; not to 127.0.0.2: no connection within 1 s, which boto3 may try first: each call waits 60 s for it (connect_timeout)"
                  .formatted(sts.port()));
      probe.wire().orElseThrow().close();
      ConnectProbe after = probe(two.reversed(), sts.port());
      assertThat(after.result()).isInstanceOf(Result.Ok.class);
      assertThat(after.result().words()).contains("not to 127.0.0.2: no connection within 1 s");
      after.wire().orElseThrow().close();
    }
  }

  private static ConnectProbe probe(List<InetAddress> addresses, int port) {
    Deadline deadline = Deadline.in(Duration.ofSeconds(2));
    return ConnectProbe.of(addresses, port, Optional.empty(), "http://two.example/", deadline);
  }

  @Test
  void aUrlOfAProxyThatPythonCannotTakeApartIsTheFinding() {
    Map<String, String> raised =
        Map.of(
            "http://[", "Invalid IPv6 URL",
            "http://[::1", "Invalid IPv6 URL",
            "[::1]:99999", "Failed to parse: http://[::1]:99999",
            "http://bob:hunter22@p:x", "Failed to parse: http://***:***@p:x",
            "http://[]", "'' does not appear to be an IPv4 or IPv6 address",
            "http://[127.0.0.1]:1", "An IPv4 address cannot be in brackets");
    raised.forEach((url, inner) -> {
      Examination examination =
          new Machine().endpoint("https://127.0.0.1:1").set("HTTPS_PROXY", url).examine();
      assertThat(Machine.findings(examination)).startsWith("proxy: ");
      assertThat(Machine.raised(examination))
          .isEqualTo(
              "botocore.exceptions.HTTPClientError: An HTTP Client raised an unhandled exception: "
                  + inner);
    });
  }

  @Test
  void whereTheProbeItselfFailsItsStepSaysSoAndTheOthersAreNotReached() throws IOException {
    try (ScriptedServer server = ScriptedServer.of(Machine.sts(0))) {
      Question question = new Machine().endpoint(server.http()).question();
      Slots slots = new Slots(question, step -> {});
      Map<StepKind, Slot> steps = new EnumMap<>(StepKind.class);
      Way.KINDS.forEach(kind -> steps.put(kind, slots.next(kind, "")));
      Target target = Target.of(question, Local.of(question).session(), "sts", "");
      Map<String, String> failing =
          new AbstractMap<>() {
            @Override
            public Set<Map.Entry<String, String>> entrySet() {
              throw new IllegalStateException("a fault of awsleuth");
            }
          };
      Way way =
          new Way(target, steps, new Route(new Proxies(failing), () -> ANY), slots.deadline());
      way.go(0);
      assertThat(slots.await().stream().map(s -> s.result().words()))
          .startsWith("java.lang.IllegalStateException: a fault of awsleuth")
          .endsWith("not reached (1)", "not reached (1)", "not reached (1)");
      assertThat(way.blocked()).isCompletedWithValue(1);
    }
  }

  @Test
  void aConnectionThatBreaksOffIsFoundWhereItDoes() throws IOException {
    assertThat(at(ScriptedServer.closing(), true))
        .startsWith("tls: the connection was closed while TLS was agreed on");
    assertThat(at(ScriptedServer.resetting(), false)).startsWith("http: the connection was reset");
    assertThat(at(ScriptedServer.closing(), false))
        .startsWith("http: the connection was closed without an answer");
    assertThat(at(ScriptedServer.saying("SSH-2.0-OpenSSH\r\n"), false))
        .startsWith("http: what answers does not speak HTTP");
  }

  @Test
  void aServerThatIsSilentOrSlowIsNotWaitedForLongerThanAllowed() throws IOException {
    assertThat(at(ScriptedServer.silent(), true)).startsWith("tls: TLS was not agreed on within ");
    assertThat(at(ScriptedServer.silent(), false)).startsWith("http: no answer within ");
    assertThat(at(ScriptedServer.dripping(), false))
        .startsWith("http: the answer did not end within ");
  }

  private static String at(ScriptedServer.Talk talk, boolean tls) throws IOException {
    try (ScriptedServer server = ScriptedServer.of(talk)) {
      long began = System.nanoTime();
      Examination examination =
          new Machine()
              .endpoint(tls ? server.https() : server.http())
              .timeout(Duration.ofSeconds(3))
              .examine();
      assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofMillis(3500));
      return Machine.findings(examination);
    }
  }

  @Test
  void aClockThatIsOffIsFoundFromTheDate() throws IOException {
    try (ScriptedServer sts = ScriptedServer.of(Machine.sts(3600))) {
      Examination examination = new Machine().endpoint(sts.http()).examine();
      assertThat(Machine.findings(examination))
          .matches(
              "clock: the clock of this machine is (1 h 0|59) min.* behind that of the server;.*");
    }
    try (ScriptedServer sts = ScriptedServer.of(Machine.sts(-240))) {
      assertThat(Machine.findings(new Machine().endpoint(sts.http()).examine())).isEmpty();
    }
  }

  @Test
  void aProxyOfPlainHttpGetsItsUserAndPasswordWithEachRequest() throws IOException {
    ScriptedServer.Talk asking =
        ScriptedServer.answering(request ->
            !request.contains("Proxy-Authorization: Basic Ym9iOnBhc3M=\r\n")
                ? ScriptedServer.answer("407 Proxy Authentication Required", "", "")
                : request.startsWith("POST http://sts.example/")
                    ? ScriptedServer.answer("200 OK", "", Machine.IDENTITY)
                    : ScriptedServer.answer("302 Found", "", ""));
    try (ScriptedServer proxy = ScriptedServer.of(asking)) {
      String at = "127.0.0.1:" + proxy.port();
      Examination known =
          new Machine()
              .set("HTTP_PROXY", "http://bob:pass@" + at)
              .endpoint("http://sts.example")
              .examine();
      assertThat(Machine.findings(known)).isEmpty();
      assertThat(Machine.step(known, StepKind.IDENTITY).result().words()).isEqualTo(Machine.ARN);
    }
  }

  @Test
  void aProxyOfPlainHttpThatAnswersItselfIsTheFinding() throws IOException {
    assertThat(answeredBy("407 Proxy Authentication Required", "Proxy-Authenticate: Basic"))
        .isEqualTo(
            "http: http://PROXY (HTTP_PROXY) answers with 407 Proxy Authentication Required instead"
                + " of the endpoint");
    assertThat(answeredBy("403 Forbidden", "X-Squid-Error: ERR_ACCESS_DENIED 0"))
        .isEqualTo(
            "http: http://PROXY (HTTP_PROXY) answers with 403 Forbidden instead of the endpoint");
    assertThat(answeredBy("403 Forbidden", ""))
        .isEqualTo("identity: the answer with 403 is no XML");
  }

  private static String answeredBy(String status, String header) throws IOException {
    try (ScriptedServer proxy =
        ScriptedServer.of(
            ScriptedServer.answering(_ -> ScriptedServer.answer(status, header, "")))) {
      String at = "127.0.0.1:" + proxy.port();
      Examination examination =
          new Machine().set("HTTP_PROXY", "http://" + at).endpoint("http://sts.example").examine();
      assertThat(Machine.raised(examination)).startsWith("botocore.parsers.ResponseParserError: ");
      return Machine.findings(examination).replace(at, "PROXY");
    }
  }

  @Test
  void aProxyOfSocksIsTakenForAHostAsBotocoreTakesIt() {
    Examination examination =
        new Machine()
            .set("HTTP_PROXY", "socks5://proxy.example:1080")
            .endpoint("http://sts.example")
            .examine();
    assertThat(Machine.findings(examination))
        .startsWith("dns: boto3 does not speak SOCKS: the proxy socks5: ");
    assertThat(Machine.raised(examination)).contains("\"http://socks5://proxy.example:1080\"");
  }
}
