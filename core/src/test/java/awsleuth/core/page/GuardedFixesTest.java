package awsleuth.core.page;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.aws.AwsCatalog;
import awsleuth.core.Artifact;
import awsleuth.core.Artifact.Kind;
import awsleuth.core.Diagnoser;
import awsleuth.core.cause.Finding;
import awsleuth.core.cause.Fix;
import awsleuth.core.cause.Outcome;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the call itself can do about a Deny comes before an exception from it. */
class GuardedFixesTest {

  private static final Diagnoser DIAGNOSER = new Diagnoser(AwsCatalog.embedded());
  private static final String ALLOW =
      "{\"Sid\": \"All\", \"Effect\": \"Allow\", \"Action\": \"*\", \"Resource\": \"*\"},\n";

  private static Finding finding(
      String line, String operation, String action, String type, Artifact... more) {
    Outcome first = outcome(line, operation, action, type, more);
    assertThat(first).isInstanceOf(Outcome.Confirmed.class);
    return ((Outcome.Confirmed) first).finding();
  }

  private static Outcome outcome(
      String line, String operation, String action, String type, Artifact... more) {
    String text =
        "Traceback (most recent call last):\n  File \"/srv/run.py\", line 8, in run\n    "
            + line
            + "\n"
            + "botocore.exceptions.ClientError: An error occurred (AccessDenied) when calling the "
            + operation
            + " operation: User: arn:aws:sts::111122223333:assumed-role/billing/job-7 is not"
            + " authorized to perform: "
            + action
            + " with an explicit deny in "
            + type
            + "\n";
    List<Artifact> given = new ArrayList<>(List.of(more));
    given.add(new Artifact("err.txt", Kind.TRACEBACK, text));
    return DIAGNOSER.diagnose(given).failures().getFirst().verdicts().getFirst().outcome();
  }

  private static Artifact policy(Kind kind, String statements) {
    return new Artifact(
        "p.json", kind, "{\"Version\": \"2012-10-17\", \"Statement\": [\n" + statements + "\n]}");
  }

  private static void assertExceptionsAreMarked(Finding finding) {
    assertThat(finding.fixes().stream().map(Fix::title).filter(t -> t.startsWith("except ")))
        .isNotEmpty()
        .allMatch(t -> t.endsWith(", which weakens that guard"));
    assertThat(finding.fixes().getFirst().title()).doesNotStartWith("except");
  }

  @Test
  void aRevokedSessionIsBegunAnew() {
    Artifact event =
        new Artifact(
            "event.json",
            Kind.TRAIL,
            """
            {"eventSource": "dynamodb.amazonaws.com", "eventName": "UpdateItem",
             "awsRegion": "eu-west-1", "eventTime": "2026-11-26T14:02:11Z",
             "errorCode": "AccessDenied",
             "userIdentity": {"type": "AssumedRole", "principalId": "AROAEXAMPLE:job-7",
               "arn": "arn:aws:sts::111122223333:assumed-role/billing/job-7",
               "sessionContext": {"attributes": {"creationDate": "2026-11-26T13:40:00Z"}}},
             "requestParameters": {"tableName": "t"}}
            """);
    String revoke =
        "{\"Sid\": \"Rev\", \"Effect\": \"Deny\", \"Action\": \"*\", \"Resource\": \"*\","
            + " \"Condition\": {\"DateLessThan\":"
            + " {\"aws:TokenIssueTime\": \"2026-11-26T13:50:00.000Z\"}}}";
    String action =
        "dynamodb:UpdateItem on resource: arn:aws:dynamodb:eu-west-1:111122223333:table/t";
    Finding seen =
        finding(
            "t.update_item()",
            "UpdateItem",
            action,
            "an identity-based policy",
            event,
            policy(Kind.POLICY_IDENTITY, ALLOW + revoke));
    assertThat(seen.fixes().getFirst().text()).startsWith("aws sts assume-role --role-arn ");
    assertThat(seen.fixes().getFirst().title())
        .isEqualTo(
            "start a new session: those begun before `2026-11-26T13:50:00.000Z` stay denied");
    assertExceptionsAreMarked(seen);
    Outcome unknown =
        outcome(
            "t.update_item()",
            "UpdateItem",
            action,
            "an identity-based policy",
            policy(Kind.POLICY_IDENTITY, revoke));
    assertThat(unknown).as("when the session began").isInstanceOf(Outcome.Possible.class);
    Finding unseen = ((Outcome.Possible) unknown).finding();
    assertThat(unseen.fixes().getFirst().title()).startsWith("start a new session");
    assertThat(unseen.fixes()).noneMatch(f -> f.title().contains("make the call with"));
  }

