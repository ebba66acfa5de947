package awsleuth.core.read;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.aws.AwsCatalog;
import awsleuth.core.Artifact;
import awsleuth.core.evidence.FailedCall;
import awsleuth.core.evidence.Failure;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What deployment tools, wrappers and further SDKs print, and texts that are cut or nested. */
class ToolTextsTest {

  private static final AwsCatalog AWS = AwsCatalog.embedded();

  private static List<Failure> read(String text) {
    return FailureReader.read(new Artifact("t", Artifact.Kind.TRACEBACK, text), AWS);
  }

  private static FailedCall call(String text) {
    List<Failure> failures = read(text);
    assertThat(failures).as("failures in: %s", text).isNotEmpty();
    return failures.getFirst().call();
  }

  @ParameterizedTest
  @CsvSource({
    "creating EC2 Instance,ec2,RunInstances",
    "error creating S3 bucket ACL for acme-invoices,s3,PutBucketAcl",
    "creating IAM Role (worker),iam,CreateRole",
    "Error modifying Lambda Function Code resize,lambda,UpdateFunctionCode",
    "creating ECS Service (web),ecs,CreateService",
    "creating inline policy (logs),iam,PutRolePolicy",
    "error launching source instance,ec2,RunInstances",
    "error describing stack,cloudformation,DescribeStacks",
    "error calling sts:GetCallerIdentity,sts,GetCallerIdentity",
    "Create S3 bucket with retry acme-state returned an error,s3,CreateBucket"
  })
  void whatAToolSaysItWasDoingTellsTheOperation(String doing, String service, String operation) {
    FailedCall call = call("Error: " + doing + ": AccessDenied: no\n\tstatus code: 403");
    assertThat(call.service()).isEqualTo(service);
    assertThat(call.operation()).isEqualTo(operation);
    assertThat(call.code()).isEqualTo("AccessDenied");
    assertThat(call.httpStatus()).isEqualTo(OptionalInt.of(403));
  }

  @Test
  void aToolThatNamesNoServiceTellsNoOperation() {
    assertThat(call("Error: creating worker pool: AccessDenied: no").operation()).isEmpty();
  }

  @Test
  void theHostIdOfTheGoSdkIsOfS3() {
    FailedCall call =
        call("AccessDenied: Access Denied\n\tstatus code: 403, request id: R, host id: h=");
    assertThat(call.service()).isEqualTo("s3");
  }

  @Test
  void theInnermostClassOfJavaWrappersCounts() {
    FailedCall call =
        call(
            "java.util.concurrent.CompletionException:"
                + " software.amazon.awssdk.services.sqs.model.SqsException: Rate exceeded (Service: Sqs,"
                + " Status Code: 400, Request ID: R)");
    assertThat(call.exception()).isEqualTo("SqsException");
    assertThat(call.code()).isEmpty();
    assertThat(call.service()).isEqualTo("sqs");
  }

  @ParameterizedTest
  @CsvSource({
    "'Service returned error code AccessDeniedException (Service: Lambda, Status Code: 403, Request"
        + " ID: R)',AccessDeniedException",
    "'denied by S3. S3 Error Code: AccessDenied. S3 Error Message: no (Service: Lambda, Status Code:"
        + " 403, Request ID: R)',AccessDenied",
    "'no (Service: Ec2, Status Code: 403, Request ID: R) (RequestToken: t, HandlerErrorCode:"
        + " AccessDenied)',AccessDenied"
  })
  void stackEventsTellTheCodeInTheirWords(String text, String code) {
    assertThat(call("Resource handler returned message: " + text).code()).isEqualTo(code);
  }

  @Test
  void furtherSdksAreRead() {
    FailedCall net =
        call(
            "Amazon.S3.AmazonS3Exception: Error making request with Error Code Forbidden and Http Status"
                + " Code Forbidden. No further error information was returned by the service.");
    assertThat(net.exception()).isEqualTo("AmazonS3Exception");
    assertThat(net.service()).isEqualTo("s3");
    assertThat(net.httpStatus()).isEqualTo(OptionalInt.of(403));
    FailedCall kotlin =
        call(
            "aws.sdk.kotlin.services.s3.model.S3Exception: Service returned error code 403: Forbidden,"
                + " Error type: Unknown, Protocol response: HTTP 403 Forbidden, Request ID: R9, x\n"
                + "    at aws.sdk.kotlin.services.s3.serde.HeadObjectOperationDeserializerKt"
                + ".throwHeadObjectError(HeadObjectOperationDeserializer.kt:116)");
    assertThat(kotlin.code()).isEqualTo("403");
    assertThat(kotlin.operation()).isEqualTo("HeadObject");
    assertThat(kotlin.requestId()).isEqualTo("R9");
    FailedCall cpp = call("Unable to parse ExceptionName: SlowDown Message: Please reduce");
    assertThat(cpp.code()).isEqualTo("SlowDown");
    assertThat(cpp.message()).isEqualTo("Please reduce");
    FailedCall rust =
        call(
            "service error: unhandled error: Error { code: \"AccessDenied\", message: \"Access Denied\","
                + " request_id: \"R\" }");
    assertThat(rust.code()).isEqualTo("AccessDenied");
    assertThat(rust.message()).isEqualTo("Access Denied");
  }

