package awsleuth.app.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.app.Command;
import awsleuth.app.terminal.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Calls that are never sent, hosts that are not there, and settings that do not count. */
class EndpointFaultsTest {

  @TempDir Path folder;

  private BareSettings settings = new BareSettings(Path.of(""), Path.of(""));

  @BeforeEach
  void noSettings() throws IOException {
    settings = BareSettings.in(folder, "");
  }

  private Command endpoint(String... more) {
    return settings.endpoint(more);
  }

  private Command s3(String... more) {
    List<String> args = new ArrayList<>(List.of("s3", "GetObject", "--region", "us-east-1"));
    args.addAll(List.of(more));
    return endpoint(args.toArray(String[]::new));
  }

  @ParameterizedTest
  @ValueSource(strings = {"arn:aws:s3:::mybucket", "mybucket/", "s3://mybucket/k"})
  void aRefusedBucketIsToldInBotocoresWordsWithTheUrlOfThePlainOne(String bucket) {
    Command command = s3("--param", "Bucket=" + bucket, "--param", "Key=k");
    assertThat(command.code()).isEqualTo(Console.DIAGNOSED);
    assertThat(command.out())
        .startsWith("error  botocore.exceptions.ParamValidationError: Parameter validation failed:")
        .contains("Invalid bucket name \"" + bucket + "\": Bucket name must match the regex")
        .contains("instead    with Bucket='mybucket': https://mybucket.s3.amazonaws.com/k\n")
        .doesNotContain("signed", "\nhttps://", "decided by");
  }

  @Test
  void noUrlIsShownForACallThatIsNotSent() {
    assertThat(s3("--param", "Buckt=bbb", "--param", "Key=k").out())
        .contains("Unknown parameter in input: \"Buckt\"")
        .contains("instead    with Bucket='bbb', no Buckt: https://bbb.s3.amazonaws.com/k\n")
        .doesNotContain("signed");
    String bearer = s3("--set", "signature_version=bearer", "--format", "json").out();
    assertThat(bearer)
        .contains("NoAuthTokenError")
        .contains("\"endpoint\":null")
        .contains("\"signing\":null");
  }

  @Test
  void whereOneEndpointAnswersForAllRegionsNothingIsWrong() {
    Command support = endpoint("support", "--region", "eu-west-1");
    assertThat(support.code()).isZero();
    assertThat(support.out())
        .startsWith("https://support.us-east-1.amazonaws.com\n")
        .contains("note       support has one endpoint for the partition aws");
    assertThat(endpoint("health", "--region", "eu-west-1").out())
        .contains(
            "health.eu-west-1.amazonaws.com is of eu-west-1, the request is signed for us-east")
        .doesNotContain("one endpoint");
  }

  @ParameterizedTest
  @CsvSource({"mturk,eu-west-1,us-east-1", "globalaccelerator,eu-west-1,us-west-2"})
  void aServiceOfOneRegionIsMissedElsewhere(String service, String region, String there) {
    assertThat(endpoint(service, "--region", region).out())
        .contains("wrong      botocore lists no endpoint of %s in %s".formatted(service, region))
        .contains("it lists " + there);
    assertThat(endpoint(service, "--region", there).code()).isZero();
  }

