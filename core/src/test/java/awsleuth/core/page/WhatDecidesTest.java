package awsleuth.core.page;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.aws.AwsCatalog;
import awsleuth.core.Artifact;
import awsleuth.core.Artifact.Kind;
import awsleuth.core.Diagnoser;
import awsleuth.core.Diagnosis.FailureDiagnosis;
import awsleuth.core.Diagnosis.Verdict;
import awsleuth.core.cause.Finding;
import awsleuth.core.cause.Fix;
import awsleuth.core.cause.Outcome;
import awsleuth.core.fact.Citation;
import awsleuth.core.fact.Need;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Where the policies given decide, what decides comes first. */
class WhatDecidesTest {

  private static final Diagnoser DIAGNOSER = new Diagnoser(AwsCatalog.embedded());
  private static final String BARE =
      "An error occurred (AccessDenied) when calling the GetObject operation: Access Denied";
  private static final String ASSUMING =
      "An error occurred (AccessDenied) when calling the AssumeRole operation: User:"
          + " arn:aws-cn:sts::111122223333:assumed-role/ci/c is not authorized to perform:"
          + " sts:AssumeRole on resource: arn:aws-cn:iam::111122223333:role/deployer";
  private static final Artifact EVENT =
      new Artifact(
          "event.json",
          Kind.TRAIL,
          """
          {"eventSource": "s3.amazonaws.com", "eventName": "GetObject", "awsRegion": "eu-west-1",
           "eventTime": "2026-11-18T09:00:01Z", "sourceIPAddress": "198.51.100.7",
           "errorCode": "AccessDenied", "errorMessage": "Access Denied",
           "userIdentity": {"type": "AssumedRole", "principalId": "AROAEXAMPLE:job-1",
             "arn": "arn:aws:sts::111122223333:assumed-role/etl/job-1", "accountId": "111122223333",
             "sessionContext": {"sessionIssuer": {"arn": "arn:aws:iam::111122223333:role/etl"}}},
           "requestParameters": {"bucketName": "raw", "key": "k"},
           "resources": [{"type": "AWS::S3::Object", "ARN": "arn:aws:s3:::raw/k"},
             {"type": "AWS::S3::Bucket", "ARN": "arn:aws:s3:::raw", "accountId": "444455556666"}]}
          """);
  private static final Artifact READS =
      policy(Kind.POLICY_IDENTITY, "role.json", allow("", "s3:GetObject", "*", ""));

  private static Artifact policy(Kind kind, String name, String... statements) {
    return new Artifact(
        name,
        kind,
        "{\"Version\": \"2012-10-17\", \"Statement\": [" + String.join(",", statements) + "]}");
  }

  private static String allow(String sid, String actions, String resource, String more) {
    return "{\"Sid\": \"%s\", \"Effect\": \"Allow\", \"Action\": \"%s\", \"Resource\": \"%s\"%s}"
        .formatted(sid, actions, resource, more);
  }

  private static FailureDiagnosis diagnose(String message, Artifact... beside) {
    List<Artifact> all = new ArrayList<>(List.of(beside));
    all.add(new Artifact("app.log", Kind.ANY, message));
    return DIAGNOSER.diagnose(all).failures().getFirst();
  }

  private static Finding confirmed(FailureDiagnosis failure, String id) {
    Verdict first = failure.verdicts().getFirst();
    assertThat(first.id()).isEqualTo(id);
    assertThat(first.outcome()).isInstanceOf(Outcome.Confirmed.class);
    return ((Outcome.Confirmed) first.outcome()).finding();
  }

  private static List<String> because(Finding finding) {
    return finding.because().stream().map(Citation::text).toList();
  }

  @Test
  void theBucketOfAnotherAccountHasToAllowToo() {
    Artifact other =
        policy(
            Kind.POLICY_RESOURCE,
            "bucket.json",
            allow(
                "Other",
                "s3:GetObject",
                "arn:aws:s3:::raw/*",
                ", \"Principal\": {\"AWS\": \"arn:aws:iam::777788889999:root\"}"));
    Finding finding =
        confirmed(diagnose(BARE, EVENT, READS, other), "permissions/no-resource-allow");
    assertThat(because(finding))
        .anyMatch(b -> b.startsWith("the resource is of account 444455556666, the caller of"));
  }

  @Test
  void aConditionOfAnotherAccountsBucketIsAskedFirst() {
    Artifact org =
        policy(
            Kind.POLICY_RESOURCE,
            "bucket.json",
            allow(
                "Org",
                "s3:GetObject",
                "arn:aws:s3:::raw/*",
                ", \"Principal\": \"*\", \"Condition\": {\"StringEquals\":"
                    + " {\"aws:PrincipalOrgID\": \"o-abcdefghij\"}}"));
    FailureDiagnosis failure = diagnose(BARE, EVENT, READS, org);
    Verdict first = failure.verdicts().getFirst();
    assertThat(first.id()).isEqualTo("permissions/condition-not-met");
    assertThat(first.outcome())
        .isInstanceOfSatisfying(
            Outcome.Possible.class,
            p -> {
              assertThat(because(p.finding())).anyMatch(b -> b.startsWith("Sid `Org` turns on"));
              assertThat(p.missing())
                  .extracting(Need::what)
                  .contains("what the call has for `aws:PrincipalOrgID`");
            });
    assertThat(failure.verdicts())
        .filteredOn(v -> v.id().equals("permissions/explicit-deny-resource"))
        .allMatch(v -> v.outcome() instanceof Outcome.RuledOut);
  }

