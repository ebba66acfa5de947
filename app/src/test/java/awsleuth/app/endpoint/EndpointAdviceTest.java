package awsleuth.app.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.app.Command;
import awsleuth.app.terminal.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is wrong where botocore is silent, and what would be valid where it raises. */
class EndpointAdviceTest {

  @TempDir Path folder;

  private BareSettings settings = new BareSettings(Path.of(""), Path.of(""));

  @BeforeEach
  void noSettings() throws IOException {
    settings = BareSettings.in(folder, "[default]\n[profile dev]\n");
  }

  private Command endpoint(String... more) {
    return settings.endpoint(more);
  }

  @Test
  void anArnOfAnotherRegionThanTheRequestsIsNamed() {
    String topic = "TopicArn=arn:aws:sns:eu-west-1:111122223333:t";
    assertThat(endpoint("sns", "publish", "--region", "us-east-1", "--param", topic).out())
        .contains("is in eu-west-1, the request goes to us-east-1");
    assertThat(endpoint("sns", "publish", "--region", "eu-west-1", "--param", topic).out())
        .doesNotContain("the request goes to");
    String point = "Bucket=arn:aws:s3:eu-west-1:111122223333:accesspoint/p";
    assertThat(endpoint("s3", "GetObject", "--region", "us-east-1", "--param", point).out())
        .contains("signed     AWS4-HMAC-SHA256 (s3v4) for s3 in eu-west-1")
        .doesNotContain("the request goes to");
  }

  @Test
  void theProfilesThatThereAreAreNamed() {
    Command command = endpoint("ec2", "--profile", "nope");
    assertThat(command.code()).isEqualTo(Console.DIAGNOSED);
    assertThat(command.out()).contains("wrong      the files have the profiles default, dev\n");
  }

  @Test
  void aHostThatBotocoreDoesNotTakeIsSaidToBeNone() throws IOException {
    Files.writeString(settings.env(), "AWS_ENDPOINT_URL=http://my_host:4566\n");
    assertThat(endpoint("ec2", "--region", "eu-west-1").out())
        .contains("wrong      `my_host` is no name of a host for botocore")
        .contains("instead    with the configured endpoint URLs ignored: https://ec2.eu-west-1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://user:hunter2pw@host_x",
        "user:hunter2pw@host",
        "https://user:hunter2pw@host.example/a@b",
      })
  void thePasswordOfAnEndpointUrlIsNotShown(String url) {
    for (String format : List.of("text", "json", "markdown")) {
      String out =
          endpoint("sqs", "--region", "us-east-1", "--endpoint-url", url, "--format", format).out();
      assertThat(out).contains("user:").doesNotContain("hunter2pw");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "us-east-1,b--usw2-az1--x-s3,us-west-2",
    "us-east-1,b--apne1-az4--x-s3,ap-northeast-1",
    "us-west-2,b--use1-az5--x-s3,us-east-1",
    "eu-west-1,b--eun1-az1--x-s3,eu-north-1",
  })
  void aDirectoryBucketOfAnotherRegionsZoneIsNamed(String region, String bucket, String of) {
    assertThat(endpoint("s3", "GetObject", "--region", region, "--param", "Bucket=" + bucket).out())
        .contains("`%s` is in the zone".formatted(bucket))
        .contains("of %s, the Region is %s".formatted(of, region));
    assertThat(endpoint("s3", "GetObject", "--region", of, "--param", "Bucket=" + bucket).out())
        .doesNotContain("is in the zone");
  }

  @Test
  void theModeOfAccountIdsIsShownWithWhereItIsSet() throws IOException {
    Files.writeString(settings.env(), "AWS_ACCOUNT_ID_ENDPOINT_MODE=required\n");
    assertThat(endpoint("dynamodb", "--region", "eu-west-1").out())
        .contains("AccountIdEndpointMode = required  from AWS::Auth::AccountIdEndpointMode,")
        .contains("AWS_ACCOUNT_ID_ENDPOINT_MODE")
        .contains("instead    with account_id_endpoint_mode preferred: https://dynamodb.eu-west-1");
  }

  @Test
  void theRegionOfAnArnOfAnotherPartitionIsTried() {
    String point = "Bucket=arn:aws-cn:s3:cn-north-1:111122223333:accesspoint/ap";
    assertThat(endpoint("s3", "GetObject", "--region", "eu-west-1", "--param", point).out())
        .contains("is of the partition aws-cn, the Region eu-west-1 of aws")
        .contains("instead    with region_name cn-north-1: https://ap-111122223333.s3-accesspoint");
  }
}
