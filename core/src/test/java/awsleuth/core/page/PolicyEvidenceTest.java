package awsleuth.core.page;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.aws.AwsCatalog;
import awsleuth.core.Artifact;
import awsleuth.core.Diagnoser;
import awsleuth.core.Diagnosis.FailureDiagnosis;
import awsleuth.core.cause.Finding;
import awsleuth.core.cause.Fix;
import awsleuth.core.cause.Outcome;
import awsleuth.core.fact.Need;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What policies and an event beside a refusal make of its causes. */
class PolicyEvidenceTest {

  private static final Diagnoser DIAGNOSER = new Diagnoser(AwsCatalog.embedded());
  private static final String WHO = "User: arn:aws:sts::111122223333:assumed-role/etl/job-1 ";
  private static final String BARE =
      "An error occurred (AccessDenied) when calling the GetObject operation: Access Denied";
  private static final String IMPLICIT =
      "An error occurred (AccessDenied) when calling the GetObject operation: "
          + WHO
          + "is not authorized to perform: s3:GetObject on resource: \"arn:aws:s3:::raw/in/a.csv\""
          + " because no identity-based policy allows the s3:GetObject action";
  private static final String EVENT =
      """
      {"eventSource": "s3.amazonaws.com", "eventName": "GetObject", "awsRegion": "eu-west-1",
       "eventTime": "2026-11-18T09:00:01Z",
       "sourceIPAddress": "198.51.100.7",
       "errorCode": "AccessDenied", "errorMessage": "Access Denied",
       "userIdentity": {"type": "AssumedRole", "principalId": "AROAEXAMPLE:job-1",
         "arn": "arn:aws:sts::111122223333:assumed-role/etl/job-1", "accountId": "111122223333",
         "sessionContext": {"sessionIssuer": {"arn": "arn:aws:iam::111122223333:role/data/etl"}}},
       "requestParameters": {"bucketName": "raw", "key": "in/a.csv"},
       "resources": [{"type": "AWS::S3::Object", "ARN": "arn:aws:s3:::raw/in/a.csv"},
         {"type": "AWS::S3::Bucket", "ARN": "arn:aws:s3:::raw", "accountId": "111122223333"}]}
      """;

  private static Artifact traceback(String text) {
    return new Artifact("err.txt", Artifact.Kind.TRACEBACK, text);
  }

  private static Artifact event() {
    return new Artifact("event.json", Artifact.Kind.TRAIL, EVENT);
  }

  private static Artifact policy(String name, Artifact.Kind kind, String statements) {
    return new Artifact(
        name, kind, "{\"Version\": \"2012-10-17\", \"Statement\": [\n" + statements + "\n]}");
  }

  private static FailureDiagnosis diagnose(Artifact... artifacts) {
    return DIAGNOSER.diagnose(List.of(artifacts)).failures().getFirst();
  }

  private static Outcome outcome(FailureDiagnosis failure, String id) {
    return failure.verdicts().stream()
        .filter(v -> v.id().equals(id))
        .findFirst()
        .orElseThrow()
        .outcome();
  }

  private static Finding confirmed(FailureDiagnosis failure, String id) {
    Outcome outcome = outcome(failure, id);
    assertThat(outcome).isInstanceOf(Outcome.Confirmed.class);
    return ((Outcome.Confirmed) outcome).finding();
  }

  private static List<String> because(Finding finding) {
    return finding.because().stream().map(c -> c.text() + " (" + c.source() + ")").toList();
  }

  @Test
  void aDenyOfAllButSomeSaysWhomItLeavesOut() {
    Finding finding =
        confirmed(
            diagnose(
                traceback(
                    IMPLICIT.replaceAll(
                        "because no .*", "with an explicit deny in a resource-based policy")),
                policy(
                    "bucket-policy.json",
                    Artifact.Kind.POLICY_RESOURCE,
                    """
                    {"Sid": "OnlyNew", "Effect": "Deny", "Action": "s3:*",
                     "NotPrincipal": {"AWS": "arn:aws:iam::111122223333:role/etl-v2"},
                     "Resource": "arn:aws:s3:::raw/*"}\
                    """)),
            "permissions/explicit-deny-resource");
    assertThat(because(finding))
        .contains(
            "Sid `OnlyNew` denies action and resource to all but"
                + " `arn:aws:iam::111122223333:role/etl-v2`, whom its NotPrincipal names, without"
                + " a condition (bucket-policy.json:2)");
  }

