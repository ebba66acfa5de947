package awsleuth.collect.credentials;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The suite that AWS publishes for version 4 of the signature. */
class SignatureV4Test {

  private static final SignatureV4 SIGNER =
      new SignatureV4(
          "AKIDEXAMPLE", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY", "us-east-1", "service");

  @Test
  void aPostWithoutBodyIsSignedAsInTheSuite() {
    String header =
        SIGNER.header(
            "POST",
            "/",
            Map.of("Host", "example.amazonaws.com", "X-Amz-Date", "20150830T123600Z"),
            "");
    assertThat(header)
        .isEqualTo(
            "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/service/aws4_request,"
                + " SignedHeaders=host;x-amz-date,"
                + " Signature=5da7c1a2acd57cee7505fc6676e4e544621c30862966e37dddb68e92efbe5d6b");
  }

  @Test
  void aPostWithAFormIsSignedAsInTheSuite() {
    Map<String, String> headers =
        Map.of(
            "Host", "example.amazonaws.com",
            "X-Amz-Date", "20150830T123600Z",
            "Content-Type", "application/x-www-form-urlencoded");
    assertThat(SIGNER.header("POST", "/", headers, "Param1=value1"))
        .endsWith("Signature=ff11897932ad3f4e8b18135d722051e5ac45fc38421b1da7b9d196a0fe09473a");
  }

  @Test
  void theTimeIsInUtc() {
    assertThat(SignatureV4.time(Instant.parse("2015-08-30T12:36:00Z")))
        .isEqualTo("20150830T123600Z");
  }
}
