package awsleuth.boto.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.aws.AwsCatalog;
import awsleuth.boto.config.Session;
import org.junit.jupiter.api.Test;

/** What is said where an older botocore's code does otherwise. */
class OlderCodeTest {

  private static final AwsCatalog AWS = AwsCatalog.embedded();

  private static Client client(String service) {
    ClientArguments arguments = ClientArguments.of(service).inRegion("eu-west-1").withKeys();
    return ((ClientOutcome.Made) new Endpoints(AWS).client(Session.NOTHING_SET, arguments))
        .client();
  }

  @Test
  void theGlobalEndpointOfStsWasTheDefaultBefore() {
    assertThat(OlderCode.of("1.34.50", client("sts")))
        .map(Advice::words)
        .singleElement()
        .asString()
        .startsWith(
            "botocore 1.34.50 is older than 1.40.0, before which sts_regional_endpoints is");
    assertThat(OlderCode.of("1.34.50", client("sqs"))).isEmpty();
  }

  @Test
  void rulesCameLater() {
    assertThat(OlderCode.of("1.24.0", client("sqs")))
        .map(Advice::words)
        .singleElement()
        .asString()
        .startsWith(
            "botocore 1.24.0 is older than 1.29.0, before which no endpoint rules are used");
  }

  @Test
  void nothingIsSaidOfTheVersionWhoseCodeDecidesAndOfNoVersion() {
    assertThat(OlderCode.of("1.43.11", client("sts"))).isEmpty();
    assertThat(OlderCode.of("unknown", client("sts"))).isEmpty();
  }
}