  @Test
  void errorsOfTheJavaScriptSdksAreReadAsObjectsAndAsJson() {
    FailedCall object =
        call(
            """
            { [Forbidden: null]
              message: null,
              code: 'Forbidden',
              requestId: 'R1',
              statusCode: 403,
              retryable: false } 'Forbidden: null at Request.extractError (/srv/node_modules/aws-sdk/lib/services/s3.js:5:3)'
            """);
    assertThat(object.code()).isEqualTo("Forbidden");
    assertThat(object.service()).isEqualTo("s3");
    assertThat(object.httpStatus()).isEqualTo(OptionalInt.of(403));
    assertThat(object.requestId()).isEqualTo("R1");
    FailedCall json =
        call(
            """
            {
              "name": "ThrottlingException",
              "$fault": "client",
              "$metadata": { "httpStatusCode": 429, "requestId": "R2", "attempts": 3 }
            }
            """);
    assertThat(json.code()).isEqualTo("ThrottlingException");
    assertThat(json.httpStatus()).isEqualTo(OptionalInt.of(429));
  }

  @Test
  void aLambdaErrorThatBreaksOffIsReadAsFarAsItGoes() {
    FailedCall call =
        call(
            """
            `{
              "error": "ClientError",
              "cause": {
                "errorMessage": "An error occurred (ThrottlingException) when calling the StartJobRun operation: Rate exceeded",
                "errorType": "ClientError",
                "stackTrace": [ "  File \\"/var/task/a.py\\", line 4, in handler\\n    glue.start_jo
            """);
    assertThat(call.exception()).isEqualTo("ClientError");
    assertThat(call.operation()).isEqualTo("StartJobRun");
    assertThat(call.service()).isEqualTo("glue");
  }

  @Test
  void aBodyInsideASentenceBelongsToIt() {
    List<Failure> failures =
        read(
            "CRITICAL: ClientError('An error occurred (500) when calling the ListQueues operation (reached"
                + " max retries: 4): <?xml version=\\'1.0\\'?>\\n<ErrorResponse><Error><Code>InternalError"
                + "</Code><Message>unknown operation</Message></Error></ErrorResponse>')");
    assertThat(failures).hasSize(1);
    FailedCall call = failures.getFirst().call();
    assertThat(call.code()).isEqualTo("500");
    assertThat(call.operation()).isEqualTo("ListQueues");
    assertThat(call.message()).isEqualTo("unknown operation");
  }

  @Test
  void anErrorThatIsPrintedAgainAndCutOffIsTheSameFailure() {
    String text =
        """
        web[7]: Error <class 'boto3.exceptions.S3UploadFailedError'> Failed to upload /tmp/a to b/a: An error occurred (AccessDenied) when calling the PutObject operation: Access Denied
        web[7]: S3UploadFailedError: Failed to upload /tmp/a
        """;
    assertThat(call(text).code()).isEqualTo("AccessDenied");
  }

  @Test
  void theClassThatWrapsTheSentenceIsTheException() {
    FailedCall call =
        call(
            "shop.errors.UploadError: could not store it: An error occurred (AccessDenied) when calling"
                + " the PutObject operation: Access Denied");
    assertThat(call.exception()).isEqualTo("UploadError");
  }

  @Test
  void theRefusedActionTellsMoreThanAMethodsName() {
    FailedCall call =
        call(
            """
            Traceback (most recent call last):
              File "/srv/app.py", line 9, in main
                for group in self.get_groups():
            JSONResponseError: 400 Bad Request
            {u'Message': u'User: arn:aws:iam::111122223333:user/u is not authorized to perform: logs:DescribeLogGroups on resource: arn:aws:logs:eu-west-1:111122223333:log-group:*', u'__type': u'AccessDeniedException'}
            """);
    assertThat(call.service()).isEqualTo("logs");
    assertThat(call.operation()).isEqualTo("DescribeLogGroups");
    assertThat(call.exception()).isEqualTo("JSONResponseError");
    assertThat(call.httpStatus()).isEqualTo(OptionalInt.of(400));
  }