  @Test
  void allUnmetConditionsAreNamedAndMendedTogether() {
    Finding finding =
        confirmed(
            diagnose(
                traceback(IMPLICIT),
                event(),
                policy(
                    "role.json",
                    Artifact.Kind.POLICY_IDENTITY,
                    """
                    {"Sid": "Read", "Effect": "Allow", "Action": "s3:GetObject",
                     "Resource": "arn:aws:s3:::raw/*", "Condition": {
                       "IpAddress": {"aws:SourceIp": "203.0.113.0/24"},
                       "StringEquals": {"aws:RequestedRegion": "eu-central-1"}}}\
                    """)),
            "permissions/condition-not-met");
    assertThat(finding.summary())
        .isEqualTo("conditions on `aws:SourceIp` and `aws:RequestedRegion` are not met");
    assertThat(because(finding))
        .containsExactly(
            "Sid `Read` turns on IpAddress `aws:SourceIp` `203.0.113.0/24` (role.json:4)",
            "the event's `sourceIPAddress` is `198.51.100.7` (event.json:3)",
            "Sid `Read` turns on StringEquals `aws:RequestedRegion` `eu-central-1` (role.json:5)",
            "the event's `awsRegion` is `eu-west-1` (event.json:1)");
    assertThat(finding.fixes().getFirst().text())
        .contains("{\"aws:SourceIp\": [\"203.0.113.0/24\", \"198.51.100.7\"]}")
        .contains("{\"aws:RequestedRegion\": [\"eu-central-1\", \"eu-west-1\"]}");
  }

  @Test
  void aResourceThatIsNotCoveredIsProvenWhereBothPoliciesAreGiven() {
    Artifact role =
        policy(
            "role.json",
            Artifact.Kind.POLICY_IDENTITY,
            """
            {"Sid": "Read", "Effect": "Allow", "Action": "s3:GetObject",
             "Resource": "arn:aws:s3:::raw"}\
            """);
    Artifact bucket =
        policy(
            "bucket.json",
            Artifact.Kind.POLICY_RESOURCE,
            """
            {"Sid": "Tls", "Effect": "Deny", "Principal": "*", "Action": "s3:*",
             "Resource": "arn:aws:s3:::raw/*", "Condition": {"Bool": {"aws:SecureTransport": "false"}}}\
            """);
    Finding finding =
        confirmed(
            diagnose(traceback(BARE), event(), role, bucket), "permissions/resource-not-covered");
    assertThat(because(finding)).anyMatch(b -> b.contains("`arn:aws:s3:::raw`, which differs"));
    assertThat(because(finding)).anyMatch(b -> b.endsWith("(role.json:3)"));
    assertThat(finding.fixes())
        .extracting(Fix::title)
        .contains("add the bucket's objects `arn:aws:s3:::raw/*` to `Read` (role.json:2)");
    Outcome alone =
        outcome(diagnose(traceback(BARE), event(), role), "permissions/resource-not-covered");
    assertThat(alone)
        .isInstanceOfSatisfying(
            Outcome.Possible.class,
            p ->
                assertThat(p.missing())
                    .extracting(Need::what)
                    .containsExactly("the resource's policy"));
  }

  @Test
  void aKeyIsNamedOnlyForServicesWhoseCallsNeedOne() {
    String refused =
        "botocore.exceptions.ClientError: An error occurred (%s) when calling the Publish"
            + " operation: denied\n";
    String client = "  boto3.client(\"%s\").publish(Message=\"m\")\n";
    FailureDiagnosis things =
        diagnose(
            traceback(
                "Traceback (most recent call last):\n  File \"a.py\", line 3, in <module>\n"
                    + client.formatted("iot-data")
                    + refused.formatted("ForbiddenException")));
    assertThat(outcome(things, "permissions/kms-key")).isInstanceOf(Outcome.RuledOut.class);
    Outcome topic =
        outcome(
            diagnose(
                traceback(
                    "Traceback (most recent call last):\n  File \"a.py\", line 3, in <module>\n"
                        + client.formatted("sns")
                        + refused.formatted("AuthorizationError"))),
            "permissions/kms-key");
    assertThat(topic)
        .isInstanceOfSatisfying(
            Outcome.Possible.class,
            p ->
                assertThat(p.finding().summary())
                    .isEqualTo("the caller may lack the use of the topic's KMS key"));
  }

