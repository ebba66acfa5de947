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

/** The call is found in the program or the line that it stands in, and corrected there. */
class CorrectedInPlaceTest {

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

  @Test
  void paginatorsWaitersAndPresignedUrlsAreCorrectedInTheirLine() {
    assertFix(
        finding(
            report(
                "for page in s3.get_paginator('list_objects_v2').paginate(Bucket='b', prefix='x'):",
                "Unknown parameter in input: \"prefix\", must be one of: Bucket, Delimiter,"
                    + " EncodingType, MaxKeys, Prefix, ContinuationToken")),
        Applicability.READY,
        "s3.get_paginator('list_objects_v2').paginate(Bucket='b', Prefix='x')");
    assertFix(
        finding(
            report(
                "ec2.get_waiter('instance_running').wait(InstanceIds='i-1')",
                "Invalid type for parameter InstanceIds, value: i-1, type: <class 'str'>, valid"
                    + " types: <class 'list'>, <class 'tuple'>")),
        Applicability.READY,
        "ec2.get_waiter('instance_running').wait(InstanceIds=['i-1'])");
    assertFix(
        finding(
            report(
                "url = s3.generate_presigned_url('get_object', Params={'Bucket': 'b'})",
                "Missing required parameter in input: \"Key\"")),
        Applicability.TEMPLATE,
        "s3.generate_presigned_url('get_object', Params={'Bucket': 'b', 'Key': '<Key>'})");
  }

  private static final String PROGRAM =
      """
      import boto3
      s3 = boto3.client('s3')
      def a():
          s3.put_object(Bucket='a', Key='k', Body=b'')
      def b():
          s3.put_object(
              Bucket=bucket, Key='b', ContentLenght=5)
      """;

  private static String refused(String file, int line) {
    return "  File \"/srv/"
        + file
        + "\", line "
        + line
        + ", in b\n    s3.put_object(\n"
        + "botocore.exceptions.ParamValidationError: Parameter validation failed:\n"
        + "Unknown parameter in input: \"ContentLenght\", must be one of: ACL, Body";
  }

  @Test
  void ofAProgramTheCallIsCorrectedThatTheTracebackIsIn() {
    Artifact program = new Artifact("src/app.py", Kind.PARAMS, PROGRAM);
    Finding finding = finding(refused("app.py", 6), program);
    assertFix(
        finding,
        Applicability.READY,
        "s3.put_object(\n        Bucket=bucket, Key='b', ContentLength=5)");
    assertThat(finding.verification().command()).doesNotContain("awsleuth params");
  }

  @Test
  void ofAProgramWithSeveralCallsNoneIsTakenThatTheTracebackIsNotIn() {
    Artifact program = new Artifact("src/app.py", Kind.PARAMS, PROGRAM);
    assertThat(finding(refused("other.py", 6), program).fixes().getFirst().text())
        .doesNotContain("Key='b'", "Bucket='a'");
    String one = PROGRAM.replace("s3.put_object(Bucket='a'", "s3.copy_object(Bucket='a'");
    assertThat(
            finding(refused("other.py", 6), new Artifact("app.py", Kind.PARAMS, one))
                .fixes()
                .getFirst()
                .text())
        .contains("Key='b', ContentLength=5");
  }

  private static String thrown(String code, String frame, String error) {
    return "Traceback (most recent call last):\n  File \"/srv/app.py\", line 3, in main\n    "
        + code
        + "\n  File \"/usr/lib/python3/site-packages/"
        + frame
        + "\n"
        + error
        + "\n";
  }

  @Test
  void theCallIsReadAmongWhatElseIsInItsLine() {
    assertFix(
        finding(
            thrown(
                "run(lambda: boto3.resource('dynamodb').Table('t').put_item(Item={'a': 1.5}), 3)",
                "boto3/dynamodb/types.py\", line 171, in _is_number",
                "TypeError: Float types are not supported. Use Decimal types instead.")),
        Applicability.READY,
        "boto3.resource('dynamodb').Table('t').put_item(Item={'a': Decimal('1.5')})");
    assertFix(
        finding(
            thrown(
                "t(lambda: b.Bucket('b').upload_file('f', 'k', ExtraArgs={'ContentTyp': 'x'}))",
                "s3transfer/manager.py\", line 525, in _validate_all_known_args",
                "ValueError: Invalid extra_args key 'ContentTyp', must be one of: ACL,"
                    + " ContentType, Metadata")),
        Applicability.READY,
        "b.Bucket('b').upload_file('f', 'k', ExtraArgs={'ContentType': 'x'})");
  }

  @Test
  void theCustomersKeyIsNamedThatBotocoreStumblesOver() {
    assertFix(
        finding(
            thrown(
                "run(c('s3').put_object(Bucket='b', Key='k', SSECustomerKey=key))",
                "botocore/handlers.py\", line 336, in sse_md5",
                "TypeError: object supporting the buffer API required")),
        Applicability.TEMPLATE,
        "client.put_object(SSECustomerKey=<value>)");
  }
}