  @Test
  void aQueryServicesNamespaceTellsTheService() {
    FailedCall call =
        call(
            "<ErrorResponse xmlns=\"http://monitoring.amazonaws.com/doc/2010-08-01/\"><Error><Type>Sender"
                + "</Type><Code>Throttling</Code><Message>Rate exceeded</Message></Error></ErrorResponse>");
    assertThat(call.service()).isEqualTo("cloudwatch");
  }

  @ParameterizedTest
  @CsvSource({
    "ProvisionedThroughputExceededException: Rate exceeded for shard s-1 in stream orders,kinesis",
    "MessageRejected: Email address is not verified. The following identities failed the check in"
        + " region EU-WEST-1: a@example.com,ses",
    "ResourceConflictException: An update is in progress for resource: arn:aws:lambda:eu-west-1:x,lambda",
    "AccessControlListNotSupported: The bucket does not allow ACLs,s3"
  })
  void theWordingTellsTheService(String text, String service) {
    assertThat(call("ERROR " + text).service()).isEqualTo(service);
  }

  @Test
  void aRegionIsReadInCapitalsToo() {
    FailedCall call =
        call("MessageRejected: The following identities failed the check in region EU-WEST-1: a");
    assertThat(call.region()).isEqualTo("eu-west-1");
  }

  @Test
  void aCodeAmongWordsOfFailureIsWorthTellingWhereNothingBetterIs() {
    assertThat(call("[aws] worker failed, reason AccessDeniedException after 3s").code())
        .isEqualTo("AccessDeniedException");
    assertThat(read("worker failed, reason AccessDeniedException after 3s")).isEmpty();
    assertThat(read("    except client.exceptions.AccessDeniedException as error:")).isEmpty();
    assertThat(read("aws listener for ThrottlingException events ready")).isEmpty();
  }

  @Test
  void aRemarkInParenthesesBeforeTheSentenceIsNoCode() {
    FailedCall call =
        call(
            "_error_wrapper -- Client error (maybe retryable): An error occurred (403) when calling"
                + " the HeadObject operation: Forbidden");
    assertThat(call.code()).isEqualTo("403");
    assertThat(call.operation()).isEqualTo("HeadObject");
  }

  @Test
  void theErrorOfAServiceBehindTheCalledOneStaysInTheMessage() {
    FailedCall call =
        call(
            "An error occurred (InvalidParameterValueException) when calling the GetParameter operation:"
                + " no key (Service: AWSKMS; Status Code: 400; Error Code: AccessDeniedException;"
                + " Request ID: R)");
    assertThat(call.code()).isEqualTo("InvalidParameterValueException");
    assertThat(call.service()).isEqualTo("ssm");
    assertThat(call.message()).contains("AWSKMS");
  }

  @ParameterizedTest
  @CsvSource({
    "'HTTPClientError: An HTTP Client raised and unhandled exception: 7',HTTPClientError",
    "'An HTTP Client raised and unhandled exception: 7',HTTPClientError",
    "'<class KeyError>, KeyError(''endpoint_resolver'',), <traceback>',KeyError",
    "'IOError: at css: An error occurred (BadDigest) when calling the PutObject operation: 1',IOError",
    "'TypeError: __init__() missing 1 required positional argument: ''operation_name''',TypeError"
  })
  void exceptionsAreToldInOlderAndOtherWords(String text, String exception) {
    assertThat(call(text).exception()).isEqualTo(exception);
  }

  @Test
  void aChainWithoutItsEndIsToldByWhatBeganIt() {
    FailedCall call =
        call(
            """
            DEBUG Starting new HTTP connection (2): localhost:4566
            Traceback (most recent call last):
              File "urllib3/connection.py", line 1, in _new_conn
            ConnectionRefusedError: [Errno 111] Connection refused

            During handling of the above exception, another exception occurred:

            Traceback (most recent call last):
              File "/lib/botocore/httpsession.py", line 2, in send
                urllib_response = conn.urlopen(
            """);
    assertThat(call.exception()).isEqualTo("ConnectionRefusedError");
    assertThat(call.endpoint()).isEqualTo("http://localhost:4566/");
  }

  @Test
  void theTracebackAfterBotocoresLogLineIsOfTheRequest() {
    FailedCall call =
        call(
            """
            botocore.endpoint - DEBUG - Exception received when sending HTTP request.
            Traceback (most recent call last):
              File "urllib3/connection.py", line 1, in _new_conn
            ConnectionRefusedError: [Errno 111] Connection refused
            """);
    assertThat(call.exception()).isEqualTo("ConnectionRefusedError");
  }

