package awsleuth.core.page;

import static awsleuth.core.page.FolderFiles.because;
import static awsleuth.core.page.FolderFiles.confirmed;
import static awsleuth.core.page.FolderFiles.event;
import static awsleuth.core.page.FolderFiles.file;
import static awsleuth.core.page.FolderFiles.fixes;
import static awsleuth.core.page.FolderFiles.log;
import static awsleuth.core.page.FolderFiles.trail;
import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.core.Artifact;
import awsleuth.core.cause.Finding;
import org.junit.jupiter.api.Test;

/** What other files beside a log make of its first answer. */
class FolderAnswersTest {

  @Test
  void whoDeletedABucketIsCitedAndItsNameIsNotDoubted() {
    String cleanup = "arn:aws:sts::111122223333:assumed-role/cleanup/nightly";
    String put = "arn:aws:sts::111122223333:assumed-role/reporter/t2";
    Artifact log = log("NoSuchBucket", "PutObject", "The specified bucket does not exist");
    Finding found =
        confirmed(
            "resource/bucket-not-found",
            log,
            trail(
                event("2026-11-21T02:00:07Z", "DeleteBucket", cleanup, "tmp", ""),
                event("2026-11-21T02:00:09Z", "DeleteBucket", cleanup, "tmp2", ""),
                event("2026-11-21T04:00:01Z", "PutObject", put, "tmp", "NoSuchBucket")));
    assertThat(because(found)).contains("took it away");
    assertThat(fixes(found)).doesNotContain("correct the name");
  }

  @Test
  void aBucketThatWasMadeAgainWasNotTakenAway() {
    String cleanup = "arn:aws:sts::111122223333:assumed-role/cleanup/nightly";
    Artifact log = log("NoSuchBucket", "PutObject", "The specified bucket does not exist");
    Finding found =
        confirmed(
            "resource/bucket-not-found",
            log,
            trail(
                event("2026-11-21T02:00:07Z", "DeleteBucket", cleanup, "tmp", ""),
                event("2026-11-21T03:00:09Z", "CreateBucket", cleanup, "tmp", ""),
                event("2026-11-21T04:00:01Z", "PutObject", cleanup, "tmp", "NoSuchBucket")));
    assertThat(because(found)).doesNotContain("took it away");
  }

  @Test
  void theQuotaThatACodeSpeaksOfIsCitedWithItsValue() {
    Finding found =
        confirmed(
            "throttling/service-quota",
            log("AddressLimitExceeded", "AllocateAddress", "The maximum number was reached."),
            file(
                "quotas.json",
                """
                {"Quotas": [{"ServiceCode": "ec2", "QuotaCode": "L-0263D0A3",
                  "QuotaName": "EC2-VPC Elastic IPs", "Value": 5.0, "Adjustable": true}]}
                """));
    assertThat(because(found)).contains("`EC2-VPC Elastic IPs` (L-0263D0A3) is 5");
    assertThat(fixes(found)).contains("--quota-code L-0263D0A3 --desired-value <n>");
  }

  @Test
  void theLineThatSetsALocalEndpointIsTheOneToTakeOut() {
    Finding found =
        confirmed(
            "network/local-endpoint-down",
            file(
                "job.log",
                "botocore.exceptions.EndpointConnectionError: Could not connect to the endpoint"
                    + " URL: \"http://localhost:4566/\"\n"),
            file(
                "config", "[default]\nregion = eu-west-1\nendpoint_url = http://localhost:4566\n"));
    assertThat(fixes(found)).contains("take this line out of config:3").doesNotContain("grep -n");
  }

  /** Botocore's own frame passes {@code endpoint_url} too, to the exception that it raises. */
  @Test
  void theVariableThatSetsALocalEndpointIsTheOneToUnset() {
    Finding found =
        confirmed(
            "network/local-endpoint-down",
            file(
                "job.log",
                """
                Traceback (most recent call last):
                  File "/app/job.py", line 4, in <module>
                    sqs.list_queues()
                  File "/venv/lib/python3.12/site-packages/botocore/httpsession.py", line 506, in send
                    raise EndpointConnectionError(endpoint_url=request.url, error=e)
                botocore.exceptions.EndpointConnectionError: Could not connect to the endpoint \
                URL: "http://localhost:4566/"
                """),
            file("env.txt", "AWS_ENDPOINT_URL=http://localhost:4566\n"));
    assertThat(fixes(found)).contains("unset AWS_ENDPOINT_URL").doesNotContain("boto3.client");
  }

  @Test
  void theCheckOfAChainedSessionAsksForWhatIsTaken() {
    Finding found =
        confirmed(
            "parameters/rejected-by-service",
            file(
                "nightly.log",
                """
                Traceback (most recent call last):
                  File "run.py", line 22, in main
                    sts.assume_role(RoleArn=ROLE, RoleSessionName="n", DurationSeconds=28800)
                botocore.exceptions.ClientError: An error occurred (ValidationError) when calling \
                the AssumeRole operation: The requested DurationSeconds exceeds the 1 hour session \
                limit for roles assumed by role chaining
                """));
    assertThat(found.verification().command()).contains("--duration-seconds 3600");
  }

  @Test
  void aUserWhoseKeysAreLeftInTheEnvironmentCallsInPlaceOfTheRole() {
    String user = "arn:aws:iam::444455556666:user/legacy";
    String role = "arn:aws:sts::111122223333:assumed-role/reader/i-0b";
    Artifact log =
        log(
            "AccessDenied",
            "GetObject",
            "User: "
                + user
                + " is not authorized to perform: s3:GetObject on resource:"
                + " \"arn:aws:s3:::conf/r.csv\" because no resource-based policy allows the"
                + " s3:GetObject action");
    Artifact keys =
        file("app.env", "AWS_ACCESS_KEY_ID=AKIAIOSFODNN7EXAMPLE\nAWS_REGION=eu-west-1\n");
    String before = event("2026-11-13T06:00:00Z", "GetObject", role, "conf", "");
    Finding found = confirmed("permissions/wrong-identity", log, keys, trail(before));
    assertThat(because(found)).contains(role + "` was allowed the same request");
    assertThat(fixes(found)).contains("unset AWS_ACCESS_KEY_ID");
    String own = event("2026-11-14T06:00:00Z", "GetObject", user, "conf", "");
    confirmed("permissions/no-resource-allow", log, keys, trail(before, own));
  }

  @Test
  void whatFollowsTheLoadAlreadyIsNotMadeToDoSo() {
    Finding found =
        confirmed(
            "throttling/provisioned-capacity",
            log(
                "ThrottlingException",
                "PutItem",
                "Throughput exceeds the current capacity of your table or index. DynamoDB is"
                    + " automatically scaling your table or index so please try again shortly."));
    assertThat(fixes(found)).doesNotContain("PAY_PER_REQUEST").contains("spread the load");
  }
}
