package awsleuth.core.page;

import static awsleuth.core.page.FirstAnswer.diagnosis;
import static awsleuth.core.page.FirstAnswer.error;
import static awsleuth.core.page.FirstAnswer.finding;
import static awsleuth.core.page.FirstAnswer.first;
import static awsleuth.core.page.FirstAnswer.fixes;
import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.core.Diagnosis.Verdict;
import awsleuth.core.cause.Finding;
import awsleuth.core.cause.Fix;
import awsleuth.core.cause.Fix.Applicability;
import awsleuth.core.cause.Outcome;
import org.junit.jupiter.api.Test;

/** What is said and proposed where the message tells more than the code. */
class TellingMessagesTest {

  @Test
  void anEndpointOfAnotherSchemeIsAWrongUrl() {
    assertThat(
            first(
                    "botocore.exceptions.HTTPClientError: An HTTP Client raised an unhandled"
                        + " exception: Not supported URL scheme ftp")
                .id())
        .isEqualTo("network/wrong-endpoint-url");
  }

  @Test
  void whoPausedTheSendingOfMailIsNotSaid() {
    for (String words :
        new String[] {
          "AccountSendingPausedException) when calling the SendEmail operation: Email sending is disabled for this account",
          "SendingPausedException) when calling the SendEmail operation: Sending paused for this account."
        }) {
      Finding finding = finding("botocore.exceptions.ClientError: An error occurred (" + words);
      assertThat(finding.summary()).contains("by its owner or by AWS");
      assertThat(finding.fixes().getFirst().text()).startsWith("aws sesv2 get-account ");
      assertThat(finding.fixes().toString()).doesNotContain("invoices");
    }
  }

  @Test
  void aModuleOfTheProgramThatIsCalledLikeAnotherLibrarysIsNoConflict() {
    String text =
        """
        Traceback (most recent call last):
          File "/lib/python3.12/site-packages/botocore/hooks.py", line 227, in emit
            response = handler(**kwargs)
          File "/srv/app.py", line 3, in sign
            lib.%1$s(request)
        AttributeError: module 'lib' has no attribute '%1$s'
        """;
    assertThat(first(text.formatted("sign")).outcome()).isInstanceOf(Outcome.RuledOut.class);
    assertThat(first(text.formatted("X509_V_FLAG_CB_ISSUER_CHECK")).id())
        .isEqualTo("client/version-conflict");
  }

  @Test
  void theCertificateIsLookedAtOnThePortOfTheEndpoint() {
    String text =
        "botocore.exceptions.SSLError: SSL validation failed for https://localhost%s/ [SSL:"
            + " CERTIFICATE_VERIFY_FAILED] certificate verify failed: self-signed certificate"
            + " (_ssl.c:1006)";
    assertThat(finding(text.formatted(":15605")).verification().command())
        .contains("-connect localhost:15605 ");
    assertThat(finding(text.formatted("")).verification().command())
        .contains("-connect localhost:443 ");
  }

  @Test
  void theExecutionRoleGetsAllThatItsSourceNeeds() {
    String text =
        error(
            "InvalidParameterValueException",
            "CreateEventSourceMapping",
            "The provided execution role does not have permissions to call ReceiveMessage on SQS");
    assertThat(fixes(text))
        .contains("sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes");
    assertThat(finding(text).because().getFirst().text()).doesNotContain("identity-based");
  }

  @Test
  void anUnsignedRequestIsToBeSigned() {
    assertThat(
            finding(
                    "AuthorizationException(403, '{\"Message\":\"User: anonymous is not authorized"
                        + " to perform: es:ESHttpGet because no resource-based policy allows the"
                        + " es:ESHttpGet action\"}')")
                .summary())
        .contains("not signed");
  }

  @Test
  void theClassOfAnotherLibraryIsNoErrorOfAws() {
    assertThat(diagnosis("anthropic.RateLimitError: Error code: 429 - too many").failures())
        .isEmpty();
    assertThat(diagnosis("RateLimitError: Error code: 429 - too many").failures()).isEmpty();
  }

  @Test
  void aDenialThatStaysIsRaisedInTheEnd() {
    String text =
        error(
            "InvalidParameterValueException",
            "CreateFunction",
            "The role defined for the function cannot be assumed by Lambda.");
    assertThat(
            diagnosis(text).failures().getFirst().verdicts().stream()
                .filter(v -> v.id().equals("permissions/propagation-delay"))
                .map(v -> ((Outcome.Possible) v.outcome()).finding().fixes().getFirst().text()))
        .allMatch(code -> code.contains("pause is None or"))
        .isNotEmpty();
  }

  @Test
  void theRegionIsChangedWhereTheProgramGivesIt() {
    Finding found =
        finding(
            """
            Traceback (most recent call last):
              File "/app/t.py", line 1, in <module>
                boto3.client("sqs", region_name="eu-west-1a").list_queues()
            botocore.exceptions.EndpointConnectionError: Could not connect to the endpoint URL: "https://sqs.eu-west-1a.amazonaws.com/"
            """);
    assertThat(found.fixes().getFirst().text())
        .isEqualTo("boto3.client(\"sqs\", region_name=\"eu-west-1\")");
    assertThat(found.verification().command()).endsWith(" --region eu-west-1");
  }

