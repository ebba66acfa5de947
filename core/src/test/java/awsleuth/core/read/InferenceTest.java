package awsleuth.core.read;

import static awsleuth.core.read.TextFailures.call;
import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.core.evidence.FailedCall;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Service, operation and Region where a text does not say them outright. */
class InferenceTest {

  @ParameterizedTest
  @CsvSource({
    "creating EC2 Instance,ec2,RunInstances",
    "error creating S3 bucket ACL for acme-invoices,s3,PutBucketAcl",
    "creating IAM Role (worker),iam,CreateRole",
    "Error modifying Lambda Function Code resize,lambda,UpdateFunctionCode",
    "creating ECS Service (web),ecs,CreateService",
    "creating CloudWatch Logs Log Group (web),logs,CreateLogGroup",
    "creating ELBv2 application Load Balancer (web),elbv2,CreateLoadBalancer",
    "creating Auto Scaling Launch Configuration (web-1),autoscaling,CreateLaunchConfiguration",
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
  void theLineByWhichTheCommandLineInvokesAnyOperationIsNoInvokeOfLambda() {
    FailedCall call =
        call(
            """
            Traceback (most recent call last):
              File "/lib/python3.11/site-packages/awscli/clidriver.py", line 577, in __call__
                return self._operation_caller.invoke(
              File "/lib/python3.11/site-packages/botocore/configprovider.py", line 763, in _convert_type
                return self._conversion_func(value)
            ValueError: invalid literal for int() with base 10: 'x'
            """);
    assertThat(call.operation()).isEmpty();
    assertThat(call.service()).isEmpty();
  }

  @Test
  void aToolThatNamesNoServiceTellsNoOperation() {
    assertThat(call("Error: creating worker pool: AccessDenied: no").operation()).isEmpty();
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
            "<ErrorResponse"
                + " xmlns=\"http://monitoring.amazonaws.com/doc/2010-08-01/\"><Error><Type>Sender</Type><Code>Throttling</Code><Message>Rate"
                + " exceeded</Message></Error></ErrorResponse>");
    assertThat(call.service()).isEqualTo("cloudwatch");
  }

  @ParameterizedTest
  @CsvSource({
    "ProvisionedThroughputExceededException: Rate exceeded for shard s-1 in stream orders,kinesis",
    "MessageRejected: Email address is not verified. The following identities failed the check in"
        + " region EU-WEST-1: a@example.com,ses",
    "ResourceConflictException: An update is in progress for resource:"
        + " arn:aws:lambda:eu-west-1:x,lambda",
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

  @ParameterizedTest
  @CsvSource({
    "UnauthorizedOperation => not authorized,ec2",
    "amazon-ebs: AuthFailure: not able to validate the provided access credentials,ec2",
    "'{\"__type\":\"com.amazonaws.dynamodb.v20120810#AccessDeniedException\"}',dynamodb",
    "'{\"__type\":\"com.amazonaws.switchboard.portal#UnauthorizedException\"}',sso",
    "S3ResponseError: S3ResponseError: 403 Forbidden <Code>AccessDenied</Code>,s3",
    "'error configuring S3 Backend\n"
        + "ConditionalCheckFailedException: The conditional request failed',dynamodb",
    "'An error occurred (AccessDeniedException) when calling the Invoke operation: User: anonymous"
        + " is not authorized to perform: execute-api:Invoke on resource:"
        + " arn:aws:execute-api:us-east-1:1:a',''"
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
    "No OpenIDConnect provider found in your account for"
        + " https://a.example,AssumeRoleWithWebIdentity",
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

  @ParameterizedTest
  @CsvSource({
    "for o in bucket.objects.filter(Prefix='a'):,ListObjects,s3",
    "names = [b.name for b in s3.buckets.all()],ListBuckets,s3",
    "for i in ec2.instances.limit(5):,DescribeInstances,ec2"
  })
  void aCollectionOfAResourceTellsTheOperation(String code, String operation, String service) {
    FailedCall call =
        call(
            """
            Traceback (most recent call last):
              File "/srv/app.py", line 5, in <module>
                %s
              File "/venv/lib/python3.12/site-packages/boto3/resources/collection.py", line 83, in __iter__
                for page in self.pages():
            botocore.exceptions.NoCredentialsError: Unable to locate credentials
            """
                .formatted(code));
    assertThat(call.operation()).isEqualTo(operation);
    assertThat(call.service()).isEqualTo(service);
  }

  @Test
  void aCollectionOfAnotherLibraryTellsNoOperation() {
    FailedCall call =
        call(
            """
            Traceback (most recent call last):
              File "/srv/app.py", line 5, in <module>
                for order in Order.objects.filter(paid=True):
              File "/venv/lib/python3.12/site-packages/botocore/auth.py", line 424, in add_auth
                raise NoCredentialsError()
            botocore.exceptions.NoCredentialsError: Unable to locate credentials
            """);
    assertThat(call.operation()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "'HTTPConnectionPool(host=''localhost'', port=4566)',http://localhost:4566/b",
    "'HTTPConnectionPool(host=''169.254.169.254'', port=80)',http://169.254.169.254/b",
    "'HTTPSConnectionPool(host=''sts.amazonaws.com'', port=443)',https://sts.amazonaws.com/b",
    "'HTTPSConnectionPool(host=''localhost'', port=9000)',https://localhost:9000/b"
  })
  void aPoolOfConnectionsTellsSchemeHostAndPort(String pool, String url) {
    assertThat(call(pool + ": Max retries exceeded with url: /b").endpoint()).isEqualTo(url);
  }

  @Test
  void theProviderThatAsksInstanceMetadataIsNoService() {
    String text =
        "botocore.exceptions.CredentialRetrievalError: Error when retrieving credentials from"
            + " iam-role: no answer";
    assertThat(call(text).service()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/var/run/secrets/s3/pods/token", "/srv/eks-pods/token"})
  void thePathOfAFileThatIsNotThereTellsNoService(String path) {
    String text =
        """
          File "botocore/credentials.py", line 2111, in _build_headers
            with open(auth_token_file_path) as token_file:
        FileNotFoundError: [Errno 2] No such file or directory: '%s'
        """
            .formatted(path);
    assertThat(call(text).service()).isEmpty();
  }
}