  @Test
  void aTagThatTheDenyAsksForIsSentBesideTheOthers() {
    Finding finding =
        finding(
            "sqs.create_queue(QueueName=\"new\", tags={\"costcenter\": \"42\"})",
            "CreateQueue",
            "sqs:createqueue on resource: arn:aws:sqs:eu-west-1:111122223333:new",
            "an identity-based policy",
            policy(
                Kind.POLICY_IDENTITY,
                ALLOW
                    + "{\"Sid\": \"Env\", \"Effect\": \"Deny\", \"Action\": \"sqs:CreateQueue\","
                    + " \"Resource\": \"*\", \"Condition\": {\"StringNotEquals\":"
                    + " {\"aws:RequestTag/Env\": [\"dev\", \"prod\"]}}}"));
    assertThat(finding.fixes().getFirst().text())
        .isEqualTo("tags={\"costcenter\": \"42\", \"Env\": \"<dev or prod>\"}");
    assertThat(finding.fixes().getFirst().applicability()).isEqualTo(Fix.Applicability.TEMPLATE);
    assertThat(finding.verification().command())
        .contains("--tags '{\"costcenter\": \"42\", \"Env\": \"<dev or prod>\"}'");
    assertExceptionsAreMarked(finding);
  }

  @Test
  void aVolumeIsEncryptedWhereAServiceControlPolicyAsksForThat() {
    Artifact scp =
        policy(
            Kind.POLICY_SCP,
            "{\"Sid\": \"Enc\", \"Effect\": \"Deny\", \"Action\": [\"ec2:RunInstances\","
                + " \"ec2:CreateVolume\"], \"Resource\": \"arn:aws:ec2:*:*:volume/*\","
                + " \"Condition\": {\"Bool\": {\"ec2:Encrypted\": \"false\"}}}");
    Finding instance =
        finding(
            "ec2.run_instances(ImageId=\"ami-1\", MinCount=1, MaxCount=1)",
            "RunInstances",
            "ec2:RunInstances on resource: arn:aws:ec2:eu-west-1:111122223333:volume/*",
            "a service control policy",
            scp);
    assertThat(instance.fixes().getFirst().text())
        .startsWith("BlockDeviceMappings=[")
        .contains("\"Encrypted\": True");
    Finding volume =
        finding(
            "ec2.create_volume(AvailabilityZone=\"eu-west-1a\", Size=8)",
            "CreateVolume",
            "ec2:CreateVolume on resource: arn:aws:ec2:eu-west-1:111122223333:volume/*",
            "a service control policy",
            scp);
    assertThat(volume.fixes().getFirst().text()).isEqualTo("Encrypted=True");
    assertThat(volume.verification().command()).contains(" --encrypted");
  }

  @Test
  void anotherRegionIsCalledWhereTheDenyLeavesOne() {
    Artifact scp =
        policy(
            Kind.POLICY_SCP,
            "{\"Sid\": \"Region\", \"Effect\": \"Deny\", \"NotAction\": [\"iam:*\"],"
                + " \"Resource\": \"*\", \"Condition\": {\"StringNotEquals\":"
                + " {\"aws:RequestedRegion\": [\"eu-west-1\"]}}}");
    Finding finding =
        finding(
            "boto3.client(\"sts\", region_name=\"us-east-1\").get_caller_identity()",
            "GetCallerIdentity",
            "sts:GetCallerIdentity",
            "a service control policy",
            scp);
    assertThat(finding.because()).anyMatch(c -> c.text().contains("went to `us-east-1`"));
    assertThat(finding.fixes().getFirst().text())
        .isEqualTo("boto3.client(\"sts\", region_name=\"eu-west-1\")");
    assertThat(finding.verification().command()).endsWith(" --region eu-west-1");
    Finding global =
        finding(
            "boto3.client(\"route53\").list_hosted_zones()",
            "ListHostedZones",
            "route53:ListHostedZones",
            "a service control policy",
            scp);
    assertThat(global.fixes()).noneMatch(f -> f.text().contains("region_name"));
  }

  @Test
  void theTagsOfARequestAreThoseOfTheResourceThatItIsAbout() {
    String traceback =
        "Traceback (most recent call last):\n  File \"/srv/run.py\", line 8, in run\n   "
            + " ec2.run_instances(ImageId=\"ami-1\", MinCount=1, MaxCount=1,"
            + " TagSpecifications=[{\"ResourceType\": \"instance\","
            + " \"Tags\": [{\"Key\": \"Team\", \"Value\": \"core\"}]}])\n"
            + "botocore.exceptions.ClientError: An error occurred (UnauthorizedOperation) when"
            + " calling the RunInstances operation: You are not authorized to perform this"
            + " operation. User: arn:aws:sts::111122223333:assumed-role/billing/job-7 is not"
            + " authorized to perform: ec2:RunInstances on resource:"
            + " arn:aws:ec2:eu-west-1:111122223333:volume/* because no identity-based policy"
            + " allows the ec2:RunInstances action\n";
    Artifact tagged =
        policy(
            Kind.POLICY_IDENTITY,
            "{\"Sid\": \"Tagged\", \"Effect\": \"Allow\", \"Action\": \"ec2:RunInstances\","
                + " \"Resource\": [\"arn:aws:ec2:*:111122223333:instance/*\","
                + " \"arn:aws:ec2:*:111122223333:volume/*\"],"
                + " \"Condition\": {\"StringEquals\": {\"aws:RequestTag/Team\": \"core\"}}}");
    var first =
        DIAGNOSER
            .diagnose(List.of(tagged, new Artifact("err.txt", Kind.TRACEBACK, traceback)))
            .failures()
            .getFirst()
            .verdicts()
            .getFirst();
    assertThat(first.id()).isEqualTo("permissions/condition-not-met");
    Finding finding = ((Outcome.Confirmed) first.outcome()).finding();
    assertThat(finding.verification().command())
        .contains(" --tag-specifications '[{")
        .contains("{\"ResourceType\": \"volume\", ");
    assertThat(finding.fixes().getFirst().text())
        .isEqualTo(
            "TagSpecifications=[{\"ResourceType\": \"instance\", \"Tags\": [{\"Key\": \"Team\","
                + " \"Value\": \"core\"}]}, {\"ResourceType\": \"volume\", \"Tags\":"
                + " [{\"Key\": \"Team\", \"Value\": \"core\"}]}]");
  }

