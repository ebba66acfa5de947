package awsleuth.core.cause.parameters;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.aws.AwsCatalog;
import awsleuth.core.Artifact;
import awsleuth.core.Artifact.Kind;
import awsleuth.core.Diagnoser;
import awsleuth.core.cause.Finding;
import awsleuth.core.cause.Fix;
import awsleuth.core.cause.Fix.Applicability;
import awsleuth.core.cause.Outcome;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The corrected call that the text of a failed validation yields. */
class CorrectedTest {

  private static final Diagnoser DIAGNOSER = new Diagnoser(AwsCatalog.embedded());

  private static String report(String code, String... lines) {
    return "  File \"/srv/app.py\", line 3, in main\n    "
        + code
        + "\nbotocore.exceptions.ParamValidationError: Parameter validation failed:\n"
        + String.join("\n", lines);
  }

  private static Finding finding(String text, Artifact... more) {
    List<Artifact> artifacts = new ArrayList<>(List.of(more));
    artifacts.add(new Artifact("err.txt", Kind.TRACEBACK, text));
    Outcome first =
        DIAGNOSER.diagnose(artifacts).failures().getFirst().verdicts().getFirst().outcome();
    assertThat(first).isInstanceOf(Outcome.Confirmed.class);
    return ((Outcome.Confirmed) first).finding();
  }

  private static void assertFix(Finding finding, Applicability applicability, String text) {
    Fix fix = finding.fixes().getFirst();
    assertThat(fix.text()).isEqualTo(text);
    assertThat(fix.applicability()).isEqualTo(applicability);
  }

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
        "sqs.receive_message(WaitTimeSeconds=5, QueueUrl='<QueueUrl>')");
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

  @Test
  void whatStandsBehindTheCallIsNotProposedUnlessItReadsTheAnswer() {
    String report =
        report(
            "s3.get_object(**args)",
            "Invalid type for parameter Key, value: 5, type: <class 'int'>, valid types: <class"
                + " 'str'>");
    for (String rest : new String[] {"['Body'].read()", ""}) {
      Artifact call =
          new Artifact("call.py", Kind.PARAMS, "s3.get_object(Bucket='b', Key=5)" + rest);
      assertThat(finding(report, call).fixes().getFirst().text())
          .isEqualTo("s3.get_object(Bucket='b', Key='5')" + rest);
    }
    Artifact call = new Artifact("call.py", Kind.PARAMS, "s3.get_object(Bucket='b', Key=5)$(x)");
    assertThat(finding(report, call).fixes().getFirst().text()).doesNotContain("$(x)");
  }
}
