package awsleuth.iam.diff;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.aws.IamCatalog;
import awsleuth.iam.policy.Policy;
import awsleuth.iam.policy.PolicyParser;
import awsleuth.iam.policy.PolicyType;
import awsleuth.iam.request.ContextValue;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Differences in keys that are numbers, dates, addresses or callers have a request of that type.
 */
class TypedWitnessTest {

  private static final IamCatalog CATALOG = IamCatalog.embedded();

  private static List<Policy> policy(String name, String effect, String condition) {
    String text =
        """
        {"Version": "2012-10-17", "Statement": [{"Effect": "%s", "Action": "s3:ListBucket",
         "Resource": "arn:aws:s3:::b"%s}]}\
        """
            .formatted(effect, condition.isEmpty() ? "" : ", 'Condition': {" + condition + "}")
            .replace('\'', '"');
    return read(name, text);
  }

  private static PolicyDiff.Report compare(String effect, String old, String now) {
    return PolicyDiff.of(policy("old.json", effect, old), policy("new.json", effect, now), CATALOG);
  }

  private static String told(Difference d, String key) {
    String odd = d.odd().isEmpty() ? "" : "odd ";
    return odd
        + d.change()
        + switch (d.witness().context().get(key)) {
          case ContextValue.Present p -> " " + String.join(",", p.values());
          case ContextValue.Absent _ -> " absent";
          case ContextValue.Unknown _ -> " unknown";
        };
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "Allow | s3:max-keys | 'Null': {'s3:max-keys': 'true'} | '' | ALLOWED 1",
        "Deny | aws:SourceIp | 'Null': {'aws:SourceIp': 'false'} | 'Null': {'aws:SourceIp':"
            + " 'true'} | NO_LONGER_DENIED 192.0.2.1",
        "Allow | dynamodb:Attributes | 'ForAllValues:StringEquals': {'dynamodb:Attributes': 'a'} |"
            + " 'ForAllValues:StringEquals': {'dynamodb:Attributes': 'a'}, 'Null':"
            + " {'dynamodb:Attributes': 'false'} | NO_LONGER_ALLOWED absent",
        "Allow | aws:TokenIssueTime | 'Null': {'aws:TokenIssueTime': 'true'} | '' |"
            + " ALLOWED 2026-01-01T00:00:00Z",
        "Allow | aws:SourceIp | 'StringLike': {'aws:SourceIp': '10.*'} | 'StringLike':"
            + " {'aws:SourceIp': ['10.*', '192.168.*']} | ALLOWED 192.168.192.0",
        "Allow | s3:max-keys | 'NumericLessThanEquals': {'s3:max-keys': '1'} |"
            + " 'NumericLessThan': {'s3:max-keys': '2'} | odd ALLOWED 1.5",
        "Deny | aws:PrincipalArn | 'StringNotLike': {'aws:PrincipalArn':"
            + " 'arn:aws:iam::111122223333:role/ops-*'} | 'ArnNotLike': {'aws:PrincipalArn':"
            + " 'arn:aws:iam::111122223333:role/ops-*'} | odd NO_LONGER_DENIED x",
        "Deny | aws:PrincipalArn | 'ArnNotEquals': {'aws:PrincipalArn':"
            + " 'arn:aws:iam::111122223333:role/ops'} | 'ArnNotLike': {'aws:PrincipalArn':"
            + " 'arn:aws:iam::*:role/ops'} | NO_LONGER_DENIED arn:aws:iam::444455556666:role/ops",
      })
  void theValueIsOneThatRequestsHave(
      String effect, String key, String old, String now, String wanted) {
    PolicyDiff.Report report = compare(effect, old.replace("''", ""), now.replace("''", ""));
    assertThat(report.undecided()).isEmpty();
    assertThat(report.differences().stream().map(d -> told(d, key)).toList()).contains(wanted);
  }

  @Test
  void aResourceOfAnotherAccountHasTheNumberOfOne() {
    String old =
        """
        {"Statement": [{"Effect": "Allow", "Action": "iam:GetRole", "Resource": "arn:aws:iam::*:role/%s"},
         {"Effect": "Deny", "Action": "iam:GetRole", "Resource": "arn:aws:iam::111122223333:role/*"}]}
        """;
    PolicyDiff.Report report =
        PolicyDiff.of(read("a", old.formatted("x")), read("b", old.formatted("*")), CATALOG);
    assertThat(report.differences().stream().map(d -> d.witness().resource()))
        .hasSize(1)
        .allMatch(arn -> arn.startsWith("arn:aws:iam::444455556666:role/"));
  }

  private static List<Policy> read(String name, String text) {
    return List.of(
        PolicyParser.parse(name, PolicyType.IDENTITY, text)
            .policy()
            .orElseThrow(() -> new AssertionError(text)));
  }

  @Test
  void theCallerIsOfTheAccountThatItsKeySays() {
    PolicyDiff.Report report =
        compare(
            "Allow",
            "'StringEquals': {'aws:ResourceAccount': '${aws:PrincipalAccount}'}",
            "'StringEquals': {'aws:ResourceAccount': '111122223333'}");
    assertThat(report.undecided()).isEmpty();
    assertThat(
            report.differences().stream()
                .map(d -> d.change() + " " + d.witness().principal().account())
                .collect(Collectors.toSet()))
        .containsExactlyInAnyOrder("ALLOWED 444455556666", "NO_LONGER_ALLOWED 444455556666");
  }

  @Test
  void aRequestHasAnAddressOrAnEndpoint() {
    String office = "'NotIpAddress': {'aws:SourceIp': '192.0.2.0/24'}";
    PolicyDiff.Report report =
        compare("Deny", office, office + ", 'StringNotEquals': {'aws:SourceVpc': 'vpc-1'}");
    assertThat(report.differences()).isNotEmpty();
    for (Difference d : report.differences()) {
      assertThat(d.odd()).isEmpty();
      assertThat(told(d, "aws:SourceIp") + told(d, "aws:SourceVpc"))
          .isEqualTo("NO_LONGER_DENIED absent" + "NO_LONGER_DENIED vpc-1");
    }
  }

  private static List<Policy> listing(String resource) {
    String text =
        """
        {"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": "s3:ListBucket",
         "Resource": %s}}\
        """
            .formatted(resource);
    return List.of(PolicyParser.parse("p.json", PolicyType.IDENTITY, text).policy().orElseThrow());
  }

  @Test
  void noBucketHasASlash() {
    PolicyDiff.Report report =
        PolicyDiff.of(
            listing("\"arn:aws:s3:::b\""),
            listing("[\"arn:aws:s3:::b\", \"arn:aws:s3:::b/*\"]"),
            CATALOG);
    assertThat(report.undecided()).isEmpty();
    assertThat(report.differences()).allSatisfy(d -> assertThat(d.odd()).isNotEmpty());
  }

  @Test
  void secretsAndLogGroupsHaveSlashesInTheirNames() {
    for (String resource :
        List.of(
            "arn:aws:secretsmanager:eu-west-1:111122223333:secret:prod/db-AbCdEf",
            "arn:aws:logs:eu-west-1:111122223333:log-group:/aws/lambda/f")) {
      String text =
          """
          {"Version": "2012-10-17", "Statement": {"Effect": "Allow",
           "Action": ["secretsmanager:*", "logs:*"], "Resource": "%s"}}\
          """
              .formatted(resource);
      List<Policy> now =
          List.of(PolicyParser.parse("p.json", PolicyType.IDENTITY, text).policy().orElseThrow());
      assertThat(PolicyDiff.of(List.of(), now, CATALOG).differences())
          .anyMatch(d -> d.odd().isEmpty());
    }
  }

  @Test
  void whatIsComparedAsTextInAWayThatNoExampleFitsIsLeftOpen() {
    PolicyDiff.Report report =
        compare(
            "Allow",
            "'StringLike': {'aws:SourceIp': '10.*'}",
            "'StringLike': {'aws:SourceIp': ['10.*', '17?.*.3*.*7']}");
    assertThat(report.differences().stream().filter(d -> !d.odd().isEmpty())).isEmpty();
    assertThat(report.undecided().toString()).contains("`aws:SourceIp` is compared as text");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "iam:GetRole | arn:aws:iam::111122223333:role/x | arn:aws:iam:*:111122223333:role/x |"
            + " ALLOWED arn:aws:iam::111122223333:role/:111122223333:role/x",
        "iam:GetRole | arn:aws:iam::111122223333:role/x | arn:aws:iam::111122223333:role/a:b/* |"
            + " ALLOWED arn:aws:iam::111122223333:role/a:b/",
        "iam:GetRole | arn:aws:iam::111122223333:role/x | arn:aws:iam::111122223333:role/a:b |"
            + " odd ALLOWED arn:aws:iam::111122223333:role/a:b",
        "s3:GetObject | arn:aws:s3:::acme/* | arn:*:s3:::acme/* |"
            + " ALLOWED arn:aws-cn:s3:::acme/x",
        "s3:GetObject | arn:aws:s3:::acme/* | * | ALLOWED arn:aws:s3:::x/x",
      })
  void theResourceIsOneThatTheActionIsAbout(String action, String old, String now, String wanted) {
    String allow = "{'Effect': 'Allow', 'Action': '%s', 'Resource': '%s'}";
    PolicyDiff.Report report =
        PolicyDiff.of(
            ComparedPolicies.policy("old", PolicyType.IDENTITY, allow.formatted(action, old)),
            ComparedPolicies.policy("new", PolicyType.IDENTITY, allow.formatted(action, now)),
            CATALOG);
    assertThat(
            report.differences().stream()
                .map(d ->
                    (d.odd().isEmpty() ? "" : "odd ") + d.change() + " " + d.witness().resource()))
        .contains(wanted);
  }

  @Test
  void aQuestionMarkBesideACharacterBeyondTheFirstPlaneIsLeftOpen() {
    String allow = "{'Effect': 'Allow', 'Action': 's3:GetObject', 'Resource': 'arn:aws:s3:::b/%s'}";
    PolicyDiff.Report report =
        PolicyDiff.of(
            ComparedPolicies.policy("old", PolicyType.IDENTITY, allow.formatted("?")),
            ComparedPolicies.policy("new", PolicyType.IDENTITY, allow.formatted("😀")),
            CATALOG);
    assertThat(report.undecided())
        .extracting(Undecided::statements)
        .containsExactly(List.of("old:1"));
  }
}
