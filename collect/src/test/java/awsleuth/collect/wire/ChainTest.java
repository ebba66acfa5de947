package awsleuth.collect.wire;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.testkit.Certificates;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Certificates judged as OpenSSL and urllib3 do. */
class ChainTest {

  @TempDir static Path folder;
  private static Certificates certificates;

  @BeforeAll
  static void certificates() throws IOException {
    certificates = Certificates.in(folder);
  }

  private static String judged(String alias, String host) throws Exception {
    return judged(new Chain(certificates.chain(alias)), host, Instant.now());
  }

  private static String judged(Chain chain, String host, Instant now) throws Exception {
    try {
      chain.judge(CaBundle.file(certificates.ca().toString()), host, now);
      return "good";
    } catch (Broken e) {
      return e.fault().inner();
    }
  }

  @Test
  void aStarStandsForOneLabelAtTheLeft() throws Exception {
    assertThat(judged("wild", "a.example.com")).isEqualTo("good");
    assertThat(judged("wild", "A.Example.COM")).isEqualTo("good");
    assertThat(judged("wild", "a.b.example.com"))
        .isEqualTo("hostname 'a.b.example.com' doesn't match '*.example.com'");
    assertThat(judged("wild", "example.com")).contains("doesn't match");
  }

  @Test
  void anAddressMatchesNoName() throws Exception {
    assertThat(judged("good", "127.0.0.1")).isEqualTo("good");
    assertThat(judged("good", "localhost")).isEqualTo("good");
    assertThat(judged("good", "127.0.0.2"))
        .isEqualTo("hostname '127.0.0.2' doesn't match either of '127.0.0.1', 'localhost'");
  }

  @Test
  void aCommonNameCountsWhereThereIsNoOtherAndForNamesAlone() throws Exception {
    assertThat(judged("nameless", "nameless.example")).isEqualTo("good");
    assertThat(judged("nameless", "other.example"))
        .isEqualTo("hostname 'other.example' doesn't match 'nameless.example'");
    assertThat(judged("nameless", "127.0.0.1"))
        .isEqualTo("no appropriate subjectAltName fields were found");
  }

  @Test
  void theDatesOfEveryCertificateCount() throws Exception {
    Chain good = new Chain(certificates.chain("good"));
    assertThat(judged(good, "localhost", Instant.now().plus(Duration.ofDays(2000))))
        .contains("certificate has expired");
    assertThat(judged(good, "localhost", Instant.now().minus(Duration.ofDays(2))))
        .contains("certificate is not yet valid");
  }

  @Test
  void theEndOfTheChainTellsWhatIsNotTrusted() throws Exception {
    assertThat(judged("self", "localhost")).contains("failed: self-signed certificate (");
    Chain foreign = new Chain(certificates.chain("foreign"));
    assertThat(judged(foreign, "localhost", Instant.now()))
        .contains("self-signed certificate in certificate chain");
    assertThat(judged(new Chain(List.of(foreign.sent().getFirst())), "localhost", Instant.now()))
        .contains("unable to get local issuer certificate");
    assertThat(foreign.isAlone()).isFalse();
    assertThat(new Chain(List.of(foreign.sent().getFirst())).isAlone()).isTrue();
    assertThat(new Chain(certificates.chain("self")).isAlone()).isFalse();
    assertThat(
            judged(
                new Chain(List.of(certificates.chain("good").getFirst())),
                "localhost",
                Instant.now()))
        .as("the CA need not be sent")
        .isEqualTo("good");
  }

  @Test
  void aBundleThatHoldsNothingIsToldFromOneThatIsNotThere() throws Exception {
    assertThat(CaBundle.ofJava().trusted()).hasSizeGreaterThan(50);
    assertThat(broken("/no/such.pem")).isEqualTo("[Errno 2] No such file or directory");
    assertThat(broken(folder.toString())).isEqualTo("[Errno 21] Is a directory");
    assertThat(broken("pom.xml")).contains("NO_CERTIFICATE_OR_CRL_FOUND");
  }

  /** Each as {@code load_verify_locations} of Python's ssl over OpenSSL 3.0 takes it. */
  @Test
  void oneBlockThatCannotBeReadCostsAllOthers() throws Exception {
    String good = Files.readString(certificates.ca()).replace("\r", "");
    List<String> body = good.lines().filter(l -> !l.startsWith("-----")).toList();
    byte[] der = Base64.getMimeDecoder().decode(String.join("", body));
    assertThat(bundle(good + good)).isEqualTo("2");
    assertThat(bundle(block("TRUSTED CERTIFICATE", body))).isEqualTo("1");
    assertThat(bundle(block("X509 CERTIFICATE", body))).isEqualTo("1");
    assertThat(bundle("\ufeffIssuer: x\n" + good.replace("\n", "  \r\n") + "more\n"))
        .isEqualTo("1");
    assertThat(bundle(good + block("CERTIFICATE", List.of(base64(der, der.length + 2)))))
        .isEqualTo("2");
    assertThat(bundle("  " + good.replace("\n", "\n  "))).contains("NO_CERTIFICATE_OR_CRL_FOUND");
    assertThat(bundle("x " + good.strip())).contains("NO_CERTIFICATE_OR_CRL_FOUND");
    List<String> broken =
        List.of(
            block("CERTIFICATE", List.of("!!!!", base64(der, der.length))),
            block("CERTIFICATE", List.of(base64(der, der.length - 40))),
            block("CERTIFICATE", List.of("AAAA")),
            block("CERTIFICATE", List.of()),
            block(
                "CERTIFICATE",
                List.of(body.getFirst(), "", String.join("", body.subList(1, body.size())))),
            block("CERTIFICATE", List.of("X: y", "", base64(der, der.length))),
            block("X509 CRL", List.of("!!!!")),
            block("X509 CRL", List.of("AAAA")),
            block("PRIVATE KEY", List.of("!!!!")),
            good.replace("END CERTIFICATE", "END X509 CERTIFICATE"),
            good.replace("-----END CERTIFICATE-----\n", ""));
    for (String each : broken) {
      assertThat(bundle(good + each)).as(each).isEqualTo("[X509] PEM lib (_ssl.c:4154)");
    }
    assertThat(bundle(broken.getFirst() + good)).isEqualTo("[X509] PEM lib (_ssl.c:4154)");
  }

  private static String base64(byte[] der, int length) {
    return Base64.getEncoder().encodeToString(Arrays.copyOf(der, length));
  }

  private static String block(String name, List<String> lines) {
    String body = lines.isEmpty() ? "" : String.join("\n", lines) + "\n";
    return "-----BEGIN " + name + "-----\n" + body + "-----END " + name + "-----\n";
  }

  private static String bundle(String text) throws IOException {
    Path file = Files.writeString(folder.resolve("bundle.pem"), text);
    try {
      return String.valueOf(CaBundle.file(file.toString()).trusted().size());
    } catch (Broken e) {
      return e.fault().inner();
    }
  }

  private static String broken(String path) {
    try {
      return CaBundle.file(path).label();
    } catch (Broken e) {
      return e.fault().inner();
    }
  }
}
