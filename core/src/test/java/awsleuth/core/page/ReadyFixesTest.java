package awsleuth.core.page;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.aws.AwsCatalog;
import awsleuth.core.Artifact;
import awsleuth.core.Artifact.Kind;
import awsleuth.core.Diagnoser;
import awsleuth.core.cause.Finding;
import awsleuth.core.cause.Fix;
import awsleuth.core.cause.Fix.Applicability;
import awsleuth.core.cause.Outcome;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is ready to be pasted changes something, and a check asks for the thing itself. */
class ReadyFixesTest {

  private static final Diagnoser DIAGNOSER = new Diagnoser(AwsCatalog.embedded());

  private static Finding first(String text) {
    Outcome outcome =
        DIAGNOSER
            .diagnose(List.of(new Artifact("t", Kind.TRACEBACK, text)))
            .failures()
            .getFirst()
            .verdicts()
            .getFirst()
            .outcome();
    assertThat(outcome).isInstanceOf(Outcome.Confirmed.class);
    return ((Outcome.Confirmed) outcome).finding();
  }

  private static String traceback(String code, String error) {
    return """
    Traceback (most recent call last):
      File "app.py", line 3, in <module>
        %s
      File "/usr/lib/python3/dist-packages/botocore/client.py", line 565, in _api_call
        return self._make_api_call(operation_name, kwargs)
    %s
    """
        .formatted(code, error);
  }

  private static List<String> ready(Finding f) {
    return f.fixes().stream()
        .filter(fix -> fix.applicability() == Applicability.READY)
        .map(Fix::text)
        .toList();
  }

  @Test
  void aClientIsNotMadeForTheRegionThatItHas() {
    Finding f =
        first(
            "An error occurred (NotFoundException) when calling the Encrypt operation: Alias"
                + " arn:aws:kms:eu-west-1:111122223333:alias/orders is not found.");
    assertThat(ready(f)).noneMatch(text -> text.contains("region_name"));
    assertThat(f.fixes()).extracting(Fix::text).anyMatch(t -> t.contains("region_name=\"<region>"));
  }

  @ParameterizedTest
  @CsvSource({
    "ec2.describe_instances(InstanceIds=ids), --instance-ids i-0123456789abcdef0",
    "'ec2.describe_instances(InstanceIds=[\"i-0123456789abcdef0\", \"i-1\"])',"
        + " --instance-ids i-0123456789abcdef0 i-1",
    "ec2.describe_instances(**query), --instance-ids i-0123456789abcdef0"
  })
  void whatIsNotFoundIsAskedForByItsId(String code, String options) {
    Finding f =
        first(
            traceback(
                code,
                "botocore.exceptions.ClientError: An error occurred (InvalidInstanceID.NotFound)"
                    + " when calling the DescribeInstances operation: The instance ID"
                    + " 'i-0123456789abcdef0' does not exist"));
    assertThat(f.verification().command()).isEqualTo("aws ec2 describe-instances " + options);
  }

