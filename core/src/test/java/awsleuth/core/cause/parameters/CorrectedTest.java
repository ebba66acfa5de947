package awsleuth.core.cause.parameters;

import static awsleuth.core.cause.parameters.CorrectedCalls.assertFix;
import static awsleuth.core.cause.parameters.CorrectedCalls.finding;
import static awsleuth.core.cause.parameters.CorrectedCalls.report;
import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.core.Artifact;
import awsleuth.core.Artifact.Kind;
import awsleuth.core.cause.Finding;
import awsleuth.core.cause.Fix.Applicability;
import org.junit.jupiter.api.Test;

/** The corrected call that the text of a failed validation yields. */
class CorrectedTest {

  @Test
  void theLineOfTheProgramIsCorrectedWithItsOwnVariables() {
    Finding finding =
        finding(
            report(
                "sqs.receive_message(QueueUrl=self.url, MaxNumberOfMessages='10')",
                "Invalid type for parameter MaxNumberOfMessages, value: 10, type: <class 'str'>,"
                    + " valid types: <class 'int'>"));
    assertFix(
        finding,
        Applicability.READY,
        "sqs.receive_message(QueueUrl=self.url, MaxNumberOfMessages=10)");
  }

  @Test
  void theGivenCallKeepsItsForm() {
    Artifact paginator =
        new Artifact(
            "call.py",
            Kind.PARAMS,
            "pages = s3.get_paginator('list_objects_v2').paginate(Bucket=bucket, Prefx='x')");
    assertFix(
        finding(
            report(
                "pages = list_all()",
                "Unknown parameter in input: \"Prefx\", must be one of: Bucket, Delimiter,"
                    + " EncodingType, MaxKeys, Prefix, ContinuationToken, FetchOwner, StartAfter,"
                    + " RequestPayer, ExpectedBucketOwner, OptionalObjectAttributes"),
            paginator),
        Applicability.READY,
        "pages = s3.get_paginator('list_objects_v2').paginate(Bucket=bucket, Prefix='x')");
  }

  @Test
  void theGivenCommandKeepsItsOtherOptions() {
    Artifact command =
        new Artifact(
            "call.sh",
            Kind.PARAMS,
            "aws ec2 create-tags --resources \"$ID\" --tags Key=a,Val=b --region eu-west-1");
    String report =
        report(
            "ec2.create_tags(**args)",
            "Unknown parameter in Tags[0]: \"Val\", must be one of: Key, Value");
    assertThat(finding(report, command).fixes().getFirst().text())
        .isEqualTo(
            "aws ec2 create-tags --resources \"$ID\" --tags Key=a,Value=b --region eu-west-1");
  }

  @Test
  void theReportAloneTellsItsValuesAndLeavesTheRestToBeFilledIn() {
    Finding finding =
        finding(
            report(
                "response = send()",
                "Unknown parameter in input: \"MaxNumberOfMessage\", must be one of: QueueUrl,"
                    + " AttributeNames, MessageSystemAttributeNames, MessageAttributeNames,"
                    + " MaxNumberOfMessages, VisibilityTimeout, WaitTimeSeconds,"
                    + " ReceiveRequestAttemptId",
                "Invalid type for parameter WaitTimeSeconds, value: 5, type: <class 'str'>, valid"
                    + " types: <class 'int'>"));
    assertFix(
        finding,
        Applicability.TEMPLATE,
        """
        sqs.receive_message(
            MaxNumberOfMessages=<value>,
            WaitTimeSeconds=5,
            QueueUrl='<QueueUrl>',
        )\
        """);
  }

  @Test
  void whatCannotBeCorrectedIsShownAsTheModelWantsIt() {
    Finding finding =
        finding(
            report(
                "s3.put_object_tagging(Bucket=b, Key='k', Tagging={'TagSet': 'x'})",
                "Invalid type for parameter Tagging.TagSet, value: x, type: <class 'str'>, valid"
                    + " types: <class 'list'>, <class 'tuple'>"));
    assertFix(
        finding,
        Applicability.TEMPLATE,
        """
        s3.put_object_tagging(
            Bucket=b,
            Key='k',
            Tagging={'TagSet': [{'Key': '<Key>', 'Value': '<Value>'}]},
        )\
        """);
  }

