package awsleuth.iam.policy;

import static awsleuth.iam.policy.FaultRows.OK;
import static awsleuth.iam.policy.FaultRows.condition;
import static awsleuth.iam.policy.FaultRows.deny;
import static awsleuth.iam.policy.FaultRows.statement;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Policies that have no fault. */
class SoundPoliciesTest {

  @ParameterizedTest
  @MethodSource("sound")
  void soundPoliciesHaveNoFaults(PolicyType type, String text) {
    Reading reading = PolicyParser.parse("p", type, text.replace('\'', '"'));
    assertThat(reading.faults()).isEmpty();
    assertThat(reading.policy()).isPresent();
  }

  static List<Arguments> sound() {
    return List.of(
        Arguments.of(PolicyType.IDENTITY, OK),
        Arguments.of(PolicyType.BOUNDARY, OK),
        Arguments.of(PolicyType.SESSION, OK),
        Arguments.of(PolicyType.SCP, OK),
        Arguments.of(PolicyType.SCP, OK.replace("'Version': '2012-10-17', ", "")),
        Arguments.of(PolicyType.IDENTITY, OK.replace("2012", "2008")),
        Arguments.of(
            PolicyType.IDENTITY,
            statement("'Sid': 'A1', 'NotAction': ['iam:*'], 'NotResource': ['arn:aws:s3:::b/*']")),
        Arguments.of(PolicyType.IDENTITY, statement("'Action': 's3:*', 'Resource': 'arn:aws:sqs'")),
        Arguments.of(
            PolicyType.SESSION,
            statement("'Action': 'sns:*', 'Resource': 'arn:aws:sns:us-east-1:*'")),
        Arguments.of(
            PolicyType.RESOURCE,
            statement(
                "'Sid': 'with spaces', 'Principal': {'AWS': ['111122223333', '*'], 'Service': 'sns.amazonaws.com', 'CanonicalUser': 'ab', 'Federated': 'x'}, 'Action': '*', 'Resource': '*'")),
        Arguments.of(
            PolicyType.RESOURCE,
            deny("'NotPrincipal': {'AWS': '111122223333'}, 'Action': '*', 'Resource': '*'")),
        // Repository policies of ECR are about their repository.
        Arguments.of(
            PolicyType.RESOURCE, statement("'Principal': '*', 'Action': 'ecr:BatchGetImage'")),
        Arguments.of(
            PolicyType.TRUST,
            statement(
                "'Principal': {'Service': 'lambda.amazonaws.com'}, 'Action': 'sts:AssumeRole'")),
        Arguments.of(PolicyType.RCP, deny("'Principal': '*', 'Action': 's3:*', 'Resource': '*'")),
        Arguments.of(
            PolicyType.VPC_ENDPOINT,
            "{'Statement': [{'Effect': 'Allow', 'Principal': '*', 'Action': '*', 'Resource': '*'}]}"),
        Arguments.of(
            PolicyType.IDENTITY,
            condition(
                "'ForAllValues:StringLikeIfExists': {'aws:TagKeys': ['a', 'b']}, 'Null': {'aws:TagKeys': false}, 'NumericLessThan': {'a:b': 1e3}, 'IpAddress': {'aws:SourceIp': ['10.0.0.0/8', '2001:db8::/32']}, 'DateLessThan': {'aws:CurrentTime': '2026-01-01T00:00:00Z'}, 'ArnLike': {'aws:SourceArn': 'arn:aws:s3:::*'}, 'BinaryEquals': {'k:d': 'QUJD'}")));
  }
}