  @Test
  void theTrailTellsWhoLastChangedThePolicyOfTheCaller() {
    String change =
        """
        {"eventSource": "iam.amazonaws.com", "eventName": "%s", "eventTime": "%s",
         "recipientAccountId": "%s", "userIdentity": {"type": "IAMUser",
           "arn": "arn:aws:iam::111122223333:user/%s"},
         "requestParameters": {"roleName": "%s", "policyName": "read"}}
        """;
    String own = "111122223333";
    Artifact trail =
        new Artifact(
            "trail.json",
            Artifact.Kind.TRAIL,
            String.join(
                "\n",
                change.formatted("PutRolePolicy", "2026-11-17T08:00:00Z", own, "al", "etl"),
                change.formatted("PutRolePolicy", "2026-11-17T15:00:00Z", own, "bo", "etl"),
                change.formatted("PutRolePolicy", "2026-11-17T16:00:00Z", own, "cy", "other"),
                change.formatted(
                    "PutRolePolicy", "2026-11-17T17:00:00Z", "9".repeat(12), "di", "etl"),
                change.formatted("GetRolePolicy", "2026-11-17T18:00:00Z", own, "ed", "etl"),
                change.formatted("PutRolePolicy", "2026-11-18T10:00:00Z", own, "fy", "etl"),
                EVENT));
    Finding finding =
        confirmed(diagnose(traceback(IMPLICIT), trail), "permissions/no-identity-allow");
    assertThat(because(finding))
        .filteredOn(b -> b.contains(" changed "))
        .containsExactly(
            "`PutRolePolicy` of 2026-11-17T15:00:00Z by `arn:aws:iam::111122223333:user/bo` changed"
                + " `read` of `etl` (trail.json:6)");
  }

  @Test
  void theKeyPolicyOfAnotherAccountComesBeforeTheCallersOwn() {
    String refused =
        "An error occurred (AccessDenied) when calling the GetObject operation: "
            + WHO
            + "is not authorized to perform: kms:Decrypt on resource:"
            + " arn:aws:kms:eu-west-1:%s:key/1234abcd-12ab-34cd-56ef-1234567890ab because no"
            + " resource-based policy allows the kms:Decrypt action";
    List<Fix> foreign =
        confirmed(diagnose(traceback(refused.formatted("444455556666"))), "permissions/kms-key")
            .fixes();
    assertThat(foreign).hasSize(2);
    assertThat(foreign.getFirst().title())
        .startsWith("have account 444455556666 add this to its key's policy");
    assertThat(foreign.getFirst().text())
        .contains("\"Principal\": {\"AWS\": \"arn:aws:iam::111122223333:role/etl\"}")
        .contains("\"Action\": \"kms:Decrypt\"")
        .contains("\"Resource\": \"*\"");
    assertThat(foreign.getLast().title()).startsWith("both accounts must allow it: ");
    assertThat(foreign).noneMatch(f -> f.text().contains("GenerateDataKey"));
    List<Fix> own =
        confirmed(diagnose(traceback(refused.formatted("111122223333"))), "permissions/kms-key")
            .fixes();
    assertThat(own).singleElement().extracting(Fix::text).asString().contains("\"Principal\"");
  }

  @Test
  void whatAPolicyThatIsNoJsonSaysIsNotKnown() {
    String commented =
        "{\"Version\": \"2012-10-17\", // the role's\n\"Statement\": [{\"Effect\": \"Allow\","
            + " \"Action\": \"s3:GetObject\", \"Resource\": \"arn:aws:s3:::raw\"}]}";
    for (String name : List.of("role.json", "role-cut.json")) {
      String text =
          name.equals("role.json") ? commented : commented.substring(0, commented.length() - 2);
      Outcome outcome =
          outcome(
              diagnose(traceback(IMPLICIT), new Artifact(name, Artifact.Kind.ANY, text)),
              "permissions/no-identity-allow");
      assertThat(outcome).isInstanceOf(Outcome.Possible.class);
      Outcome.Possible possible = (Outcome.Possible) outcome;
      assertThat(possible.finding().summary())
          .isEqualTo("no identity-based policy allows `s3:GetObject`");
      assertThat(because(possible.finding()))
          .contains(
              "`"
                  + name
                  + "` is no valid JSON, so what it allows is not known: a comment; JSON has none ("
                  + name
                  + ":1)");
      assertThat(possible.missing().getFirst().how()).isEqualTo("awsleuth policy check " + name);
    }
  }

  @Test
  void anAllowWithinTheAccountRulesOutThatTheResourcesPolicyLacksOne() {
    FailureDiagnosis failure =
        diagnose(
            traceback(BARE),
            event(),
            policy(
                "role.json",
                Artifact.Kind.POLICY_IDENTITY,
                "{\"Effect\": \"Allow\", \"Action\": \"s3:*\", \"Resource\": \"*\"}"));
    assertThat(outcome(failure, "permissions/no-resource-allow"))
        .isEqualTo(
            Outcome.ruledOut(
                "an identity-based policy allows it within the account, which suffices",
                new awsleuth.core.evidence.Source("role.json", 2)));
  }

