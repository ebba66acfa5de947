package awsleuth.core.read;

import static awsleuth.core.read.TextFailures.call;
import static awsleuth.core.read.TextFailures.read;
import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.core.evidence.FailedCall;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What registries, git, deployment tools and other languages' clients print of AWS. */
class BesideAwsTest {

  private static final String HOST = "111122223333.dkr.ecr.eu-west-1.amazonaws.com";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "CannotPullContainerError: failed to resolve ref HOST/api:v9: HOST/api:v9: not found"
            + "|ecr|ImageNotFoundException",
        "CannotPullContainerError: manifest for HOST/web:1 not found: manifest unknown: gone"
            + "|ecr|ImageNotFoundException",
        "name unknown: The repository with name 'a/b' does not exist in the registry with id '1111'"
            + "|ecr|RepositoryNotFoundException",
        "push failed: The repository with name 'x' does not exist in the registry with id '22'"
            + "|ecr|RepositoryNotFoundException",
        "Get \"https://HOST/v2/\": no basic auth credentials|ecr|",
        "The push refers to repository [HOST/app]~5f70bf18a086: Preparing~no basic auth credentials"
            + "|ecr|",
        " \u274c  Shop failed: Forbidden: null~~Deployment of the Stack failed: Forbidden:"
            + " null|s3|403",
        "cdk deploy~BadRequest: null|s3|400",
        "error parsing HTTP 403: unauthorized https://HOST/v2/a: no basic auth credentials|ecr|",
        "pull public.ecr.aws/x/y:1: toomanyrequests: Rate"
            + " exceeded|ecr-public|TooManyRequestsException",
        "HOST/a: toomanyrequests: Rate exceeded|ecr|TooManyRequestsException",
        "Error: App: SSM parameter /cdk-bootstrap/hnb659fds/version not found. Run 'cdk bootstrap'"
            + "|ssm|ParameterNotFound",
        "Error: Failed: initial ListObjectsV2 failed for bucket b in region eu-west-1: Client"
            + " error: Forbidden: Access Denied|s3|AccessDenied"
      })
  void registriesAndToolsNameWhatIsMissing(String text, String service, String code) {
    FailedCall call = call(text.replace("HOST", HOST).replace('~', '\n'));
    assertThat(call.service()).isEqualTo(service);
    assertThat(call.code()).isEqualTo(code == null ? "" : code);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CannotPullContainerError: failed to resolve ref docker.io/library/x:1: not found",
        "Get \"https://hub.example.com/v2/\": no basic auth credentials",
        "config: BadRequest: null",
        "answer of the Stack: {\"Forbidden\": null}",
        "docker.io: toomanyrequests: You have reached your pull rate limit",
        "name unknown: repository x is not in the registry",
        "fatal: unable to access 'https://github.com/a/b/': The requested URL returned error: 403",
        "HTTP GET error on 'https://data.example.com/x.parquet' (HTTP 403)",
        "mount: initial listing failed for bucket b",
        "SSM parameter /cdk-bootstrap/hnb659fds/version read",
        "current credentials could not be used to assume 'arn:aws:iam::111122223333:role/cdk-x',"
            + " but are for the right account. Proceeding anyway.",
        "curl: (22) The requested URL returned error: 404"
      })
  void othersWordsAreNotOfAws(String text) {
    assertThat(read(text)).isEmpty();
  }

  @Test
  void aUrlAndItsStatusAreAFailure() {
    FailedCall git =
        call(
            "fatal: unable to access 'https://git-codecommit.us-east-1.amazonaws.com/v1/repos/x/':"
                + " The requested URL returned error: 403");
    assertThat(git.service()).isEqualTo("codecommit");
    assertThat(git.httpStatus()).isEqualTo(OptionalInt.of(403));
    FailedCall duck =
        call("IO Error: HTTP HEAD error on 'https://b.s3.amazonaws.com/x.parquet' (HTTP 404)");
    assertThat(duck.service()).isEqualTo("s3");
    assertThat(duck.httpStatus()).isEqualTo(OptionalInt.of(404));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "NoAuthWithAWSException: No AWS Credentials provided by TemporaryAWSCredentialsProvider",
        "Amazon.Runtime.AmazonServiceException: Unable to get IAM security credentials from EC2"
            + " Instance Metadata Service.",
        "app.rb:3: unable to sign request without credentials set"
            + " (Aws::Errors::MissingCredentialsError)",
        "Aws::Errors::MissingCredentialsError: unable to sign request without credentials set",
        "error: no valid credential sources for AWS found.",
        "Error: Region is missing",
        "ConfigError: Missing region in config",
        "SdkClientException: Unable to find a region via the region provider chain."
      })
  void clientsOfOtherLanguagesSayWhatTheyLack(String text) {
    assertThat(read(text)).hasSize(1);
    assertThat(call(text).code()).isEmpty();
  }

  @Test
  void theCallThatWasAnsweredIsTheOneThatFailed() {
    FailedCall call =
        call(
            "failed to list: operation error Route 53: ListHostedZones, get identity: get"
                + " credentials: operation error STS: AssumeRoleWithWebIdentity, https response"
                + " error StatusCode: 403, RequestID: 9f, api error AccessDenied: Not authorized");
    assertThat(call.service()).isEqualTo("sts");
    assertThat(call.operation()).isEqualTo("AssumeRoleWithWebIdentity");
  }

  @Test
  void aRequestThatIsToldOfAgainWithLessIsTheSame() {
    String request =
        "(Service: Lambda, Status Code: 400, Request ID: 1f6b5f3e-7e2f-44dd-9cbb-7c0c3a9f)";
    assertThat(
            read(
                "Resource handler returned message: \"too big "
                    + request
                    + "\" (RequestToken: t, HandlerErrorCode: InvalidRequest)\nINFO rolled back\n"
                    + "web failed: ROLLBACK_COMPLETE: too big "
                    + request))
        .hasSize(1);
  }

  @Test
  void aRegionWhereSomethingIsNotIsNotTheCalls() {
    String denied =
        "An error occurred (InvalidViewerCertificate) when calling the CreateDistribution";
    assertThat(call(denied + " operation: it isn't in us-east-1 region").region()).isEmpty();
    assertThat(
            call(denied + " operation: no\nINFO host x.gr7.us-west-2.eks.amazonaws.com").region())
        .isEmpty();
    assertThat(call(denied + " operation: no\nINFO in us-west-2").region()).isEqualTo("us-west-2");
    assertThat(
            call("<Error><Code>PermanentRedirect</Code><Message>m</Message><Endpoint>b.s3.eu-west-3"
                    + ".amazonaws.com</Endpoint></Error>")
                .region())
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "botocore.exceptions.NoCredentialsError: Unable to locate credentials|true",
        "You must specify a region.|true",
        "SdkClientException: Unable to load AWS credentials from any provider in the chain|false",
        "CredentialsProviderError: Could not load credentials from any providers|false",
        "S3Exception: null (Service: S3, Status Code: 403, Request ID: X)|false",
        "Aws::Errors::MissingCredentialsError: unable to sign request without credentials|false",
        "TypeError: Float types are not supported. Use Decimal types instead.|false"
      })
  void whatBotocoreRaisesIsKnownFromWhatOthersRaise(String text, boolean botocore) {
    assertThat(read(text).getFirst().captures().containsKey("raised_by")).isEqualTo(botocore);
  }
}
