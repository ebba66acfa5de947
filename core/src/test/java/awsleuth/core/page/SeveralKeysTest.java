package awsleuth.core.page;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.aws.AwsCatalog;
import awsleuth.core.Artifact;
import awsleuth.core.Artifact.Kind;
import awsleuth.core.Diagnoser;
import awsleuth.core.Diagnosis.Verdict;
import awsleuth.core.cause.Finding;
import awsleuth.core.cause.Fix;
import awsleuth.core.cause.Outcome;
import awsleuth.core.fact.Need;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * All conditions of a statement have to hold: which one does not is said only where it is known.
 */
class SeveralKeysTest {

  private static final Diagnoser DIAGNOSER = new Diagnoser(AwsCatalog.embedded());
  private static final String ID = "permissions/condition-not-met";
  private static final String REFUSED =
      "2026-11-20T10:00:00.411Z ERROR An error occurred (AccessDenied) when calling the SendMessage"
          + " operation: User: arn:aws:sts::111122223333:assumed-role/orders/s is not authorized to"
          + " perform: sqs:SendMessage on resource: arn:aws:sqs:eu-west-1:111122223333:jobs because"
          + " no identity-based policy allows the sqs:SendMessage action";
  private static final String TRACEBACK =
      "Traceback (most recent call last):\n  File \"/srv/main.py\", line 3, in run\n"
          + "    sqs.send_message(**kw)\nbotocore.exceptions.ClientError: ";
  private static final String TAGGED =
      """
      Traceback (most recent call last):
        File "/srv/main.py", line 33, in run
          c.create_volume(AvailabilityZone='eu-west-1a', Size=8, TagSpecifications=[{'ResourceType':'volume','Tags':[{'Key':'team','Value':'blue'}]}])
      botocore.exceptions.ClientError: An error occurred (UnauthorizedOperation) when calling the CreateVolume operation: You are not authorized to perform this operation. User: arn:aws:sts::111122223333:assumed-role/orders/s is not authorized to perform: ec2:CreateVolume on resource: arn:aws:ec2:eu-west-1:111122223333:volume/* because no identity-based policy allows the ec2:CreateVolume action
      """;

  private static Outcome outcome(String failure, String... statements) {
    Artifact policy =
        new Artifact(
            "role.json",
            Kind.POLICY_IDENTITY,
            "{\"Version\": \"2012-10-17\", \"Statement\": [" + String.join(",", statements) + "]}");
    Verdict first =
        DIAGNOSER
            .diagnose(List.of(new Artifact("app.log", Kind.ANY, failure), policy))
            .failures()
            .getFirst()
            .verdicts()
            .getFirst();
    assertThat(first.id()).isEqualTo(ID);
    return first.outcome();
  }

  private static String statement(String sid, String conditions) {
    return "{\"Sid\": \"%s\", \"Effect\": \"Allow\", \"Action\": [\"sqs:SendMessage\","
            .formatted(sid)
        + " \"ec2:CreateVolume\"], \"Resource\": \"*\", \"Condition\": {"
        + conditions
        + "}}";
  }

  private static Finding confirmed(String failure, String... statements) {
    Outcome outcome = outcome(failure, statements);
    assertThat(outcome).isInstanceOf(Outcome.Confirmed.class);
    return ((Outcome.Confirmed) outcome).finding();
  }

  private static Outcome.Possible possible(String failure, String... statements) {
    Outcome outcome = outcome(failure, statements);
    assertThat(outcome).isInstanceOf(Outcome.Possible.class);
    return (Outcome.Possible) outcome;
  }

  private static List<String> fixes(Finding finding) {
    return finding.fixes().stream().map(f -> f.title() + "\n" + f.text()).toList();
  }

  @Test
  void aKeyThatHoldsIsNotNamed() {
    Finding finding =
        confirmed(
            REFUSED,
            statement(
                "Two",
                "\"StringEquals\": {\"aws:RequestedRegion\": \"eu-west-1\","
                    + " \"aws:PrincipalAccount\": \"111122223333\","
                    + " \"aws:PrincipalTag/team\": \"x\"}"));
    assertThat(finding.summary())
        .isEqualTo("a condition on `aws:PrincipalTag/team` keeps the allow from applying");
    assertThat(fixes(finding)).noneMatch(f -> f.contains("aws:RequestedRegion"));
  }