  @Test
  void aRoleOfAnotherPartitionIsNobody() {
    Artifact trust =
        new Artifact(
            "trust.json",
            Kind.POLICY_TRUST,
            """
            {"Version": "2012-10-17", "Statement": {"Sid": "T", "Effect": "Allow",
             "Principal": {"AWS": "arn:aws:iam::111122223333:role/ci"}, "Action": "sts:AssumeRole"}}
            """);
    Artifact role = policy(Kind.POLICY_IDENTITY, "role.json", allow("", "sts:AssumeRole", "*", ""));
    Finding finding = confirmed(diagnose(ASSUMING, trust, role), "permissions/trust-policy");
    assertThat(because(finding))
        .anyMatch(b -> b.endsWith("of another partition than the caller's"));
  }

  @Test
  void aTrustPolicyForAssumingAloneLetsNoTagsBePassed() {
    String tagging =
        ASSUMING.replace("arn:aws-cn:", "arn:aws:").replace(": sts:AssumeRole", ": sts:TagSession");
    Artifact trust =
        new Artifact(
            "trust.json",
            Kind.POLICY_TRUST,
            """
            {"Version": "2012-10-17", "Statement": {"Sid": "T", "Effect": "Allow",
             "Principal": {"AWS": "arn:aws:iam::111122223333:role/ci"}, "Action": "sts:AssumeRole"}}
            """);
    Finding finding = confirmed(diagnose(tagging, trust), "permissions/trust-policy");
    assertThat(because(finding))
        .contains("Sid `T` names the caller, but for `sts:AssumeRole` alone");
    assertThat(finding.verification().command()).contains(" --tags ");
  }

  @Test
  void aKeyThatIsAllowedThroughAnotherServiceIsToldByIt() {
    String message =
        "An error occurred (AccessDeniedException) when calling the GetParameter operation: User:"
            + " arn:aws:sts::111122223333:assumed-role/etl/r1 is not authorized to perform:"
            + " kms:Decrypt on resource: arn:aws:kms:eu-west-1:111122223333:key/1111-2222 because"
            + " no identity-based policy allows the kms:Decrypt action";
    String via =
        ", \"Condition\": {\"StringEquals\": {\"kms:ViaService\":"
            + " \"s3.eu-west-1.amazonaws.com\"}}";
    Artifact role =
        policy(Kind.POLICY_IDENTITY, "role.json", allow("Via", "kms:Decrypt", "*", via));
    Finding finding = confirmed(diagnose(message, role), "permissions/kms-key");
    assertThat(because(finding)).anyMatch(b -> b.contains("Via") && b.contains("ViaService"));
    assertThat(finding.fixes().getFirst().text()).contains("ssm.eu-west-1.amazonaws.com");
  }

  @Test
  void anActionThatIsMissingBesideAnotherIsAddedToThePolicyWithAProof() {
    Artifact role = policy(Kind.POLICY_IDENTITY, "role.json", allow("P", "s3:PutObject", "*", ""));
    Finding finding =
        confirmed(
            diagnose(
                "An error occurred (AccessDenied) when calling the PutObject operation: User:"
                    + " arn:aws:sts::111122223333:assumed-role/etl/job-1 is not authorized to"
                    + " perform: s3:PutObjectTagging on resource: \"arn:aws:s3:::raw/k\" because no"
                    + " identity-based policy allows the s3:PutObjectTagging action",
                role),
            "permissions/wrong-action");
    assertThat(finding.fixes())
        .isNotEmpty()
        .allSatisfy(f -> {
          assertThat(f.text()).contains("+++ role.json");
          assertThat(((Fix.PolicyEdit) f).proof()).isPresent();
        });
  }

  @Test
  void aMisspeltActionIsNone() {
    Artifact role =
        policy(Kind.POLICY_IDENTITY, "role.json", allow("Typo", "s3:GetObjct", "*", ""));
    Finding finding =
        confirmed(
            diagnose(
                BARE.replace(
                    "Access Denied",
                    "User: arn:aws:sts::111122223333:assumed-role/etl/job-1 is not authorized to"
                        + " perform: s3:GetObject on resource: \"arn:aws:s3:::raw/k\" because no"
                        + " identity-based policy allows the s3:GetObject action"),
                role),
            "permissions/wrong-action");
    assertThat(because(finding)).contains("it allows `s3:GetObjct`, and there is no such action");
    assertThat(finding.fixes().getFirst().text())
        .contains("\n+      \"Resource\": \"arn:aws:s3:::raw/k\"\n");
    assertThat(finding.fixes().get(1).title())
        .startsWith(
            "add the action `s3:GetObject` in the place of `s3:GetObjct`, which AWS's data of ");
  }

  @Test
  void theUniqueIdOfAUserIsNotItsName() {
    Artifact user =
        policy(
            Kind.POLICY_IDENTITY,
            "user.json",
            allow("Home", "s3:GetObject", "arn:aws:s3:::home/${aws:userid}/*", ""));
    Finding finding =
        confirmed(
            diagnose(
                BARE.replace(
                    "Access Denied",
                    "User: arn:aws:iam::111122223333:user/eng/alice is not authorized to perform:"
                        + " s3:GetObject on resource: \"arn:aws:s3:::home/alice/x\" because no"
                        + " identity-based policy allows the s3:GetObject action"),
                user),
            "permissions/resource-not-covered");
    assertThat(because(finding)).anyMatch(b -> b.startsWith("Sid `Home` allows it on"));
    assertThat(finding.fixes().getFirst().text())
        .isEqualTo("\"Resource\": \"arn:aws:s3:::home/${aws:username}/*\"");
  }
}
