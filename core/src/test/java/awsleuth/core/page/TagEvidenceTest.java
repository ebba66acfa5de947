package awsleuth.core.page;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.aws.AwsCatalog;
import awsleuth.core.Artifact;
import awsleuth.core.Artifact.Kind;
import awsleuth.core.Diagnoser;
import awsleuth.core.Diagnosis.FailureDiagnosis;
import awsleuth.core.cause.Finding;
import awsleuth.core.cause.Fix;
import awsleuth.core.cause.Outcome;
import awsleuth.core.fact.Citation;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the tags of caller and resource beside a refusal make of a condition on them. */
class TagEvidenceTest {

  private static final Diagnoser DIAGNOSER = new Diagnoser(AwsCatalog.embedded());
  private static final String DENIED =
      "botocore.exceptions.ClientError: An error occurred (UnauthorizedOperation) when calling the"
          + " StopInstances operation: You are not authorized to perform this operation. User:"
          + " arn:aws:sts::111122223333:assumed-role/ops/job-1 is not authorized to perform:"
          + " ec2:StopInstances on resource:"
          + " arn:aws:ec2:eu-west-1:111122223333:instance/i-0abc1234 because no identity-based"
          + " policy allows the ec2:StopInstances action";
  private static final String ROLE =
      """
      {"Role": {"RoleName": "ops", "Arn": "arn:aws:iam::111122223333:role/ops",
        "AssumeRolePolicyDocument": {"Version": "2012-10-17", "Statement": [
          {"Effect": "Allow", "Principal": {"AWS": "111122223333"}, "Action": [%s]}]},
        "Tags": [{"Key": "team", "Value": "blue"}]}}
      """;
  private static final String INSTANCE =
      """
      {"Tags": [{"Key": "Team", "ResourceId": "i-0abc1234", "ResourceType": "instance", "Value": "%s"}]}
      """;

  private static String only(String key, String value) {
    return """
    {"Version": "2012-10-17", "Statement": [
      {"Sid": "Own", "Effect": "Allow", "Action": "ec2:StopInstances", "Resource": "*",
       "Condition": {"StringEquals": {"%s": "%s"}}}]}
    """
        .formatted(key, value);
  }

  private static FailureDiagnosis diagnose(String policy, String... tags) {
    List<Artifact> given = new ArrayList<>();
    given.add(new Artifact("err.txt", Kind.TRACEBACK, DENIED));
    given.add(new Artifact("own.json", Kind.POLICY_IDENTITY, policy));
    for (String text : tags) {
      given.add(new Artifact("tags" + given.size() + ".json", Kind.ANY, text));
    }
    return DIAGNOSER.diagnose(given).failures().getFirst();
  }

  private static Finding first(FailureDiagnosis diagnosis) {
    return switch (diagnosis.verdicts().getFirst().outcome()) {
      case Outcome.Confirmed c -> c.finding();
      case Outcome.Possible p -> p.finding();
      case Outcome.RuledOut _, Outcome.Crashed _ -> throw new AssertionError("nothing found");
    };
  }

  private static List<String> because(FailureDiagnosis diagnosis) {
    return first(diagnosis).because().stream().map(Citation::text).toList();
  }

  private static List<String> fixes(FailureDiagnosis diagnosis) {
    return first(diagnosis).fixes().stream().map(Fix::text).toList();
  }

  @Test
  void aRoleWithoutTheWantedTagIsGivenIt() {
    FailureDiagnosis told =
        diagnose(only("aws:PrincipalTag/team", "red"), ROLE.formatted("\"sts:AssumeRole\""));
    assertThat(told.verdicts().getFirst().id()).isEqualTo("permissions/condition-not-met");
    assertThat(because(told))
        .contains("`arn:aws:iam::111122223333:role/ops` has the tag `team` = `blue`");
    assertThat(fixes(told).getFirst())
        .isEqualTo("aws iam tag-role --role-name ops --tags Key=team,Value=red");
  }