  @Test
  void expressionsThatCallSomethingAreNotProposed() {
    Finding finding =
        finding(
            report(
                "sqs.receive_message(QueueUrl=run('x'), MaxNumberOfMessages='10')",
                "Invalid type for parameter MaxNumberOfMessages, value: 10, type: <class 'str'>,"
                    + " valid types: <class 'int'>"));
    assertFix(
        finding,
        Applicability.TEMPLATE,
        "sqs.receive_message(QueueUrl='<QueueUrl>', MaxNumberOfMessages=10)");
  }

  @Test
  void aValueThatTheProgramComputesIsNotReplacedByTheReportsForGood() {
    Finding finding =
        finding(
            report(
                "sqs.receive_message(QueueUrl='u', MaxNumberOfMessages=most)",
                "Invalid type for parameter MaxNumberOfMessages, value: 10, type: <class 'str'>,"
                    + " valid types: <class 'int'>"));
    assertFix(
        finding,
        Applicability.TEMPLATE,
        "sqs.receive_message(QueueUrl='u', MaxNumberOfMessages=10)");
  }

  @Test
  void theParametersGivenAreCorrectedInTheirOwnFormAndCheckedAgain() {
    Finding finding =
        finding(
            report(
                "s3.get_object(**params)",
                "Invalid bucket name \"s3://logs-2026/a.gz\": Bucket name must match the regex"
                    + " \"^[a-zA-Z0-9.\\-_]{1,255}$\" or be an ARN matching the regex \"x\""),
            new Artifact(
                "call.json",
                Kind.PARAMS,
                "{\"Bucket\": \"s3://logs-2026/a.gz\", \"Key\": \"a.gz\"}"));
    assertFix(finding, Applicability.READY, "{\"Bucket\": \"logs-2026\", \"Key\": \"a.gz\"}");
    assertThat(finding.verification().command())
        .isEqualTo("awsleuth params s3 GetObject call.json");
  }

  @Test
  void theNameOfAResourceIsGivenInItsPlace() {
    Finding finding =
        finding(
            report(
                "s3.get_object(Bucket=bucket, Key='k')",
                "Invalid type for parameter Bucket, value: s3.Bucket(name='acme'), type: <class"
                    + " 'boto3.resources.factory.s3.Bucket'>, valid types: <class 'str'>"));
    assertFix(finding, Applicability.READY, "client.get_object(Bucket=bucket.name)");
  }

  @Test
  void aParameterOfALaterBotocoreCallsForAnUpdateNotForAnotherName() {
    Finding finding =
        finding(
            report(
                "s3.put_object(Bucket='b', Key='k', IfNoneMatch='*')",
                "Unknown parameter in input: \"IfNoneMatch\", must be one of: ACL, Body, Bucket,"
                    + " Key"));
    assertFix(finding, Applicability.READY, "pip install --upgrade boto3");
  }

  private static final String INSTANCES =
      ", must be one of: InstanceIds, IncludeManagedResources, DryRun, Filters, NextToken,"
          + " MaxResults";

  @Test
  void anArgumentThatTheReportOnlyNamesStaysInTheCall() {
    Finding finding =
        finding(
            report(
                "resp = ec2.describe_instances(",
                "Unknown parameter in input: \"filters\"" + INSTANCES,
                "Invalid type for parameter MaxResults, value: 50, type: <class 'str'>, valid"
                    + " types: <class 'int'>"));
    assertFix(
        finding, Applicability.TEMPLATE, "ec2.describe_instances(Filters=<value>, MaxResults=50)");
    assertThat(finding.fixes().getFirst().title()).contains("others of the call stay");
  }

  @Test
  void aCallOfWhichOnlyRefusedArgumentsAreSeenIsNotReady() {
    Finding finding =
        finding(
            report(
                "resp = ec2.describe_instances(",
                "Invalid type for parameter Filters, value: {'Name': 'tag:Name', 'Values': 'web'},"
                    + " type: <class 'dict'>, valid types: <class 'list'>, <class 'tuple'>"));
    assertFix(
        finding,
        Applicability.TEMPLATE,
        """
        ec2.describe_instances(
            **<other parameters>,
            Filters=[{'Name': 'tag:Name', 'Values': ['web']}],
        )\
        """);
  }

  @Test
  void argumentsOfADictThatIsNotShownStay() {
    Finding finding =
        finding(
            report(
                "ec2.describe_instances(**args)",
                "Unknown parameter in input: \"filters\"" + INSTANCES));
    assertFix(
        finding,
        Applicability.TEMPLATE,
        "ec2.describe_instances(Filters=<value>, **<other parameters>)");
  }

