package awsleuth.aws;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Where the AWS CLI has names of its own. */
class CliNamesTest {

  private static final AwsCatalog AWS = AwsCatalog.embedded();

  @Test
  void mostNamesFollowFromTheModel() {
    assertThat(AWS.cliCommand("s3", "ListObjectsV2")).contains("list-objects-v2");
    assertThat(AWS.cliOption("s3", "ListObjectsV2", "MaxKeys")).contains("max-keys");
    assertThat(AWS.cliWritesFile("s3", "ListObjectsV2")).isFalse();
  }

  @Test
  void someOptionsHaveOtherNamesAndSomeAreNotThere() {
    assertThat(AWS.cliOption("route53", "GetTrafficPolicy", "Version"))
        .contains("traffic-policy-version");
    assertThat(AWS.cliOption("ec2", "RunInstances", "MinCount")).isEmpty();
  }

  @Test
  void streamsOfEventsHaveNoCommand() {
    assertThat(AWS.cliCommand("bedrock-runtime", "ConverseStream")).isEmpty();
  }

  @Test
  void whatIsStreamedGoesToAFile() {
    assertThat(AWS.cliWritesFile("s3", "GetObject")).isTrue();
    assertThat(AWS.cliWritesFile("lambda", "Invoke")).isTrue();
  }
}