  @Test
  void aSessionThatMayBeGivenTagsIsNotSaidToHaveItsRoles() {
    for (String action : List.of("\"sts:AssumeRole\", \"sts:TagSession\"", "\"sts:*\"")) {
      FailureDiagnosis told =
          diagnose(only("aws:PrincipalTag/team", "red"), ROLE.formatted(action));
      assertThat(because(told))
          .noneMatch(text -> text.endsWith("has the tag `team` = `blue`"))
          .contains(
              "`arn:aws:iam::111122223333:role/ops` has the tag `team` = `blue`; one that its"
                  + " session was given goes before it");
      assertThat(fixes(told).getFirst()).startsWith("aws iam tag-role --role-name ops");
    }
  }

  @Test
  void aRoleThatHasTheWantedTagIsNotGivenItAgain() {
    FailureDiagnosis told =
        diagnose(only("aws:PrincipalTag/team", "blue"), ROLE.formatted("\"sts:*\""));
    assertThat(fixes(told))
        .noneMatch(text -> text.contains("tag-role"))
        .anyMatch(text -> text.startsWith("aws cloudtrail lookup-events "))
        .anyMatch(text -> text.startsWith("aws ec2 stop-instances "));
    assertThat(told.verdicts().getFirst().outcome())
        .as("it is not known that the condition was not met")
        .isInstanceOf(Outcome.Possible.class);
    assertThat(first(told).summary())
        .isEqualTo("a condition on `aws:PrincipalTag/team` may have kept the allow from applying");
    FailureDiagnosis other =
        diagnose(only("aws:PrincipalTag/team", "red"), ROLE.formatted("\"sts:*\""));
    assertThat(other.verdicts().getFirst().outcome()).isInstanceOf(Outcome.Confirmed.class);
  }

  @Test
  void aSessionThatAUserBeganWithoutTagsHasItsRoles() {
    String role = ROLE.formatted("\"sts:*\"");
    String plain = "`arn:aws:iam::111122223333:role/ops` has the tag `team` = `blue`";
    String policy = only("aws:PrincipalTag/team", "red");
    assertThat(because(diagnose(policy, role, start("IAMUser", "")))).contains(plain);
    assertThat(because(diagnose(policy, role, start("AssumedRole", "")))).doesNotContain(plain);
    assertThat(
            because(
                diagnose(
                    policy,
                    role,
                    start("IAMUser", "\"tags\": [{\"key\": \"a\", \"value\": \"b\"}],"))))
        .contains(plain);
  }

  @Test
  void anotherSessionOfThatNameTellsNothingOfTheCallers() {
    String red = "\"tags\": [{\"key\": \"team\", \"value\": \"red\"}],";
    String policy = only("aws:PrincipalTag/team", "blue");
    String role = ROLE.formatted("\"sts:*\"");
    for (String tags : List.of("", red)) {
      String own = withCall(start("IAMUser", tags), "ASIAAAAAAAAAAAAAAAA1");
      String other = withCall(start("IAMUser", tags), "ASIAAAAAAAAAAAAAAAA9");
      assertThat(because(diagnose(policy, own)).toString().contains("gave the session the tag"))
          .isEqualTo(!tags.isEmpty());
      assertThat(because(diagnose(policy, other)).toString()).doesNotContain("gave the session");
    }
    String wanted = only("aws:PrincipalTag/team", "green");
    String plain = "`arn:aws:iam::111122223333:role/ops` has the tag `team` = `blue`";
    String own = withCall(start("IAMUser", ""), "ASIAAAAAAAAAAAAAAAA1");
    String other = withCall(start("IAMUser", ""), "ASIAAAAAAAAAAAAAAAA9");
    assertThat(because(diagnose(wanted, role, own))).contains(plain);
    assertThat(because(diagnose(wanted, role, other))).doesNotContain(plain);
  }