  @Test
  void aCheckHasNoValueThatWasRefusedAndNoContentForAFile() {
    Finding found =
        finding(
            """
            Traceback (most recent call last):
              File "/app/t.py", line 1, in <module>
                s3.put_object(Bucket='s3://acme/in', Key='k', Body=5)
              File "/usr/lib/python3.12/site-packages/botocore/client.py", line 569, in _api_call
            botocore.exceptions.ParamValidationError: Parameter validation failed:
            Invalid bucket name "s3://acme/in": Bucket name must match the regex "^[a-z]$"
            """);
    assertThat(found.verification().command())
        .contains("--bucket acme ", "--body <body>")
        .doesNotContain("s3://");
  }

  @Test
  void allErrorsOfAReportAreAnsweredInOneCall() {
    String text =
        """
        Traceback (most recent call last):
          File "/app/t.py", line 1, in <module>
            s3.put_object(Bucket='acme', Key='k', Body=5, ACLL='private')
          File "/usr/lib/python3.12/site-packages/botocore/client.py", line 569, in _api_call
        botocore.exceptions.ParamValidationError: Parameter validation failed:
        Unknown parameter in input: "ACLL", must be one of: ACL, Body, Bucket, Key
        Invalid type for parameter Body, value: 5, type: <class 'int'>, valid types: <class 'bytes'>
        """;
    assertThat(
            diagnosis(text).failures().getFirst().verdicts().stream()
                .filter(v -> v.outcome() instanceof Outcome.Confirmed)
                .map(Verdict::id))
        .containsExactly("parameters/unknown", "parameters/wrong-type");
    Fix fix = finding(text).fixes().getFirst();
    assertThat(fix.applicability()).isEqualTo(Applicability.READY);
    assertThat(fix.text()).contains("ACL='private'", "Bucket='acme'", "Body='5'");
  }

  @Test
  void theNearestWaiterAndCommandAreNamed() {
    assertThat(
            fixes(
                """
                Traceback (most recent call last):
                  File "/app/x.py", line 1, in <module>
                    ec2.get_waiter('instance_runing').wait()
                  File "/usr/lib/python3.12/site-packages/botocore/client.py", line 9, in get_waiter
                    raise ValueError("Waiter does not exist: %s" % waiter_name)
                ValueError: Waiter does not exist: instance_runing
                """))
        .contains("get_waiter(\"instance_running\")", "client.waiter_names");
    assertThat(
            fixes(
                """
                $ aws s3api list-objcts --bucket acme
                usage: aws [options] <command> <subcommand> [<subcommand> ...] [parameters]
                aws: error: argument operation: Invalid choice, valid choices are:
                """))
        .contains("aws s3api list-objects")
        .doesNotContain("awscli");
  }

  @Test
  void aCommandIsMendedAsACommand() {
    Fix fix =
        finding(
                """
                $ aws s3api put-object --bucket acme --body f.txt
                aws: error: the following arguments are required: --key
                """)
            .fixes()
            .getFirst();
    assertThat(fix.text()).isEqualTo("aws s3api put-object --body f.txt --bucket acme --key <key>");
  }

  @Test
  void noFileOfPythonItselfIsTheProgram() {
    assertThat(
            finding(
                    """
                    Traceback (most recent call last):
                      File "<string>", line 1, in <module>
                      File "/usr/lib/python3.12/runpy.py", line 1, in run
                      File "/x/site-packages/botocore/client.py", line 9, in get_waiter
                    ValueError: Waiter does not exist: instance_runing
                    """)
                .verification()
                .command())
        .isEqualTo("<the program or command that failed>");
  }

  @Test
  void whatStandsBeforeAServiceIsRead() {
    assertThat(fixes("denied: Your authorization token has expired. Reauthenticate and try again."))
        .contains("aws ecr get-login-password");
    assertThat(
            fixes(
                "connection to server at \"o.abc.eu-west-1.rds.amazonaws.com\", port 5432 failed:"
                    + " FATAL:  PAM authentication failed for user \"app\""))
        .contains("rds-db:connect", "generate_db_auth_token");
    assertThat(diagnosis("FATAL:  PAM authentication failed for user \"app\"").failures())
        .isEmpty();
    assertThat(fixes("{\"message\":\"Missing Authentication Token\"}"))
        .contains("aws apigateway get-resources");
    assertThat(
            first("{\"error\":\"States.DataLimitExceeded\",\"cause\":\"The state is too large.\"}")
                .id())
        .isEqualTo("throttling/service-quota");
    assertThat(first("Amazon.SQS.Model.QueueDoesNotExistException: The queue does not exist.").id())
        .isEqualTo("resource/not-found");
  }

  @Test
  void aFileThatS3aMayNotSeeIsAskedForByItsBucketAndKey() {
    Finding found =
        finding(
            "java.nio.file.AccessDeniedException: s3a://lake/raw/p.parquet: getFileStatus on"
                + " s3a://lake/raw/p.parquet: com.amazonaws.services.s3.model.AmazonS3Exception:"
                + " Forbidden (Service: Amazon S3; Status Code: 403; Error Code: 403 Forbidden;"
                + " Request ID: 9Z7Q; S3 Extended Request ID: abc=; Proxy: null)");
    assertThat(found.verification().command())
        .contains("head-object --bucket lake --key raw/p.parquet");
  }
}
