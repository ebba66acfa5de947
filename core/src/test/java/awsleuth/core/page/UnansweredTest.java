package awsleuth.core.page;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.aws.AwsCatalog;
import awsleuth.core.Artifact;
import awsleuth.core.Diagnoser;
import awsleuth.core.Diagnosis.Verdict;
import awsleuth.core.cause.Outcome;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What AWS refused once tells nothing of a call of the same operation that never got there. */
class UnansweredTest {

  private static final String EVENT =
      """
      {"eventSource": "s3.amazonaws.com", "eventName": "GetObject", "awsRegion": "eu-west-1",
       "eventTime": "2026-11-18T09:00:01Z", "errorCode": "AccessDenied",
       "errorMessage": "User: arn:aws:iam::111122223333:user/etl is not authorized to perform: \
      s3:GetObject on resource: \\"arn:aws:s3:::raw/in/a.csv\\" because no identity-based policy \
      allows the s3:GetObject action",
       "userIdentity": {"type": "IAMUser", "arn": "arn:aws:iam::111122223333:user/etl",
         "accountId": "111122223333", "userName": "etl"},
       "requestParameters": {"bucketName": "raw", "key": "in/a.csv"}}
      """;

  private static final String TRACEBACK =
      """
      Traceback (most recent call last):
        File "app.py", line 3, in <module>
          boto3.client("s3").get_object(Bucket="s3://raw", Key="in/a.csv")
      botocore.exceptions.\
      """;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ParamValidationError | Parameter validation failed: Invalid bucket name \"s3://raw\": Bucket"
            + " name must match the regex \"^[a-zA-Z0-9.\\-_]{1,255}$\" | parameters/invalid-name",
        "NoCredentialsError | Unable to locate credentials | credentials/none-found",
        "EndpointConnectionError | Could not connect to the endpoint URL:"
            + " \"https://s3.eu-west-1b.amazonaws.com/raw\" | network/no-such-endpoint"
      })
  void hasNoEventOfAnotherCall(String exception, String message, String cause) {
    assertIsAloneIn(TRACEBACK + exception + ": " + message, cause);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "get identity: get credentials: failed to refresh cached credentials, no EC2 IMDS role"
            + " found, operation error ec2imds: GetMetadata, request canceled, context deadline"
            + " exceeded | credentials/imds-unreachable",
        "https response error StatusCode: 0, RequestID: , HostID: , request send failed, Get"
            + " \"https://raw.s3.eu-west-1.amazonaws.com/x\": dial tcp: lookup"
            + " raw.s3.eu-west-1.amazonaws.com: no such host | network/dns"
      })
  void hasNoneInGoEither(String message, String cause) {
    assertIsAloneIn("operation error S3: GetObject, " + message + "\n", cause);
  }

  /** CloudTrail keeps the code that the caller got. */
  @ParameterizedTest
  @CsvSource({
    "NoSuchKey,The specified key does not exist.,resource/key-not-found",
    "SlowDown,Please reduce your request rate.,throttling/s3-slow-down"
  })
  void aRefusalIsNoEventOfAnotherFailure(String code, String message, String cause) {
    assertIsAloneIn(
        TRACEBACK
            + "ClientError: An error occurred (%s) when calling the GetObject operation: %s"
                .formatted(code, message),
        cause);
  }

  /** Whether the cause comes first and no policy is to blame. */
  private static void assertIsAloneIn(String text, String cause) {
    List<Verdict> verdicts =
        new Diagnoser(AwsCatalog.embedded())
            .diagnose(
                List.of(
                    new Artifact("err.txt", Artifact.Kind.TRACEBACK, text),
                    new Artifact("event.json", Artifact.Kind.TRAIL, EVENT)))
            .failures()
            .getFirst()
            .verdicts();
    assertThat(verdicts.getFirst().id()).isEqualTo(cause);
    assertThat(verdicts)
        .filteredOn(v -> v.id().startsWith("permissions/"))
        .allMatch(v -> v.outcome() instanceof Outcome.RuledOut);
  }
}
