package awsleuth.collect.wire;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.testkit.Certificates;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
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

  private static String broken(String path) {
    try {
      return CaBundle.file(path).label();
    } catch (Broken e) {
      return e.fault().inner();
    }
  }
}
