package awsleuth.core.page;

import static awsleuth.core.page.FolderFiles.confirmed;
import static awsleuth.core.page.FolderFiles.file;
import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.core.Artifact;
import org.junit.jupiter.api.Test;

/** The proxy and the bundle that are set are cited where they may be why. */
class GivenProxyTest {

  private static final String TLS =
      "botocore.exceptions.SSLError: SSL validation failed for"
          + " https://sts.eu-west-1.amazonaws.com/ [SSL: CERTIFICATE_VERIFY_FAILED] certificate"
          + " verify failed: self-signed certificate in certificate chain (_ssl.c:1000)\n";

  private static final String PAGE =
      "botocore.parsers.ResponseParserError: Unable to parse response (no element found: line 1,"
          + " column 0), invalid XML received. Further retries may succeed:\n"
          + "b'<html><head><title>Squid Access Denied</title></head></html>'\n";

  private static Artifact environment(String text) {
    return new Artifact("env.txt", Artifact.Kind.ENV, text);
  }

  @Test
  void theBundleAndTheProxyBesideACertificateThatIsNotTrusted() {
    assertThat(
            confirmed(
                    "network/tls-untrusted",
                    file("app.log", TLS),
                    environment(
                        "REQUESTS_CA_BUNDLE=/etc/ssl/old.pem\nHTTPS_PROXY=http://zscaler:9000\n"))
                .because())
        .extracting(c -> c.text())
        .contains(
            "REQUESTS_CA_BUNDLE is `/etc/ssl/old.pem`",
            "the call goes through the proxy that HTTPS_PROXY names");
  }

  @Test
  void theProxyBesideAPageThatCameInThePlaceOfTheAnswer() {
    assertThat(
            confirmed(
                    "service/response-unreadable",
                    file("app.log", PAGE),
                    environment("HTTPS_PROXY=http://squid:3128\n"))
                .because())
        .extracting(c -> c.text())
        .contains("the call goes through the proxy that HTTPS_PROXY names");
  }

  @Test
  void noProxyThatTheHostIsExceptedFrom() {
    assertThat(
            confirmed(
                    "network/tls-untrusted",
                    file("app.log", TLS),
                    environment("HTTPS_PROXY=http://zscaler:9000\nNO_PROXY=.amazonaws.com\n"))
                .because())
        .hasSize(1);
  }
}