  @Test
  void anArrowAtTheEndOfACallBringsTheLineAboveWithIt() {
    FailedCall call =
        call(
            """
            /lib/python3.7/site-packages/s3fs/core.py in info(self, path)
                529                 out = self._call_s3(self.s3.head_object, kwargs, Bucket=bucket,
            --> 530                                     Key=key, **self.req_kw)
                531                 return {

            PermissionError: Forbidden
            """);
    assertThat(call.operation()).isEqualTo("HeadObject");
    assertThat(call.service()).isEqualTo("s3");
  }

  @ParameterizedTest
  @CsvSource({
    "UnauthorizedOperation => not authorized,ec2",
    "amazon-ebs: AuthFailure: not able to validate the provided access credentials,ec2",
    "'{\"__type\":\"com.amazonaws.dynamodb.v20120810#AccessDeniedException\"}',dynamodb",
    "'{\"__type\":\"com.amazonaws.switchboard.portal#UnauthorizedException\"}',sso",
    "S3ResponseError: S3ResponseError: 403 Forbidden <Code>AccessDenied</Code>,s3"
  })
  void theFormOfAnErrorTellsTheService(String text, String service) {
    assertThat(call(text).service()).isEqualTo(service);
  }

  @Test
  void whatAProgramRunsInIsNotWhatItCalls() {
    assertThat(
            call("ValidationException: x\n at f (/home/ec2-user/node_modules/aws-sdk/json.js:1:2)")
                .service())
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "No OpenIDConnect provider found in your account for https://a.example,AssumeRoleWithWebIdentity",
    "InvalidParameterCombination: a cannot be used with the parameter subnet,RunInstances",
    "ValidationException: Query condition missed key schema element: id,Query"
  })
  void wordsOfOneOperationTellIt(String text, String operation) {
    assertThat(call(text).operation()).isEqualTo(operation);
  }

  @Test
  void aCommandOfAServiceThatIsNoMoreNamesItsService() {
    FailedCall call =
        call(
            "$ aws codestar create-project --cli-input-json file://i.json\n\nParameter validation"
                + " failed:\nUnknown parameter in input: \"toolchain\", must be one of: name, id");
    assertThat(call.service()).isEqualTo("codestar");
    assertThat(call.operation()).isEqualTo("CreateProject");
  }

  @Test
  void redshiftAndSnowflakeTellWhatS3Answered() {
    FailedCall redshift =
        call(
            "error:  S3ServiceException:Access Denied,Status 403,Error AccessDenied,Rid Z6,CanRetry 1");
    assertThat(redshift.code()).isEqualTo("AccessDenied");
    assertThat(redshift.service()).isEqualTo("s3");
    assertThat(redshift.requestId()).isEqualTo("Z6");
    FailedCall snowflake =
        call(
            "Failure using stage area. Cause: [Denied (Status Code: 403; Error Code: AccessDenied)]");
    assertThat(snowflake.code()).isEqualTo("AccessDenied");
    assertThat(snowflake.httpStatus()).isEqualTo(OptionalInt.of(403));
  }

  @Test
  void rubysClientMethodIsTheOperation() {
    FailedCall call =
        call(
            """
            x.rb:15:in `call': Rate exceeded (Aws::CloudFormation::Errors::Throttling)
            \tfrom /gems/seahorse/request.rb:70:in `send_request'
            \tfrom /gems/aws-sdk-cloudformation-1.4.0/client.rb:35:in `validate_template'
            """);
    assertThat(call.operation()).isEqualTo("ValidateTemplate");
  }

  @Test
  void aTextThatATerminalFoldedInMidWordIsUnfolded() {
    FailedCall call =
        call(
            """
            Operation List with file  attempt 1 of 5 failed with message: The request signat
            ure we calculated does not match the signature you provided. Check your key and
            signing method.
            """);
    assertThat(call.message()).contains("request signature we calculated does not match");
    assertThat(call.source().line()).isEqualTo(1);
  }

  @Test
  void aPartOfAnEventTellsItsOperationAndRegion() {
    FailedCall call =
        call(
            """
                "eventSource": "ec2.amazonaws.com",
                "eventName": "RunInstances",
                "awsRegion": "eu-central-1",
                "errorCode": "Client.UnauthorizedOperation",
                "errorMessage": "You are not authorized to perform this operation."
            """);
    assertThat(call.service()).isEqualTo("ec2");
    assertThat(call.operation()).isEqualTo("RunInstances");
    assertThat(call.region()).isEqualTo("eu-central-1");
  }
}