  @Test
  void nothingThatWasGivenIsAskedFor() {
    FailureDiagnosis failure =
        diagnose(
            traceback(BARE),
            event(),
            policy(
                "role.json",
                Artifact.Kind.POLICY_IDENTITY,
                "{\"Effect\": \"Allow\", \"Action\": \"s3:*\", \"Resource\": \"*\"}"),
            policy(
                "boundary.json",
                Artifact.Kind.POLICY_BOUNDARY,
                "{\"Effect\": \"Allow\", \"Action\": \"s3:*\", \"Resource\": \"*\"}"));
    List<String> asked = new ArrayList<>();
    failure
        .verdicts()
        .forEach(v -> {
          if (v.outcome() instanceof Outcome.Possible p) {
            p.missing().forEach(n -> asked.add(n.what()));
          }
        });
    assertThat(asked)
        .isNotEmpty()
        .noneMatch(what -> what.startsWith("the identity-based policies"))
        .noneMatch(what -> what.contains("event of the call"))
        .noneMatch(what -> what.contains("permissions boundary"));
  }

  @Test
  void theNearestStatementOfALayerIsNamedWithItsLine() {
    Finding finding =
        confirmed(
            diagnose(
                traceback(
                    "An error occurred (AccessDenied) when calling the SendMessage operation: "
                        + WHO
                        + "is not authorized to perform: sqs:SendMessage on resource:"
                        + " arn:aws:sqs:eu-west-1:111122223333:orders because no permissions"
                        + " boundary allows the sqs:SendMessage action"),
                policy(
                    "boundary.json",
                    Artifact.Kind.POLICY_BOUNDARY,
                    """
                    {"Sid": "Data", "Effect": "Allow", "Action": "s3:*", "Resource": "*"},
                    {"Sid": "Queues", "Effect": "Allow",
                     "Action": ["sqs:ReceiveMessage"], "Resource": "*"}\
                    """)),
            "permissions/boundary");
    assertThat(because(finding))
        .contains(
            "Sid `Queues` covers `sqs:ReceiveMessage`, not `sqs:SendMessage` (boundary.json:4)");
  }

  @Test
  void whatTheCallItselfCanMeetIsProposedFirst() {
    Finding finding =
        confirmed(
            diagnose(
                traceback(
                    "An error occurred (AccessDenied) when calling the PutObject operation: "
                        + WHO
                        + "is not authorized to perform: s3:PutObject on resource:"
                        + " \"arn:aws:s3:::raw/in/a.csv\" with an explicit deny in a service"
                        + " control policy"),
                new Artifact(
                    "event.json", Artifact.Kind.TRAIL, EVENT.replace("GetObject", "PutObject")),
                policy(
                    "role.json",
                    Artifact.Kind.POLICY_IDENTITY,
                    "{\"Effect\": \"Allow\", \"Action\": \"s3:*\", \"Resource\": \"*\"}"),
                policy(
                    "scp.json",
                    Artifact.Kind.POLICY_SCP,
                    """
                    {"Effect": "Allow", "Action": "*", "Resource": "*"},
                    {"Effect": "Deny", "Action": "s3:PutObject", "Resource": "*", "Condition":
                      {"StringNotEquals": {"s3:x-amz-server-side-encryption": "aws:kms"}}}\
                    """)),
            "permissions/scp");
    assertThat(finding.fixes().getFirst().text()).isEqualTo("ServerSideEncryption=\"aws:kms\"");
  }

  @Test
  void aRoleThatWantsAnExternalIdIsAssumedWithItAgain() {
    Finding finding =
        confirmed(
            diagnose(
                traceback(
                    "An error occurred (AccessDenied) when calling the AssumeRole operation: "
                        + WHO
                        + "is not authorized to perform: sts:AssumeRole on resource:"
                        + " arn:aws:iam::444455556666:role/Vendor"),
                new Artifact(
                    "config",
                    Artifact.Kind.CONFIG,
                    """
                    [profile v]
                    role_arn = arn:aws:iam::444455556666:role/Vendor
                    source_profile = d
                    external_id = old
                    """),
                policy(
                    "trust.json",
                    Artifact.Kind.POLICY_TRUST,
                    """
                    {"Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::111122223333:role/etl"},
                     "Action": "sts:AssumeRole",
                     "Condition": {"StringEquals": {"sts:ExternalId": "new id"}}}\
                    """)),
            "permissions/trust-policy");
    assertThat(finding.verification().command()).endsWith(" --external-id 'new id'");
  }
}