  @Test
  void theValueOfTheCallersArnIsTold() {
    String text =
        "An error occurred (AccessDenied) when calling the DeleteObject operation: User:"
            + " arn:aws:iam::111122223333:user/jobs/nightly is not authorized to perform:"
            + " s3:DeleteObject on resource: \"arn:aws:s3:::lake/raw/1\" with an explicit deny in"
            + " an identity-based policy";
    String deny =
        "{\"Sid\": \"No\", \"Effect\": \"Deny\", \"Action\": \"s3:Delete*\", \"Resource\": \"*\","
            + " \"Condition\": {\"StringNotLike\":"
            + " {\"aws:PrincipalArn\": \"arn:aws:iam::111122223333:user/nightly\"}}}";
    List<Artifact> given =
        List.of(
            new Artifact("err.txt", Kind.TRACEBACK, text),
            policy(Kind.POLICY_IDENTITY, ALLOW + deny));
    Outcome first = DIAGNOSER.diagnose(given).failures().getFirst().verdicts().getFirst().outcome();
    assertThat(((Outcome.Confirmed) first).finding().because())
        .anyMatch(c ->
            c.text()
                .equals(
                    "the caller's `aws:PrincipalArn` is"
                        + " `arn:aws:iam::111122223333:user/jobs/nightly`"));
  }

  @Test
  void aCallFromOutsideIsMadeThroughTheEndpointBeforeAnExceptionIsMade() {
    Finding finding =
        finding(
            "s3.put_object(Bucket=\"locked\", Key=\"k\", Body=b\"x\")",
            "PutObject",
            "s3:PutObject on resource: \"arn:aws:s3:::locked/k\"",
            "a resource-based policy",
            policy(
                Kind.POLICY_RESOURCE,
                "{\"Sid\": \"Vpce\", \"Effect\": \"Deny\", \"Principal\": \"*\", \"Action\":"
                    + " \"s3:*\", \"Resource\": [\"arn:aws:s3:::locked\","
                    + " \"arn:aws:s3:::locked/*\"], \"Condition\": {\"StringNotEquals\":"
                    + " {\"aws:SourceVpce\": \"vpce-0aa\"}}}"));
    assertThat(finding.fixes().getFirst().title())
        .startsWith("call through the VPC endpoint `vpce-0aa`, which Sid `Vpce` lets through");
    assertThat(finding.fixes().getFirst().text())
        .isEqualTo("aws ec2 describe-vpc-endpoints --vpc-endpoint-ids vpce-0aa");
  }

  @Test
  void aCallThroughAnotherEndpointMayHaveTheNewOne() {
    Artifact event =
        new Artifact(
            "event.json",
            Kind.TRAIL,
            """
            {"eventSource": "s3.amazonaws.com", "eventName": "PutObject",
             "awsRegion": "eu-west-1", "eventTime": "2026-11-26T14:02:11Z",
             "errorCode": "AccessDenied", "vpcEndpointId": "vpce-0cc",
             "userIdentity": {"type": "AssumedRole", "principalId": "AROAEXAMPLE:job-7",
               "arn": "arn:aws:sts::111122223333:assumed-role/billing/job-7",
               "accountId": "111122223333"},
             "requestParameters": {"bucketName": "locked", "key": "k"}}
            """);
    Finding finding =
        finding(
            "s3.put_object(Bucket=\"locked\", Key=\"k\", Body=b\"x\")",
            "PutObject",
            "s3:PutObject on resource: \"arn:aws:s3:::locked/k\"",
            "a resource-based policy",
            event,
            policy(
                Kind.POLICY_RESOURCE,
                "{\"Sid\": \"Vpce\", \"Effect\": \"Deny\", \"Principal\": \"*\", \"Action\": \"s3:*\","
                    + " \"Resource\": \"arn:aws:s3:::locked/*\","
                    + " \"Condition\": {\"StringNotEquals\": {\"aws:SourceVpce\": \"vpce-0aa\"}}}"));
    assertThat(finding.fixes().getFirst().title())
        .startsWith("except `aws:SourceVpce` = `vpce-0cc`");
  }
}
