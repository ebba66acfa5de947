package awsleuth.iam.diff;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.aws.IamCatalog;
import awsleuth.iam.policy.Policy;
import awsleuth.iam.policy.PolicyParser;
import awsleuth.iam.policy.PolicyType;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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

  private static String to(String principal, String condition) {
    String bare = to(principal);
    return bare.substring(0, bare.length() - 1) + ", 'Condition': {" + condition + "}}";
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        // In every partition.
        "{'AWS': '111122223333'} | 'ArnLike': {'aws:PrincipalArn': '%1$s:role/admin'} |"
            + " 'ArnLike': {'aws:PrincipalArn': '%1$s:role/*'} | ALLOWED",
        "'*' | 'ArnLike': {'aws:PrincipalArn': '%1$s:role/admin'} |"
            + " 'ArnLike': {'aws:PrincipalArn': '%1$s:role/*'} | ALLOWED",
        "'*' | 'ArnLike': {'aws:PrincipalArn': '%1$s:root'} |"
            + " 'ArnLike': {'aws:PrincipalArn': '%1$s:*'} | ALLOWED",
        // The path of a named session's role is not in its ARN.
        "{'AWS': '%2$s:assumed-role/R/S'} | 'ArnEquals': {'aws:PrincipalArn': '%1$s:role/R'} |"
            + " 'ArnLike': {'aws:PrincipalArn': '%1$s:role/*R'} | ALLOWED",
        "{'AWS': ['%2$s:assumed-role/R/S', '%1$s:role/p/R']} |"
            + " 'ArnEquals': {'aws:PrincipalArn': '%1$s:role/p/R'} |"
            + " 'ArnLike': {'aws:PrincipalArn': '%1$s:role/*/R'} | ALLOWED",
        // What these are for a service AWS does not document.
        "'*' | 'StringEquals': {'aws:PrincipalType': 'x'} |"
            + " 'StringEquals': {'aws:PrincipalType': 'Service'} | ALLOWED NO_LONGER_ALLOWED",
      })
  void principalsHaveTheirKeysInEveryPartition(String to, String old, String now, String kinds) {
    for (String partition : List.of("aws", "aws-cn", "aws-us-gov", "aws-iso-b")) {
      String iam = "arn:" + partition + ":iam::111122223333";
      String sts = "arn:" + partition + ":sts::111122223333";
      assertThat(
              compare(
                  PolicyType.RESOURCE,
                  to(to, old).formatted(iam, sts),
                  to(to, now).formatted(iam, sts)))
          .isEqualTo(kinds);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        // The names of those who stand for others.
        "{'AWS': 'arn:aws:sts::111122223333:assumed-role/R/session'} |"
            + " {'AWS': 'arn:aws:iam::111122223333:role/R'}",
        "{'AWS': 'arn:aws:sts::111122223333:assumed-role/anyone/session'} |"
            + " {'AWS': 'arn:aws:iam::111122223333:role/anyone'}",
        "{'AWS': 'arn:aws:iam::111122223333:user/anyone'} | {'AWS': '111122223333'}",
        "{'AWS': 'arn:aws:sts::999988887777:federated-user/anyone'} | {'AWS': '999988887777'}",
        "{'Service': 'other.amazonaws.com'} | '*'",
        "{'Federated': 'idp.example.org'} | '*'",
        // Nobody is named by a wildcard.
        "{'AWS': 'arn:aws:iam::111122223333:role/*'} |"
            + " {'AWS': 'arn:aws:iam::111122223333:role/x'}",
      })
  void whoStandsForOthersIsNotNamed(String old, String more) {
    assertThat(compare(PolicyType.RESOURCE, to(old), to(old) + "," + to(more)))
        .isEqualTo("ALLOWED");
    String deny = "," + to(old).replace("Allow", "Deny");
    String all = to("'*'");
    assertThat(
            compare(
                PolicyType.RESOURCE,
                all + deny,
                all + deny + "," + to(more).replace("Allow", "Deny")))
        .isEqualTo("DENIED NO_LONGER_ALLOWED");
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
        "aws:PrincipalArn | *1111:role/app | true",
        "aws:PrincipalArn | *:role/app1x* | false",
        "aws:userid | 1111*:app | true",
        "aws:userid | AROA1EXAMPLE:* | false",
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

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "'b/*' | 'NumericLessThan': {'aws:PrincipalAccount': '100000000000'} | UNDECIDED",
        "'b/${aws:PrincipalAccount}/1*' | | UNDECIDED",
        "'b/1${aws:PrincipalAccount}' | | UNDECIDED",
        "'b/${aws:PrincipalAccount}/*' | | SAME",
        "'b/${aws:PrincipalAccount}/*' | 'StringLike': {'aws:PrincipalAccount': '*'} | SAME",
        "'b/*' | 'StringEquals': {'aws:ResourceAccount': '${aws:PrincipalAccount}'} | SAME",
        "'b/*' | 'StringEquals': {'aws:PrincipalTag/a': '${aws:PrincipalAccount}'},"
            + " 'NumericLessThan': {'aws:PrincipalTag/a': '7'} | UNDECIDED",
      })
  void accountsThatAreNotMeantAsAWholeAreLeftOpen(String end, String condition, String answer) {
    String policy =
        to("'*'", condition == null ? "" : condition)
            .replace("'arn:aws:s3:::b/*'", end.replace("'b", "'arn:aws:s3:::b"));
    assertThat(compare(PolicyType.RESOURCE, policy, policy)).startsWith(answer);
  }

  @Test
  void anAccountThatAResourceNamesIsLookedAtWhereAVariableStandsForIt() {
    String deny =
        "{'Effect': 'Deny', 'Principal': '*', 'Action': 's3:GetObject',"
            + " 'NotResource': 'arn:aws:s3:::b/123412341234/*'}";
    String allow = to("'*'").replace("b/*", "b/${aws:PrincipalAccount}/*");
    assertThat(compare(PolicyType.RESOURCE, deny, deny + "," + allow)).isEqualTo("ALLOWED");
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
  void whoIsNotNamedHasNoEmptyArn() {
    String bare = "{'Effect': 'Deny', 'Action': 's3:*', 'Resource': 'arn:aws:s3:::b/*', %s}";
    String not =
        "'NotPrincipal': {'AWS': ['arn:aws:iam::111122223333:role/x',"
            + " 'arn:aws:iam::111122223333:root']}";
    String unlike =
        "'Principal': '*', 'Condition': {'ArnNotEquals':"
            + " {'aws:PrincipalArn': 'arn:aws:iam::111122223333:role/x'}}";
    PolicyDiff.Report report =
        PolicyDiff.of(
            policy("old.json", PolicyType.RESOURCE, bare.formatted(not)),
            policy("new.json", PolicyType.RESOURCE, bare.formatted(unlike)),
            CATALOG);
    assertThat(report.differences().stream().map(d -> d.change() + " " + d.who()))
        .contains("NO_LONGER_DENIED sessions of arn:aws:iam::111122223333:role/x")
        .noneMatch(d -> d.startsWith("NO_LONGER_DENIED users of"))
        .noneMatch(d -> d.startsWith("NO_LONGER_DENIED the root user of other"));
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
