package awsleuth.iam.diff;

import static awsleuth.iam.diff.ComparedPolicies.CATALOG;
import static awsleuth.iam.diff.ComparedPolicies.compare;
import static awsleuth.iam.diff.ComparedPolicies.policy;
import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.iam.policy.PolicyType;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who is allowed by one policy and not by another. */
class PrincipalDiffTest {

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

  /** A boundary limits who is named by the role, and not a session that is named itself. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "{'AWS': 'arn:aws:iam::111122223333:role/a'} |"
            + " {'AWS': 'arn:aws:sts::111122223333:assumed-role/a/s'} |"
            + " the session arn:aws:sts::111122223333:assumed-role/a/s of"
            + " arn:aws:iam::111122223333:role/a | ALLOWED past limits",
        "{'AWS': 'arn:aws:sts::111122223333:assumed-role/a/s'} | '*' |"
            + " the session arn:aws:sts::111122223333:assumed-role/a/s |"
            + " NO_LONGER_ALLOWED past limits",
        "{'AWS': '111122223333'} | {'AWS': 'arn:aws:iam::111122223333:user/al'} |"
            + " the user arn:aws:iam::111122223333:user/al | ALLOWED",
      })
  void aGrantThatOnlyGetsStrongerCountsWhereSomethingLimits(
      String old, String now, String who, String wanted) {
    PolicyDiff.Report report =
        PolicyDiff.of(
            policy("old.json", PolicyType.RESOURCE, to(old)),
            policy("new.json", PolicyType.RESOURCE, to(now)),
            CATALOG);
    assertThat(
            report.differences().stream()
                .filter(d -> d.who().equals(who))
                .map(d -> d.change() + (d.isPastLimits() ? " past limits" : "")))
        .containsExactly(wanted);
  }

  /** Which user or role a unique ID is only AWS can tell, if it is one that exists. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "'AIDAEXAMPLEID0000000A' | '%s:user/bob' | UNDECIDED",
        "'AROAEXAMPLEID0000000A' | '%s:role/bob' | UNDECIDED",
        "'AROAEXAMPLEID0000000A', '%s:user/bob' | 'AROAEXAMPLEID0000000A', '%s:user/al',"
            + " '%s:user/bob' | ALLOWED",
        "'AIDAEXAMPLEID0000000A' | 'AIDAEXAMPLEID0000000A' | SAME",
      })
  void whoseUniqueIdItIsIsLeftOpen(String old, String now, String answer) {
    String arn = "arn:aws:iam::111122223333";
    String kinds =
        compare(
            PolicyType.RESOURCE,
            to("{'AWS': [" + old.replace("%s", arn) + "]}"),
            to("{'AWS': [" + now.replace("%s", arn) + "]}"));
    assertThat(kinds.startsWith("UNDECIDED") ? "UNDECIDED" : kinds).isEqualTo(answer);
  }
}