  @ParameterizedTest
  @CsvSource({
    "The unspecified location constraint is incompatible for the region specific endpoint this"
        + " request was sent to., <region>, '<region>'",
    "The eu-central-1 location constraint is incompatible for the region specific endpoint this"
        + " request was sent to., eu-central-1, eu-central-1"
  })
  void aBucketIsMadeInTheRegionOfItsConstraint(String message, String region, String constraint) {
    Finding f =
        first(
            traceback(
                "s3.create_bucket(Bucket='orders')",
                "botocore.errorfactory.ClientError: An error occurred"
                    + " (IllegalLocationConstraintException) when calling the CreateBucket"
                    + " operation: "
                    + message));
    assertThat(f.verification().command().replace("'", ""))
        .isEqualTo(
            "aws s3api create-bucket --bucket orders --create-bucket-configuration"
                + " LocationConstraint=%s --region %s".formatted(constraint, region));
    assertThat(f.fixes().getFirst().text())
        .contains("create_bucket(Bucket=\"orders\", CreateBucketConfiguration=");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "s3.upload_file('a.html', 'site', 'a.html', ExtraArgs={'Contenttype': 'text/html'})"
            + "|s3.upload_file('a.html', 'site', 'a.html', ExtraArgs={'ContentType': 'text/html'})"
            + "|READY",
        "s3.upload_file(path, bucket, key, ExtraArgs=extra)"
            + "|client.upload_file(<arguments>, ExtraArgs={\"ContentType\": <value>})|TEMPLATE"
      })
  void aTransferIsGivenTheNameThatItHas(String code, String corrected, Applicability whole) {
    Finding f =
        first(
            traceback(
                code,
                "  File \"/usr/lib/python3/dist-packages/boto3/s3/transfer.py\", line 371, in"
                    + " upload_file\n    future = self._manager.upload(\n"
                    + "ValueError: Invalid extra_args key 'Contenttype', must be one of: ACL,"
                    + " CacheControl, ContentEncoding, ContentLanguage, ContentType, Metadata"));
    assertThat(f.summary()).isEqualTo("ExtraArgs has no key `Contenttype`");
    assertThat(f.because()).anyMatch(c -> c.text().contains("`ContentType` is the nearest"));
    assertThat(f.fixes().getFirst().text()).isEqualTo(corrected);
    assertThat(f.fixes().getFirst().applicability()).isEqualTo(whole);
  }

  @Test
  void onlyALambdaFunctionIsToldAsOne() {
    String error =
        "botocore.exceptions.ReadTimeoutError: Read timeout on endpoint URL:"
            + " \"https://dynamodb.eu-west-1.amazonaws.com/\"";
    assertThat(ready(first(traceback("client.get_item(TableName='t', Key=key)", error))))
        .containsExactly(
            "boto3.client(\"dynamodb\", config=botocore.config.Config(read_timeout=300))");
    assertThat(ready(first(traceback("client.put_item(TableName='t', Item=item)", error))))
        .singleElement()
        .asString()
        .contains("total_max_attempts");
  }

  @Test
  void theNameOfABucketIsCorrectedWhereItIsGiven() {
    Finding f =
        first(
            traceback(
                "s3.put_object(Bucket='ordesr', Key='k', Body=body)",
                "botocore.errorfactory.NoSuchBucket: An error occurred (NoSuchBucket) when calling"
                    + " the PutObject operation: The specified bucket does not exist"));
    assertThat(f.fixes())
        .extracting(Fix::text)
        .containsExactly(
            "aws s3api list-buckets --query 'Buckets[].Name'",
            "Bucket=\"<bucket>\"",
            "aws s3api create-bucket --bucket ordesr --region <region>"
                + " --create-bucket-configuration LocationConstraint=<region>");
    assertThat(f.fixes()).extracting(Fix::title).noneMatch(t -> t.contains("head"));
  }

  @Test
  void aSecretThatWasLeftOutIsAPlaceholder() {
    Fix fix = Fix.codeEdit("call it", "client.invoke(FunctionName='f', Payload='(secret)')");
    assertThat(fix.text()).isEqualTo("client.invoke(FunctionName='f', Payload='<secret>')");
    assertThat(fix.applicability()).isEqualTo(Applicability.TEMPLATE);
    Finding f =
        first(
            traceback(
                "sm.create_secret(Name='db', Secretstring='hunter2hunter2')",
                "botocore.exceptions.ParamValidationError: Parameter validation failed:\n"
                    + "Unknown parameter in input: \"Secretstring\", must be one of: Name,"
                    + " ClientRequestToken, Description, KmsKeyId, SecretBinary, SecretString,"
                    + " Tags, AddReplicaRegions, ForceOverwriteReplicaSecret, Type"));
    assertThat(f.toString()).contains("SecretString").doesNotContain("(secret)", "hunter2");
    assertThat(f.fixes().getFirst().applicability()).isEqualTo(Applicability.TEMPLATE);
  }
}
