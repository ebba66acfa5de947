package awsleuth.iam.diff;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.aws.IamCatalog;
import awsleuth.iam.policy.Policy;
import awsleuth.iam.policy.PolicyParser;
import awsleuth.iam.policy.PolicyType;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What changes of statements change; in the tables quotes are single and A, R, C are elements. */
class PolicyDiffTest {

  private static final IamCatalog CATALOG = IamCatalog.embedded();

  private static List<Policy> policy(String name, PolicyType type, String statements) {
    String text =
        ("{'Version': '2012-10-17', 'Statement': [" + statements + "]}").replace('\'', '"');
    return List.of(
        PolicyParser.parse(name, type, text).policy().orElseThrow(() -> new AssertionError(text)));
  }

  private static String kinds(PolicyDiff.Report report) {
    TreeSet<String> kinds = new TreeSet<>();
    report.differences().forEach(d -> kinds.add(d.change().name()));
    report.undecided().forEach(u -> kinds.add("UNDECIDED " + u.what()));
    return kinds.isEmpty() ? "SAME" : String.join(" ", kinds);
  }

  private static String compare(PolicyType type, String old, String now) {
    return kinds(
        PolicyDiff.of(policy("old.json", type, old), policy("new.json", type, now), CATALOG));
  }

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
        "'StringLike': {'aws:SourceVpc': ['a*', 'b*', '*']} | 'Null': {'aws:SourceVpc': 'false'} |"
            + " NO_LONGER_ALLOWED",
        "'StringEquals': {'aws:SourceVpc': 'a'} |"
            + " 'StringEqualsIgnoreCase': {'aws:SourceVpc': 'A'} | ALLOWED",
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

  private static String to(String principal) {
    return "{'Effect': 'Allow', 'Principal': "
        + principal
        + ", 'Action': 's3:GetObject', 'Resource': 'arn:aws:s3:::b/*'}";
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "{'AWS': '111122223333'} | {'AWS': 'arn:aws:iam::111122223333:root'} | SAME",
        "{'AWS': '*'} | '*' | SAME",
        "{'AWS': '111122223333'} | '*' | ALLOWED",
        "{'AWS': '111122223333'} | {'AWS': ['111122223333', 'arn:aws:iam::111122223333:user/al']} |"
            + " ALLOWED",
        "{'AWS': 'arn:aws:iam::111122223333:role/r'} |"
            + " {'AWS': 'arn:aws:sts::111122223333:assumed-role/r/s'} | ALLOWED NO_LONGER_ALLOWED",
        "{'Service': 'sns.amazonaws.com'} | {'Service': 'sqs.amazonaws.com'} |"
            + " ALLOWED NO_LONGER_ALLOWED",
      })
  void principalsAreDividedByHowTheyAreNamed(String old, String now, String kinds) {
    assertThat(compare(PolicyType.RESOURCE, to(old), to(now))).isEqualTo(kinds);
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
      value = {
        "aws:PrincipalAccount | 1111* | true",
        "aws:PrincipalAccount | * | false",
        "aws:PrincipalAccount | 111122223333 | false",
        "aws:PrincipalArn | arn:aws:iam::1111*:role/app | true",
        "aws:PrincipalArn | arn:aws:iam::*1:role/app | true",
        "aws:PrincipalArn | arn:aws:iam::*:role/app1* | false",
        "aws:PrincipalArn | arn:aws:iam::111122223333:role/app1* | false",
      })
  void partsOfAccountIdsAreLeftOpen(String key, String pattern, boolean open) {
    String bare =
        "{'Effect': 'Allow', 'Principal': '*', 'Action': 's3:GetObject',"
            + " 'Resource': 'arn:aws:s3:::b/*'%s}";
    String like = ", 'Condition': {'StringLike': {'" + key + "': '" + pattern + "'}}";
    assertThat(
            compare(PolicyType.RESOURCE, bare.formatted(""), bare.formatted(like))
                .contains("UNDECIDED which accounts"))
        .isEqualTo(open);
  }
}
