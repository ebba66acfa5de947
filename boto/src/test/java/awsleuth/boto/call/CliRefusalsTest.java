package awsleuth.boto.call;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.aws.AwsCatalog;
import awsleuth.boto.call.GivenCall.Refusal;
import awsleuth.boto.python.PythonText;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the AWS CLI says of a command before it makes a call. */
class CliRefusalsTest {

  private static GivenCall cli(String command) {
    return ((GivenCall.Read) CliCallReader.read(AwsCatalog.embedded(), command)).call();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "dynamodb scan --table-name x --cout|Unknown options: --cout|`--cout` is near no option of"
            + " this command",
        "s3api list-objects-v2 --bucket b --page-sise 4|Unknown options: --page-sise,"
            + " 4|`--page-sise` is near `--page-size`",
        "dynamodb scan --tabel-name x|aws: error: the following arguments are required:"
            + " --table-name|`--tabel-name` is near `--table-name`",
        "dynamodb scan y --table-name x|Unknown options: y|",
        "dynamodb scan --table-name x --foo 1 --bar 2|Unknown options: --foo, --bar, 2, 1|`--foo`",
        "ec2 run-instances --image-id ami-1 --min-count 1 --max-count 2|Unknown options:"
            + " --min-count, --max-count, 2, 1|`--count MIN:MAX` stands for",
        "ec2 terminate-instances i-1 i-2|aws: error: the following arguments are required:"
            + " --instance-ids|`i-1 i-2` is near `--instance-ids`",
        "dynamodb scan --table-name x --select|aws: error: argument --select: expected one"
            + " argument|",
        "dynamodb scan --t x|aws: error: ambiguous option: --t could match --table-name,"
            + " --total-segments|",
        "dynamodb scan --table-name x --consistent-read=1|aws: error: argument --consistent-read:"
            + " ignored explicit argument '1'|a flag has no value: `--consistent-read` or `--no-…`",
        "dynamodb scan --table-name x --limit a|invalid literal for int() with base 10: 'a'|a whole"
            + " number",
        "dynamodb scan --limit b --max-items a|aws: error: argument --max-items: invalid int value:"
            + " 'a'|a whole number",
        "dynamodb scan --table-name x --no-paginate --page-size 5|Error during pagination: Cannot"
            + " specify --no-paginate along with pagination arguments: --page-size|",
        "dynamodb get-item --table-name t --page-size 5|aws: error: the following arguments are"
            + " required: --key|",
        "lambda invoke --function-name f|aws: error: the following arguments are required:"
            + " outfile|",
        "rds create-db-instance --db-instance-identifier d --db-instance-class c --engine e"
            + " --publicly-accessible false|Unknown options: false|`--publicly-accessible` takes no"
            + " value; meant is `--no-publicly-accessible`",
        "ec2 run-instances --count two|count parameter should be of form min[:max] (e.g. 1 or"
            + " 1:10)|a number, or two with a colon between them",
        "ec2 run-instances --block-device-mappings DeviceName=x,Ebs={VolumeSize=a}|invalid literal"
            + " for int() with base 10: 'a'|a whole number",
        "cloudwatch put-metric-data --namespace n --metric-data MetricName=m,Value=x|could not"
            + " convert string to float: 'x'|a number",
        "iam create-role|aws: error: the following arguments are required: --role-name,"
            + " --assume-role-policy-document|",
      })
  void isSaidInItsWordsWithTheNearestName(String command, String text, String meant) {
    Refusal first = cli("aws " + command).refusals().getFirst();
    assertThat(first.text()).isEqualTo(text);
    assertThat(first.meant()).startsWith(meant == null ? "" : meant);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "dynamodb scan --table-nam x --query Items --output json --page-size 5 --max-items 2",
        "dynamodb scan --generate-cli-skeleton",
        "dynamodb scan --cli-input-json file://p.json --region eu-west-1",
        "lambda create-function --function-name f --role r --zip-file fileb://f.zip",
        "ec2 run-instances --image-id ami-1 --count 2 --associate-public-ip-address",
        "ec2 authorize-security-group-ingress --group-id sg-1 --protocol tcp --port 22 --cidr"
            + " 10.0.0.0/8",
        "ses send-email --from a@example.com --to b@example.com --subject s --text t",
        "lambda invoke --function-name f out.json",
        "ec2 run-instances --image-id ami-1",
        "ec2 wait instance-running --instance-ids i-1",
        "rds wait db-instance-available --db-instance-identifier d",
        "sqs receive-message --queue-url q --wait-time-seconds -1",
      })
  void isNothingWhereItTakesTheCommand(String command) {
    assertThat(cli("aws " + command).refusals()).isEmpty();
  }

  @Test
  void theNumbersOfInstancesAreTakenThoughTheirOptionsAreTheApis() {
    GivenCall call = cli("aws ec2 run-instances --min-count 2 --max-count 3");
    assertThat(PythonText.repr(call.params())).isEqualTo("{'MinCount': 2, 'MaxCount': 3}");
  }

  @Test
  void aQuoteThatIsNotClosedIsFound() {
    assertThat(CliCallReader.openQuote("aws sqs list-queues --queue-name-prefix 'a b"))
        .hasValue(40);
    assertThat(CliCallReader.openQuote("aws sqs list-queues --queue-name-prefix \"a\\\""))
        .hasValue(40);
    assertThat(CliCallReader.openQuote("aws sqs list-queues --queue-name-prefix 'a' # don't"))
        .isEmpty();
  }

  @Test
  void oneInstanceIsMeantWhereNoNumberIsGiven() {
    assertThat(PythonText.repr(cli("aws ec2 run-instances --image-id a").params()))
        .isEqualTo("{'ImageId': 'a', 'MaxCount': 1, 'MinCount': 1}");
  }

  @ParameterizedTest
  @CsvSource({
    "AWS_PROFILE=p aws s3api list-buckets,'AWS_PROFILE=p '",
    "$ sudo aws s3api list-buckets,'sudo '",
    "time A=1 B= aws s3api list-buckets,'time A=1 B= '",
    "aws s3api list-buckets,''",
  })
  void whatStandsBeforeTheCommandIsKept(String command, String before) {
    assertThat(CliCallReader.isCommand(command)).isTrue();
    assertThat(cli(command).rest().before()).isEqualTo(before);
  }

  @Test
  void aMisspeltOptionGivesTheParameterThatItIsNear() {
    GivenCall call = cli("aws dynamodb scan --tabel-name x");
    assertThat(call.params().entries()).hasSize(1);
    assertThat(call.refusals())
        .extracting(Refusal::by)
        .containsExactlyElementsOf(List.of("aws", "aws"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "ec2 describe-instances --filters Name=n,Values=a b|it is written"
            + " Name=VALUE,Values=VALUE,VALUE, a space between two of them, or as JSON",
        "lambda update-function-configuration --function-name f --environment Variables|it is"
            + " written Variables={KEY=VALUE} or as JSON",
        "dynamodb put-item --table-name t --item 'a={S=x'|it is written KEY={…} or as JSON",
        "dynamodb put-item --table-name t --item '{\"a\": {\"S\": \"x\"'|not valid JSON: the text"
            + " ends here: `}` for the `{` of line 1, column 7 is missing, line 1, column 16",
        "dynamodb put-item --table-name t --item {'a':1}|not valid JSON: a name without double"
            + " quotes, line 1, column 2; a shell takes quotes away, so that JSON stands in single"
            + " quotes",
      })
  void howAValueIsWrittenIsSaidWhereItCannotBeParsed(String command, String meant) {
    assertThat(cli("aws " + command).refusals().getFirst().meant()).isEqualTo(meant);
  }

  @Test
  void aNumberOfItemsIsATextWhereTheServiceTakesATextForIt() {
    assertThat(cli("aws route53 list-hosted-zones --max-items x").refusals()).isEmpty();
    assertThat(cli("aws dynamodb list-tables --max-items $N").refusals()).isEmpty();
    assertThat(cli("aws dynamodb list-tables --max-items ' 5'").refusals()).isEmpty();
  }
}