  /** A trail with the refused call too, signed by a key, of which the session has another. */
  private static String withCall(String trail, String key) {
    String call =
        """
        ,{"eventTime": "2026-10-10T09:20:00Z", "eventSource": "ec2.amazonaws.com",
          "eventName": "StopInstances", "errorCode": "Client.UnauthorizedOperation",
          "errorMessage": "%s", "awsRegion": "eu-west-1", "recipientAccountId": "111122223333",
          "userIdentity": {"type": "AssumedRole", "accessKeyId": "%s",
            "arn": "arn:aws:sts::111122223333:assumed-role/ops/job-1"},
          "requestParameters": {"instancesSet": {"items": [{"instanceId": "i-0abc1234"}]}}}]}
        """
            .formatted(DENIED.substring(DENIED.indexOf("You are not")), key);
    return trail
        .replace("}}]}", "}}" + call)
        .replace(
            "\"assumedRoleUser\"",
            "\"credentials\": {\"accessKeyId\": \"ASIAAAAAAAAAAAAAAAA1\"}, \"assumedRoleUser\"");
  }

  private static String start(String type, String tags) {
    return """
    {"Records": [{"eventTime": "2026-10-10T09:12:44Z", "eventSource": "sts.amazonaws.com",
      "eventName": "AssumeRole",
      "userIdentity": {"type": "%s", "arn": "arn:aws:iam::111122223333:user/a"},
      "requestParameters": {%s "roleArn": "arn:aws:iam::111122223333:role/ops",
        "roleSessionName": "job-1"},
      "responseElements": {"assumedRoleUser":
        {"arn": "arn:aws:sts::111122223333:assumed-role/ops/job-1"}}}]}
    """
        .formatted(type, tags);
  }

  @Test
  void aTagIsReplacedUnderTheKeyThatTheResourceHasWhateverItsCaseInThePolicy() {
    FailureDiagnosis told =
        diagnose(
            only("ec2:ResourceTag/team", "${aws:PrincipalTag/team}"),
            ROLE.formatted("\"sts:AssumeRole\""),
            INSTANCE.formatted("green"));
    assertThat(fixes(told).getFirst()).endsWith(" --tags Key=Team,Value=blue");
  }

  @Test
  void aResourceIsGivenTheTagOfItsCaller() {
    FailureDiagnosis told =
        diagnose(
            only("ec2:ResourceTag/Team", "${aws:PrincipalTag/team}"),
            ROLE.formatted("\"sts:AssumeRole\""),
            INSTANCE.formatted("green"));
    assertThat(because(told))
        .contains(
            "`i-0abc1234` has the tag `Team` = `green`",
            "`arn:aws:iam::111122223333:role/ops` has the tag `team` = `blue`");
    assertThat(fixes(told).getFirst())
        .isEqualTo(
            "aws ec2 create-tags --region eu-west-1 --resources i-0abc1234 --tags"
                + " Key=Team,Value=blue");
  }

  @Test
  void tagsThatFitDoNotProveThatThePolicyIsNotInForce() {
    FailureDiagnosis told =
        diagnose(only("ec2:ResourceTag/Team", "green"), INSTANCE.formatted("green"));
    assertThat(because(told))
        .anyMatch(text -> text.contains("allows it with the tags as they are given"));
  }

  @Test
  void aTagThatPartOfTheTagsDoesNotHaveIsNotKnownToBeAbsent() {
    FailureDiagnosis told =
        diagnose(only("ec2:ResourceTag/owner", "me"), INSTANCE.formatted("green"));
    assertThat(because(told)).noneMatch(text -> text.contains("no tag"));
  }

  @Test
  void tagsOfAnotherRoleAreNotTheCallers() {
    String other = ROLE.formatted("\"sts:AssumeRole\"").replace("ops", "dba");
    assertThat(because(diagnose(only("aws:PrincipalTag/team", "red"), other)))
        .noneMatch(text -> text.contains("tag `team` ="));
  }
}
