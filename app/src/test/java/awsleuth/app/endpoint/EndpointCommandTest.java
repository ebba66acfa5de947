package awsleuth.app.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.app.Command;
import awsleuth.app.terminal.Console;
import awsleuth.testkit.Json;
import awsleuth.testkit.JsonSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EndpointCommandTest {

  @TempDir Path folder;

  private BareSettings settings = new BareSettings(Path.of(""), Path.of(""));

  @BeforeEach
  void noSettings() throws IOException {
    settings = BareSettings.in(folder, "");
  }

  private Command endpoint(String... more) {
    return settings.endpoint(more);
  }

  @Test
  void theUrlTheSignatureAndTheDecidingRuleAreShown() {
    Command command = endpoint("sqs", "--region", "us-east-2", "--fips");
    assertThat(command.code()).isZero();
    assertThat(command.out())
        .startsWith("https://sqs-fips.us-east-2.amazonaws.com\n")
        .contains("signed     AWS4-HMAC-SHA256 (v4) for sqs in us-east-2")
        .contains("region us-east-2  from argument region_name")
        .contains("booleanEquals(UseFIPS, true)");
  }

  @Test
  void withoutParametersThePathHasTheirNames() {
    assertThat(endpoint("lambda", "Invoke", "--region", "eu-west-1").out())
        .startsWith(
            "https://lambda.eu-west-1.amazonaws.com/2015-03-31/functions/{FunctionName}/invocations\n")
        .contains("what is in braces comes from the call: --param NAME=VALUE");
    assertThat(endpoint("s3", "GetObject", "--region", "eu-west-1").out())
        .startsWith("https://s3.eu-west-1.amazonaws.com/{Bucket}/{Key+}\n")
        .contains("a bucket that fits into the host moves there");
    assertThat(endpoint("s3", "GetObject", "--region", "eu-west-1", "--param", "Bucket=b-1").out())
        .contains("https://b-1.s3.eu-west-1.amazonaws.com/{Key+}\n");
    Command given =
        endpoint("apigateway", "GetResource", "--param", "restApiId=a b", "--region", "x-y-1");
    assertThat(given.out())
        .startsWith("https://apigateway.x-y-1.amazonaws.com/restapis/a%20b/resources/{resourceId}");
    Command list = endpoint("ec2", "DescribeInstances", "--param", "InstanceIds=i-1");
    assertThat(list.out()).doesNotContain("Invalid type");
    assertThat(endpoint("sqs", "SendMessage", "--region", "eu-west-1").out())
        .startsWith("https://sqs.eu-west-1.amazonaws.com/\n")
        .doesNotContain("braces");
  }

  @Test
  void theWholeUrlIsShownWhereTheParametersAreGiven() {
    Command command =
        endpoint(
            "s3",
            "get_object",
            "--region",
            "eu-west-1",
            "--param",
            "Bucket=my.b",
            "--param",
            "Key=a b");
    assertThat(command.out()).startsWith("https://s3.eu-west-1.amazonaws.com/my.b/a%20b\n");
  }

  @Test
  void everySettingSaysWhereItIsFrom() throws IOException {
    Files.writeString(settings.env(), "export AWS_USE_DUALSTACK_ENDPOINT=true\n");
    Files.writeString(
        settings.config(),
        """
        [profile dev]
        region = eu-west-1
        services = local
        [services local]
        sqs =
          endpoint_url = http://localhost:4566
        """);
    Command command = endpoint("sqs", "--profile", "dev");
    assertThat(command.out())
        .startsWith("http://localhost:4566\n")
        .contains("region of profile dev (" + settings.config() + ":2:1)")
        .contains("endpoint_url of sqs in [services local] (" + settings.config() + ":6:3)")
        .contains("dual stack true  from AWS_USE_DUALSTACK_ENDPOINT");
  }

  @Test
  void settingsOfS3AndStsSayWhereTheyAreFrom() throws IOException {
    Files.writeString(settings.env(), "export AWS_STS_REGIONAL_ENDPOINTS=legacy\n");
    Files.writeString(settings.config(), "[profile dev]\ns3 =\n  addressing_style = path\n");
    assertThat(endpoint("sts", "--region", "eu-west-1").out())
        .startsWith("https://sts.amazonaws.com\n")
        .contains("endpoints of STS legacy  from AWS_STS_REGIONAL_ENDPOINTS")
        .contains("AWS::STS::UseGlobalEndpoint, AWS_STS_REGIONAL_ENDPOINTS");
    assertThat(endpoint("s3", "--region", "eu-west-1", "--profile", "dev").out())
        .contains(
            "addressing style path  from s3.addressing_style of profile dev (" + settings.config())
        .contains("AWS::S3::ForcePathStyle, s3.addressing_style of profile dev");
    String set = "s3.addressing_style=path";
    assertThat(endpoint("s3", "--region", "eu-west-1", "--set", set).out())
        .contains("AWS::S3::ForcePathStyle, Config(s3.addressing_style)");
    Files.writeString(settings.env(), "export AWS_S3_USE_ARN_REGION=false\n");
    assertThat(endpoint("s3", "--region", "eu-west-1").out())
        .contains("Region of ARNs false  from AWS_S3_USE_ARN_REGION")
        .contains("use_arn_region, AWS_S3_USE_ARN_REGION")
        .contains("disable_s3_express_session_auth, default");
    Files.writeString(settings.env(), "export AWS_S3_DISABLE_EXPRESS_SESSION_AUTH=true\n");
    assertThat(endpoint("s3", "--region", "eu-west-1").out())
        .contains("disable_s3_express_session_auth, AWS_S3_DISABLE_EXPRESS_SESSION_AUTH");
    Files.writeString(settings.env(), "export AWS_STS_REGIONAL_ENDPOINTS=legacy\n");
    assertThat(endpoint("sts", "--region", "eu-south-1").out())
        .contains("AWS::STS::UseGlobalEndpoint, default");
  }

  @Test
  void aZoneForARegionIsWrongThoughBotocoreIsSilent() {
    Command command = endpoint("sqs", "--region", "us-east-1a");
    assertThat(command.code()).isEqualTo(1);
    assertThat(command.out())
        .contains("wrong      `us-east-1a` is an Availability Zone; the Region is us-east-1");
  }

  @Test
  void aRegionThatIsNoneHasItsNearest() {
    assertThat(endpoint("sqs", "--region", "eu-wset-1").out()).contains("the nearest: eu-west-1");
  }

  @Test
  void anErrorComesWithTheChangesThatHelp() {
    Command command =
        endpoint(
            "s3",
            "ListObjectsV2",
            "--region",
            "us-east-1",
            "--fips",
            "--param",
            "Bucket=bucket",
            "--set",
            "s3.use_accelerate_endpoint=true");
    assertThat(command.code()).isEqualTo(1);
    assertThat(command.out())
        .contains("UnsupportedS3ConfigurationError")
        .contains("instead    without FIPS: https://")
        .contains("instead    with s3.use_accelerate_endpoint False: https://");
  }

  @Test
  void noRegionSaysWhereItCouldBeSet() {
    Command command = endpoint("sqs");
    assertThat(command.code()).isEqualTo(1);
    assertThat(command.out()).contains("NoRegionError").contains("does not read AWS_REGION");
  }

  @Test
  void aServiceWithOneEndpointSaysSo() {
    assertThat(endpoint("iam", "--region", "eu-west-1").out())
        .contains("iam has one endpoint for the partition aws; requests are signed for us-east-1");
  }

  @Test
  void unknownNamesAreUsageErrorsWithTheNearest() {
    Command service = endpoint("dynamdb");
    assertThat(service.code()).isEqualTo(2);
    assertThat(service.err()).contains("dynamodb");
    Command operation = endpoint("s3", "GetObjet");
    assertThat(operation.code()).isEqualTo(2);
    assertThat(operation.err()).contains("GetObject");
    assertThat(endpoint().code()).isEqualTo(2);
  }

  @Test
  void aConfigFileThatCannotBeReadIsWhatBotocoreRaises() throws IOException {
    Files.writeString(settings.config(), "region = eu-west-1\n");
    Command command = endpoint("sqs");
    assertThat(command.code()).isEqualTo(1);
    assertThat(command.out()).contains("ConfigParseError");
  }

  @Test
  void aPasswordInAUrlIsNotShown() {
    Command command =
        endpoint("sqs", "--region", "eu-west-1", "--endpoint-url", "https://u:hunter2@h.example");
    assertThat(command.out()).doesNotContain("hunter2").contains("h.example");
    assertThat(
            endpoint(
                    "sqs",
                    "--region",
                    "eu-west-1",
                    "--endpoint-url",
                    "https://u:hunter2@h.example",
                    "--format",
                    "json")
                .out())
        .doesNotContain("hunter2");
  }

  @Test
  void theJsonIsAsTheSchemaHasIt() throws IOException {
    JsonSchema schema = JsonSchema.of(Files.readString(Path.of("../docs/endpoint.schema.json")));
    for (String[] args :
        new String[][] {
          {"sqs", "--region", "eu-west-1"},
          {"sqs"},
          {"s3", "GetObject", "--region", "x-y-1", "--param", "Bucket=b", "--param", "Key=k"},
          {"s3", "GetObject", "--region", "eu-west-1", "--set", "signature_version=UNSIGNED"},
        }) {
      List<String> all = new ArrayList<>(List.of(args));
      all.addAll(List.of("--format", "json", "--all"));
      String out = endpoint(all.toArray(String[]::new)).out();
      assertThat(schema.faults(Json.object(out))).as(out).isEmpty();
    }
  }

  @Test
  void theMarkdownHasATableOfSettings() {
    assertThat(endpoint("sqs", "--region", "eu-west-1", "--format", "markdown").out())
        .startsWith("## Endpoint of `sqs`\n")
        .contains("| region | `eu-west-1` | argument region_name |");
  }

  @Test
  void theBatchAnswersInOrderAndGoesOnAfterABadLine() {
    String call =
        """
        {"id":"%s","service":"s3","operation":"ListBuckets","params":{},"client_kwargs":{%s}}
        """;
    Command command =
        Command.pipe(
            call.formatted("a", "\"region_name\":\"eu-west-1\"")
                + "{\n"
                + call.formatted("b", "\"region_name\":\"no_region\""),
            "endpoint",
            "--batch");
    List<String> lines = command.out().lines().toList();
    assertThat(lines).hasSize(3);
    assertThat(lines.get(0))
        .isEqualTo(
            "{\"id\":\"a\",\"expect\":{\"request\":{\"url\":\"https://s3.eu-west-1.amazonaws.com/\","
                + "\"signing\":{\"scheme\":\"AWS4-HMAC-SHA256\",\"region\":\"eu-west-1\","
                + "\"name\":\"s3\"}}}}");
    assertThat(lines.get(1)).contains("\"error\":\"line 2, column ");
    assertThat(lines.get(2))
        .contains("\"client_error\":{\"exception\":\"botocore.exceptions.InvalidRegionError\"");
  }

  /** botocore's pattern for a Region lets one line end pass (`$`). */
  @Test
  void aSignatureInTheUrlHasItsScopeEncoded() {
    String call =
        """
        {"id":"q","service":"wafv2","operation":"ListRuleGroups","params":{"Scope":"REGIONAL"},\
        "client_kwargs":{"region_name":"us-east-1\\n","endpoint_url":"https://127.0.0.1/"},\
        "config":{"signature_version":"v4-query"}}
        """;
    assertThat(Command.pipe(call, "endpoint", "--batch").out())
        .contains("Credential=AKIDEXAMPLE%2F<date>%2Fus-east-1%0A%2Fwafv2%2Faws4_request&");
  }

  @Test
  void aParameterOfNoOperationIsSaid() {
    Command none = Command.run("endpoint", "s3", "--param", "Bucket=b");
    assertThat(none.code()).isEqualTo(Console.USAGE);
    assertThat(none.err())
        .isEqualTo("awsleuth: --param needs the OPERATION whose parameter Bucket is, behind s3\n");
    Command wrong = Command.run("endpoint", "s3", "--param", "Bukket=b");
    assertThat(wrong.code()).isEqualTo(Console.USAGE);
    assertThat(wrong.err())
        .startsWith("awsleuth: no operation of s3 has a parameter `Bukket`; near it: Bucket");
    Command given =
        Command.run("endpoint", "s3", "GetObject", "--region", "eu-west-1", "--param", "Bukket=b");
    assertThat(given.out()).contains("Unknown parameter in input: \"Bukket\"");
    assertThat(given.code()).isEqualTo(Console.DIAGNOSED);
  }
}
