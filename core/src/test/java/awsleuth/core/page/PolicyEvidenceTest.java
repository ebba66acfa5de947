package awsleuth.core.page;

import static awsleuth.core.page.RefusedJob.BARE;
import static awsleuth.core.page.RefusedJob.EVENT;
import static awsleuth.core.page.RefusedJob.WHO;
import static awsleuth.core.page.RefusedJob.because;
import static awsleuth.core.page.RefusedJob.confirmed;
import static awsleuth.core.page.RefusedJob.diagnose;
import static awsleuth.core.page.RefusedJob.event;
import static awsleuth.core.page.RefusedJob.outcome;
import static awsleuth.core.page.RefusedJob.policy;
import static awsleuth.core.page.RefusedJob.traceback;
import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.core.Artifact;
import awsleuth.core.Diagnosis.FailureDiagnosis;
import awsleuth.core.cause.Finding;
import awsleuth.core.cause.Fix;
import awsleuth.core.cause.Outcome;
import awsleuth.core.fact.Need;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What policies and an event beside a refusal make of its causes. */
class PolicyEvidenceTest {

  private static final String IMPLICIT =
      "An error occurred (AccessDenied) when calling the GetObject operation: "
          + WHO
          + "is not authorized to perform: s3:GetObject on resource: \"arn:aws:s3:::raw/in/a.csv\""
          + " because no identity-based policy allows the s3:GetObject action";

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
            "AWS says: not authorized to perform `s3:GetObject` on `arn:aws:s3:::raw/in/a.csv`,"
                + " no allow in an identity-based policy (err.txt:1)",
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
}