  @Test
  void aParameterInsideOfAnotherStaysThere() {
    Finding finding =
        finding(
            report(
                "resp = ec2.describe_instances(",
                "Unknown parameter in Filters[0]: \"Nme\", must be one of: Name, Values"));
    assertThat(finding.fixes().getFirst().text())
        .isEqualTo("ec2.describe_instances(Filters=[{'Name': <value>}])");
  }

  @Test
  void everyLineOfTheReportIsTold() {
    Finding finding =
        finding(
            report(
                "sts.assume_role(RoleArn=arn, RoleSessionName='a', DurationSeconds=60)",
                "Invalid length for parameter RoleSessionName, value: 1, valid min length: 2",
                "Invalid value for parameter DurationSeconds, value: 60, valid min value: 900"));
    assertFix(
        finding,
        Applicability.TEMPLATE,
        "sts.assume_role(RoleArn=arn, RoleSessionName=<value>, DurationSeconds=900)");
    assertThat(finding.because()).anyMatch(c -> c.text().contains("DurationSeconds"));
  }

  @Test
  void aRefusedValueIsReplacedAndTheOthersStay() {
    Finding finding =
        finding(
            report(
                "s3.get_object(Bucket='b', Key='')",
                "Invalid length for parameter Key, value: 0, valid min length: 1"));
    assertFix(finding, Applicability.TEMPLATE, "s3.get_object(Bucket='b', Key=<value>)");
  }

  @Test
  void anErrorOfPythonsOwnIsCorrectedWhereTheCallThatIsSeenEndsInIt() {
    String text =
        """
          File "/srv/app.py", line 3, in main
            table.put_item(Item={'id': 'a', 'price': 1.5})
        TypeError: Float types are not supported. Use Decimal types instead.
        """;
    assertFix(
        finding(text),
        Applicability.READY,
        "table.put_item(Item={'id': 'a', 'price': Decimal('1.5')})");
    String data =
        """
          File "/srv/app.py", line 3, in main
            ec2.run_instances(ImageId='ami-1', MinCount=1, MaxCount=1, UserData=5)
          File "/lib/botocore/handlers.py", line 405, in base64_encode_user_data
        TypeError: a bytes-like object is required, not 'int'
        """;
    assertFix(
        finding(data),
        Applicability.TEMPLATE,
        "ec2.run_instances(ImageId='ami-1', MinCount=1, MaxCount=1, UserData='<UserData>')");
    assertThat(finding(data).verification().command()).doesNotContain("--user-data 5");
  }

  @Test
  void aMomentForDynamoDbBecomesAText() {
    Finding finding =
        finding(
            "botocore.exceptions.ParamValidationError: Parameter validation failed:\n"
                + "Invalid type for parameter Item.ts, value: 2026-11-27 10:00:00, type: <class"
                + " 'datetime.datetime'>, valid types: <class 'dict'>");
    assertThat(finding.fixes().getFirst().text())
        .contains("Item={'ts': {'S': '2026-11-27T10:00:00'}}");
  }

  @Test
  void withoutAnOperationTheTypesAloneTell() {
    Finding finding =
        finding(
            "botocore.exceptions.ParamValidationError: Parameter validation failed:\n"
                + "Invalid type for parameter Filters, value: {'Name': 'tag:Name'}, type: <class"
                + " 'dict'>, valid types: <class 'list'>, <class 'tuple'>");
    assertThat(finding.fixes().getFirst().text())
        .isEqualTo("client.<operation>(Filters=[{'Name': 'tag:Name'}])");
  }

  @Test
  void whatSomeOperationOfTheServiceNeedsIsNotToBeLeftOut() {
    Finding finding =
        finding(
            "botocore.exceptions.ParamValidationError: Parameter validation failed:\n"
                + "Invalid type for parameter QueueUrl, value: None, type: <class 'NoneType'>,"
                + " valid types: <class 'str'>");
    assertThat(finding.fixes().getFirst().text()).isEqualTo("client.<operation>(QueueUrl=<value>)");
  }

  @Test
  void theNumberThatIsPutInIsInTheCallToo() {
    Finding finding =
        finding(
            report(
                "return self.sts.assume_role(",
                "Invalid value for parameter DurationSeconds, value: 5, valid min value: 900"));
    assertThat(finding.because().toString()).contains("900 is put in");
    assertFix(
        finding,
        Applicability.TEMPLATE,
        "sts.assume_role(\n    DurationSeconds=900,\n    RoleArn='<RoleArn>',\n"
            + "    RoleSessionName='<RoleSessionName>',\n)");
  }
}