  @Test
  void aKeyThatFailsIsNamedBeforeOneThatIsNotKnown() {
    Finding finding =
        confirmed(
            REFUSED,
            statement(
                "Region",
                "\"StringEquals\": {\"aws:PrincipalTag/team\": \"x\","
                    + " \"aws:RequestedRegion\": \"us-east-1\"}"));
    assertThat(finding.summary())
        .isEqualTo("a condition on `aws:RequestedRegion` keeps the allow from applying");
    assertThat(finding.because())
        .anyMatch(c -> c.text().equals("the refused resource is in `eu-west-1`"));
    assertThat(finding.fixes()).noneMatch(Fix.Command.class::isInstance);
  }

  @Test
  void ofSeveralKeysThatAreNotKnownNoneIsTheCause() {
    Outcome.Possible possible =
        possible(
            REFUSED,
            statement(
                "Three",
                "\"StringEquals\": {\"aws:RequestedRegion\": \"eu-west-1\","
                    + " \"aws:PrincipalTag/a\": \"b\", \"aws:SourceVpce\": \"vpce-1\"}"));
    assertThat(possible.finding().summary())
        .isEqualTo("one of the conditions on `aws:PrincipalTag/a`, `aws:SourceVpce` is not met");
    assertThat(possible.missing())
        .extracting(Need::what)
        .containsExactly("what the call has for `aws:PrincipalTag/a`, `aws:SourceVpce`");
  }

  @Test
  void aTimeThatIsOverIsToldByTheLog() {
    Finding finding =
        confirmed(
            REFUSED,
            statement(
                "Until",
                "\"StringLike\": {\"aws:PrincipalTag/team\": \"x\"},"
                    + " \"DateLessThan\": {\"aws:CurrentTime\": \"2026-11-01T00:00:00Z\"}"));
    assertThat(finding.summary())
        .isEqualTo("a condition on `aws:CurrentTime` keeps the allow from applying");
    assertThat(finding.because())
        .anyMatch(c -> c.text().equals("the log's time is `2026-11-20T10:00:00Z`"));
  }

  @Test
  void aTimeBeforeTheFailureDoesNotTellThatTheCallWasEarly() {
    possible(
        "2026-11-20T10:00:00.411Z INFO starting\n" + TRACEBACK + REFUSED.substring(31),
        statement(
            "From",
            "\"StringLike\": {\"aws:PrincipalTag/team\": \"x\"},"
                + " \"DateGreaterThan\": {\"aws:CurrentTime\": \"2026-12-01T00:00:00Z\"}"));
  }

  @Test
  void whoCallsIsNamedLastAndNotMended() {
    Outcome.Possible possible =
        possible(
            REFUSED,
            statement(
                "Who",
                "\"ArnLike\": {\"aws:PrincipalArn\": \"arn:aws:iam::111122223333:role/orders\"},"
                    + " \"StringEquals\": {\"aws:SourceVpce\": \"vpce-1\"}"));
    assertThat(possible.finding().summary())
        .isEqualTo("one of the conditions on `aws:SourceVpce`, `aws:PrincipalArn` is not met");
    assertThat(fixes(possible.finding())).noneMatch(f -> f.contains("aws:PrincipalArn"));
  }

  @Test
  void aTimeThatIsNearSettlesNothing() {
    possible(
        REFUSED,
        statement(
            "Until",
            "\"StringLike\": {\"aws:PrincipalTag/team\": \"x\"},"
                + " \"DateLessThan\": {\"aws:CurrentTime\": \"2026-11-20T09:30:00Z\"}"));
  }

  @Test
  void eachStatementHasItsOwn() {
    Finding finding =
        confirmed(
            REFUSED,
            statement("One", "\"StringEquals\": {\"aws:SourceVpc\": \"vpc-1\"}"),
            statement("Two", "\"Bool\": {\"aws:MultiFactorAuthPresent\": \"true\"}"));
    assertThat(finding.summary())
        .isEqualTo("conditions on `aws:SourceVpc` and `aws:MultiFactorAuthPresent` are not met");
  }

  @Test
  void theTagsThatTheCallIsWrittenWithAreKnown() {
    Finding finding =
        confirmed(
            TAGGED,
            statement(
                "Tags",
                "\"StringEquals\": {\"aws:RequestTag/Team\": [\"blue\"]},"
                    + " \"ForAllValues:StringEquals\": {\"aws:TagKeys\": [\"Team\", \"Env\"]}"));
    assertThat(finding.summary())
        .isEqualTo("a condition on `aws:TagKeys` keeps the allow from applying");
    assertThat(finding.because())
        .anyMatch(c -> c.text().equals("the call's `aws:TagKeys` is `team`"));
  }
}
