package awsleuth.boto.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.aws.AwsCatalog;
import awsleuth.boto.config.Session;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is said where an older botocore's code does otherwise. */
class OlderCodeTest {

  private static final AwsCatalog AWS = AwsCatalog.embedded();

  private static ClientArguments arguments(String service) {
    return ClientArguments.of(service).inRegion("eu-west-1").withKeys();
  }

  private static Client client(String service) {
    return client(Map.of(), arguments(service));
  }

  private static Client client(Map<String, String> environment, ClientArguments arguments) {
    Session.Files none = new Session.Files(Optional.empty(), Optional.empty());
    Session session = ((Session.Open) Session.open(environment, Optional.empty(), none)).session();
    return ((ClientOutcome.Made) new Endpoints(AWS).client(session, arguments)).client();
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
  void whereTheEndpointOfStsIsSetOrHasNoChoiceNothingDiffers() {
    Map<String, String> set = Map.of("AWS_STS_REGIONAL_ENDPOINTS", "regional");
    ClientArguments sts = arguments("sts");
    assertThat(OlderCode.of("1.34.50", client(set, sts))).isEmpty();
    assertThat(OlderCode.of("1.34.50", client(Map.of(), sts.inRegion("eu-south-1")))).isEmpty();
  }

  @Test
  void theArgumentEndpointUrlWasAlwaysRead() {
    ClientArguments sqs = arguments("sqs");
    Map<String, String> variable = Map.of("AWS_ENDPOINT_URL", "http://localhost:9324");
    assertThat(OlderCode.of("1.30.0", client(variable, sqs)))
        .map(Advice::words)
        .containsExactly(
            "botocore 1.30.0 is older than 1.31.0, before which endpoint URLs of the environment"
                + " and of profiles are not read");
    ClientArguments given =
        new ClientArguments(
            "sqs",
            sqs.region(),
            Optional.of("http://localhost:9324"),
            true,
            true,
            Optional.empty(),
            Optional.empty());
    assertThat(OlderCode.of("1.30.0", client(variable, given))).isEmpty();
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