  @Test
  void aFipsEndpointThatIsNotListedIsMissed() {
    assertThat(endpoint("lambda", "--region", "eu-west-3", "--fips").out())
        .contains(
            "wrong      botocore lists no FIPS endpoint of lambda in eu-west-3; it lists us-");
    assertThat(endpoint("workspaces", "--region", "fips-eu-west-1").code())
        .isEqualTo(Console.DIAGNOSED);
    assertThat(endpoint("workspaces", "--region", "fips-eu-west-1").out())
        .contains("FIPS true  from the name of the Region fips-eu-west-1\n")
        .doesNotContain("Config(use_fips_endpoint)");
    assertThat(endpoint("kms", "--region", "eu-west-3", "--fips").code()).isZero();
    assertThat(endpoint("iam", "--region", "eu-west-3", "--fips").code()).isZero();
    assertThat(endpoint("ec2", "--region", "us-gov-west-1", "--fips").code()).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "us-west-2-lax-1a,a Local Zone,us-west-2",
    "us-east-1-wl1-bos-wlz-1,a Wavelength Zone,us-east-1",
    "use1-az1,the ID of a zone,us-east-1",
    "usw2-lax1-az1,the ID of a zone,us-west-2",
    "eu-west-1a,an Availability Zone,eu-west-1",
  })
  void aZoneIsToldFromARegion(String zone, String kind, String region) {
    assertThat(endpoint("ec2", "--region", zone).out())
        .contains("wrong      `%s` is %s; the Region is %s\n".formatted(zone, kind, region));
  }

  @ParameterizedTest
  @CsvSource({
    "Frankfurt,eu-central-1",
    "N. Virginia,us-east-1",
    "use1,us-east-1",
    "us-gov-west1,us-gov-west-1",
    "EU_WEST_1,eu-west-1",
  })
  void theRegionThatIsMeantIsNamed(String given, String region) {
    assertThat(endpoint("ec2", "--region", given).out())
        .contains(
            "`%s` is no Region that botocore knows; the nearest: %s\n".formatted(given, region));
  }

  @Test
  void whatTheServiceWillNotTakeIsTold() {
    String queue = "QueueUrl=https://sqs.eu-west-1.amazonaws.com/111122223333/q";
    assertThat(endpoint("sqs", "SendMessage", "--region", "us-east-1", "--param", queue).out())
        .contains("is in eu-west-1, the request goes to us-east-1");
    assertThat(
            endpoint(
                    "s3",
                    "--region",
                    "us-east-1",
                    "--endpoint-url",
                    "https://s3.eu-west-1.amazonaws.com")
                .out())
        .contains("host s3.eu-west-1.amazonaws.com is of eu-west-1, the request is signed for us-");
    assertThat(endpoint("cloudsearchdomain", "--region", "us-east-1").out())
        .contains("wrong      cloudsearchdomain wants endpoint_url: the URL that describe_domains");
    String url = "https://bbb.s3.us-east-1.amazonaws.com";
    assertThat(s3("--param", "Bucket=bbb", "--param", "Key=k", "--endpoint-url", url).out())
        .contains(
            "wrong      the bucket bbb is in the host bbb.s3.us-east-1.amazonaws.com already");
  }

  @Test
  void settingsThatDoNotCountAreTold() throws IOException {
    Files.writeString(
        settings.env(),
        """
        AWS_USE_DUALSTACK_ENDPOINT=yes
        AWS_ENDPOINT_URL_DYNAMO_DB=http://y:2
        AWS_ENDPOINT_URL_DYNAMODB=http://z:3
        AWS_ENDPOINT_URL=http://a:1
        AWS_REGION=eu-west-3
        """);
    assertThat(endpoint("dynamodb", "--region", "us-east-1").out())
        .contains("AWS_USE_DUALSTACK_ENDPOINT does not count: `yes` is false for botocore")
        .contains("AWS_ENDPOINT_URL_DYNAMO_DB does not count: the variable of dynamodb is AWS_")
        .contains("AWS_ENDPOINT_URL does not count: AWS_ENDPOINT_URL_DYNAMODB comes before it")
        .contains("AWS_REGION does not count: boto3 does not read it; the Region is us-east-1");
    assertThat(endpoint("ec2").out())
        .contains("AWS_REGION is `eu-west-3`, but boto3 does not read it")
        .contains("the service is in 34 Regions");
  }

  @Test
  void anAccountIdWithoutKeysBesideItIsInNoHostAsBotocoreIgnoresIt() {
    String[] account = {"dynamodb", "--region", "us-east-1", "--account-id", "111122223333"};
    assertThat(endpoint(account).out())
        .startsWith("https://dynamodb.us-east-1.amazonaws.com\n")
        .contains("aws_account_id without aws_access_key_id and aws_secret_access_key")
        .contains(
            "instead    with aws_access_key_id and aws_secret_access_key beside aws_account_id:"
                + " https://111122223333.ddb.us-east-1.amazonaws.com\n")
        .doesNotContain("AccountId =");
    List<String> required = new ArrayList<>(List.of(account));
    required.addAll(List.of("--set", "account_id_endpoint_mode=required"));
    assertThat(endpoint(required.toArray(String[]::new)).out())
        .startsWith("error  ")
        .contains("beside aws_account_id: https://111122223333.ddb.us-east-1.amazonaws.com\n");
  }

  @Test
  void whatWantsAwscrtIsShownAsItWouldBeWithIt() {
    String point = "Bucket=arn:aws:s3::111122223333:accesspoint/abc.mrap";
    assertThat(s3("--param", point, "--param", "Key=k").out())
        .contains("MissingDependencyException")
        .contains("https://abc.mrap.accesspoint.s3-global.amazonaws.com/k, signed AWS4-ECDSA-P256-")
        .contains("for s3 in all Regions (*)");
  }

  @Test
  void theUrlOfAChangeHasThePathOfTheCall() {
    String[] call = {"--fips", "--set", "s3.use_accelerate_endpoint=true", "--param", "Bucket=b.c"};
    List<String> args = new ArrayList<>(List.of(call));
    args.addAll(List.of("--param", "Key=k"));
    assertThat(s3(args.toArray(String[]::new)).out())
        .contains(
            "with s3.use_accelerate_endpoint False:"
                + " https://s3-fips.us-east-1.amazonaws.com/b.c/k\n");
  }
}
