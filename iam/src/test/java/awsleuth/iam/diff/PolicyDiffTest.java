package awsleuth.iam.diff;

import static awsleuth.iam.diff.ComparedPolicies.CATALOG;
import static awsleuth.iam.diff.ComparedPolicies.compare;
import static awsleuth.iam.diff.ComparedPolicies.policy;
import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.iam.policy.PolicyType;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What changes of statements change; in the tables quotes are single and A, R, C are elements. */
class PolicyDiffTest {

  private static String allow(String resource, String condition) {
    return "{'Effect': 'Allow', 'Action': 's3:GetObject', 'Resource': "
        + resource
        + ", 'Condition': {"
        + condition
        + "}}";
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "'arn:aws:s3:::b/*' | ['arn:aws:s3:::b/*', 'arn:aws:s3:::b/x/*'] | SAME",
        "'arn:aws:s3:::b/*' | 'arn:aws:s3:::b/x*' | NO_LONGER_ALLOWED",
        "'arn:aws:s3:::b/?*' | ['arn:aws:s3:::b/?', 'arn:aws:s3:::b/??*'] | SAME",
        "'arn:aws:s3:::*' | 'arn:aws:s3*' | ALLOWED",
        "'arn:aws:s3:::b/${aws:username}/*' | 'arn:aws:s3:::b/*' | ALLOWED",
        "'arn:aws:s3:::b/${aws:username}/*' | 'arn:aws:s3:::b/${aws:username}/d/*' |"
            + " NO_LONGER_ALLOWED",
        "'arn:aws:s3:::b/${aws:username}/*' | 'arn:aws:s3:::b/${AWS:userName}/*' | SAME",
        "'arn:aws:s3:::b/${aws:username}' | 'arn:aws:s3:::b/${aws:userid}' |"
            + " ALLOWED NO_LONGER_ALLOWED",
        "'arn:aws:s3:::a, arn:aws:s3:::b' | ['arn:aws:s3:::a', 'arn:aws:s3:::b'] |"
            + " ALLOWED NO_LONGER_ALLOWED",
        "'arn:aws:s3:::b/${aws:username, \\u0027x\\u0027}' |"
            + " ['arn:aws:s3:::b/${aws:username}', 'arn:aws:s3:::b/x'] | ALLOWED",
      })
  void resourcesAreLanguages(String old, String now, String kinds) {
    assertThat(compare(PolicyType.IDENTITY, allow(old, ""), allow(now, ""))).isEqualTo(kinds);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "'IpAddress': {'aws:SourceIp': ['10.0.0.0/25', '10.0.0.128/25']} |"
            + " 'IpAddress': {'aws:SourceIp': '10.0.0.0/24'} | SAME",
        "'IpAddress': {'aws:SourceIp': '10.0.0.0/24'} |"
            + " 'IpAddress': {'aws:SourceIp': '10.0.0.0/23'} | ALLOWED",
        "'IpAddress': {'aws:SourceIp': ['0.0.0.0/1', '128.0.0.0/1', '::/0']} |"
            + " 'IpAddress': {'aws:SourceIp': ['0.0.0.0/0', '::/0']} | SAME",
        "'NumericLessThan': {'s3:max-keys': '10'} |"
            + " 'NumericLessThanEquals': {'s3:max-keys': '9'} | NO_LONGER_ALLOWED",
        "'NumericLessThan': {'s3:max-keys': ['10', '5']} |"
            + " 'NumericLessThan': {'s3:max-keys': '10.0'} | SAME",
        "'DateLessThan': {'aws:CurrentTime': '2026-01-01'} |"
            + " 'DateLessThan': {'aws:CurrentTime': '1767225600'} | SAME",
        "'NumericLessThan': {'aws:EpochTime': '1796083200'} |"
            + " 'DateLessThan': {'aws:EpochTime': '2026-12-01T00:00:00Z'} | SAME",
        "'NumericLessThanEquals': {'aws:EpochTime': '1796083200.5'} |"
            + " 'DateLessThan': {'aws:EpochTime': '2026-12-01T00:00:00Z'} | NO_LONGER_ALLOWED",
        "'DateLessThan': {'aws:EpochTime': '2026-12-01T00:00:00Z'} |"
            + " 'NumericLessThan': {'aws:EpochTime': '1796083201'} | ALLOWED",
        "'StringLike': {'aws:SourceVpc': ['a*', 'b*', '*']} | 'Null': {'aws:SourceVpc': 'false'} |"
            + " NO_LONGER_ALLOWED",
        "'StringEquals': {'aws:SourceVpc': 'a'} |"
            + " 'StringEqualsIgnoreCase': {'aws:SourceVpc': 'A'} | ALLOWED",
        // The Kelvin sign is a letter K; what sigma is in lower case depends on where it stands.
        "'StringEquals': {'aws:PrincipalTag/t': ['k', 'K']} |"
            + " 'StringEqualsIgnoreCase': {'aws:PrincipalTag/t': 'k'} | ALLOWED",
        "'StringEquals': {'aws:PrincipalTag/t': ['o\u03C2', 'o\u03C3', 'O\u03C2', 'O\u03C3']} |"
            + " 'StringEqualsIgnoreCase': {'aws:PrincipalTag/t': 'o\u03C2'} |"
            + " NO_LONGER_ALLOWED UNDECIDED `aws:PrincipalTag/t` compares letters that have more"
            + " than one lower case",
        "'StringNotEquals': {'aws:SourceVpc': 'a'} |"
            + " 'StringNotEqualsIfExists': {'aws:SourceVpc': 'a'} | SAME",
        "'Bool': {'aws:MultiFactorAuthPresent': 'true'} |"
            + " 'BoolIfExists': {'aws:MultiFactorAuthPresent': 'true'} | ALLOWED",
        "'ForAllValues:StringEquals': {'aws:TagKeys': ['a', 'b']} |"
            + " 'ForAllValues:StringEquals': {'aws:TagKeys': ['a', 'b']},"
            + " 'Null': {'aws:TagKeys': 'false'} | NO_LONGER_ALLOWED",
        "'ForAnyValue:StringEquals': {'aws:TagKeys': 'a'} |"
            + " 'ForAnyValue:StringLike': {'aws:TagKeys': 'a'} | SAME",
        "'ForAnyValue:StringEquals': {'aws:SourceVpc': 'a'} |"
            + " 'StringEquals': {'aws:SourceVpc': 'a'} | SAME",
        "'StringEquals': {'aws:PrincipalTag/t': '${aws:ResourceTag/t}'} |"
            + " 'StringLike': {'aws:PrincipalTag/t': '*'} | ALLOWED",
        "'StringEquals': {'aws:PrincipalTag/t': 'a, b'} |"
            + " 'StringEquals': {'aws:PrincipalTag/t': ['a', 'b']} | ALLOWED NO_LONGER_ALLOWED",
        "'ArnLike': {'aws:SourceArn': 'arn:aws:sns:*:*:t'} |"
            + " 'StringLike': {'aws:SourceArn': 'arn:aws:sns:*:*:t'} | ALLOWED",
      })
  void conditionsAreSets(String old, String now, String kinds) {
    String all = "'*'";
    assertThat(compare(PolicyType.IDENTITY, allow(all, old), allow(all, now))).isEqualTo(kinds);
    assertThat(compare(PolicyType.IDENTITY, allow(all, now), allow(all, now))).isEqualTo("SAME");
  }

  @Test
  void orderAndDivisionOfStatementsChangeNothing() {
    String deny = "{'Effect': 'Deny', 'NotAction': 'iam:*', 'NotResource': 'arn:aws:s3:::b/*'}";
    String get = "{'Effect': 'Allow', 'Action': 's3:Get*', 'Resource': '*'}";
    String put = "{'Effect': 'Allow', 'Action': 's3:Put*', 'Resource': '*'}";
    String both = "{'Effect': 'Allow', 'Action': ['s3:Put*', 's3:Get*'], 'Resource': '*'}";
    assertThat(
            compare(
                PolicyType.IDENTITY,
                String.join(",", deny, get, put),
                String.join(",", both, deny)))
        .isEqualTo("SAME");
  }

  @Test
  void actionsThatAwsDataDoesNotHaveAreComparedToo() {
    String old = "{'Effect': 'Allow', 'Action': 's3:GetObject*', 'Resource': '*'}";
    PolicyDiff.Report report =
        PolicyDiff.of(
            policy("old.json", PolicyType.IDENTITY, old),
            policy(
                "new.json",
                PolicyType.IDENTITY,
                old.replace("'s3:GetObject*'", "['s3:GetObject*', 's3:GetNewThing']")),
            CATALOG);
    assertThat(report.differences()).singleElement().matches(Difference::unknown);
  }

  @Test
  void aDroppedDenialIsSaidWithTheStatementThatNowAllows() {
    String allow = "{'Effect': 'Allow', 'Action': 's3:*', 'Resource': '*'}";
    String deny = "{'Effect': 'Deny', 'Action': 's3:DeleteBucket', 'Resource': '*'}";
    assertThat(compare(PolicyType.IDENTITY, allow + "," + deny, allow))
        .isEqualTo("ALLOWED NO_LONGER_DENIED");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "'Null': {'aws:SourceVpce': 'false'} | 'StringLike': {'aws:SourceVpce': '*'} |"
            + " odd ALLOWED",
        "'Bool': {'aws:MultiFactorAuthPresent': ['true', 'false']} |"
            + " 'Null': {'aws:MultiFactorAuthPresent': 'false'} | odd NO_LONGER_ALLOWED",
        "'NumericGreaterThanEquals': {'aws:MultiFactorAuthAge': '0'} |"
            + " 'Null': {'aws:MultiFactorAuthAge': 'false'} | odd ALLOWED",
        "'Null': {'aws:SourceIp': 'false'} |"
            + " 'IpAddress': {'aws:SourceIp': ['0.0.0.0/0', '::/0']} | odd NO_LONGER_ALLOWED",
        "'DateGreaterThan': {'aws:CurrentTime': '2026-01-01T00:00:00Z'} |"
            + " 'NumericGreaterThan': {'aws:EpochTime': '1767225600'} |"
            + " odd ALLOWED odd NO_LONGER_ALLOWED",
        "'DateGreaterThan': {'aws:CurrentTime': '2026-01-01T00:00:00Z'} |"
            + " 'NumericGreaterThan': {'aws:EpochTime': '1767225500'} |"
            + " ALLOWED odd NO_LONGER_ALLOWED",
        "'Null': {'aws:PrincipalTag/t': 'false'} | 'StringLike': {'aws:PrincipalTag/t': '*'} |"
            + " ALLOWED",
        "'StringLike': {'aws:SourceVpce': 'vpce-*'} | 'StringLike': {'aws:SourceVpce': '*'} |"
            + " ALLOWED",
      })
  void whatAwsNeverFillsInIsNotedAsNoRequestOfIt(String old, String now, String kinds) {
    String all = "'*'";
    PolicyDiff.Report report =
        PolicyDiff.of(
            policy("old.json", PolicyType.IDENTITY, allow(all, old)),
            policy("new.json", PolicyType.IDENTITY, allow(all, now)),
            CATALOG);
    assertThat(report.undecided()).isEmpty();
    assertThat(
            report.differences().stream()
                .map(d -> (d.odd().isEmpty() ? "" : "odd ") + d.change().name()))
        .containsExactlyInAnyOrderElementsOf(
            List.of(
                kinds
                    .replace(" odd ", "|odd ")
                    .replaceAll("(?<!odd) (?=[A-Z])", "|")
                    .split("\\|", -1)));
  }

  @Test
  void thousandsOfActionsBesideOneMoreAreDecided() {
    String actions =
        IntStream.range(0, 6000)
            .mapToObj(
                i -> "'svc" + i % 60 + ":" + (i % 5 == 0 ? "List*" : "Get") + "Thing" + i + "'")
            .collect(Collectors.joining(", "));
    String allow = "{'Effect': 'Allow', 'Action': [%s], 'Resource': '*'}";
    PolicyDiff.Report report =
        PolicyDiff.of(
            policy("old.json", PolicyType.IDENTITY, allow.formatted(actions)),
            policy("new.json", PolicyType.IDENTITY, allow.formatted(actions + ", 's3:PutObject'")),
            CATALOG);
    assertThat(report.undecided()).isEmpty();
    assertThat(report.differences()).hasSize(1);
    assertThat(report.differences().getFirst().actions()).containsExactly("s3:PutObject");
  }

  @Test
  void anActionThatAwsDoesNotHaveIsFoundBesideThoseThatAreWrittenOut() {
    String allow = "{'Effect': 'Allow', 'Action': [%s], 'Resource': '*'}";
    String names = "'s3:GetObject', 's3:GetObjectAcl', 's3:GetObjectx'";
    PolicyDiff.Report report =
        PolicyDiff.of(
            policy("old.json", PolicyType.IDENTITY, allow.formatted(names)),
            policy("new.json", PolicyType.IDENTITY, allow.formatted(names + ", 's3:GetObject?'")),
            CATALOG);
    assertThat(report.undecided()).isEmpty();
    assertThat(report.differences()).hasSize(1);
    Difference only = report.differences().getFirst();
    assertThat(only.unknown()).isTrue();
    assertThat(only.witness().action()).matches("s3:getobject[^x]");
  }
}
