package awsleuth.core.written;

import static awsleuth.core.written.AfterRefusal.ALLOW;
import static awsleuth.core.written.AfterRefusal.LATER;
import static awsleuth.core.written.AfterRefusal.finding;
import static awsleuth.core.written.AfterRefusal.first;
import static awsleuth.core.written.AfterRefusal.fix;
import static awsleuth.core.written.AfterRefusal.read;
import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.aws.AwsCatalog;
import awsleuth.core.Artifact;
import awsleuth.core.Diagnoser;
import awsleuth.core.cause.Finding;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What was undone after a call failed needs no fix. */
class UndoneSinceTest {

  private static final String WRITTEN = "2026-11-18T14:00:00Z";

  private static String bucket(String name, String time, String denied) {
    String policy =
        denied.isEmpty()
            ? ""
            : """
            , "bucketPolicy": {"Version": "2012-10-17", "Statement": [{"Sid": "Closed",
              "Effect": "Deny", "Principal": "*", "Action": "s3:*", "Resource": ["%s"]}]}
            """
                .formatted(denied);
    return """
    {"eventSource": "s3.amazonaws.com", "eventName": "%s", "eventTime": "%s",
     "recipientAccountId": "111122223333", "userIdentity": {"type": "IAMUser",
       "arn": "arn:aws:iam::111122223333:user/ops"},
     "requestParameters": {"bucketName": "invoices"%s}}
    """
        .formatted(name, time, policy);
  }

  private static Finding found(String... later) {
    List<String> events = new ArrayList<>(List.of(later));
    events.add(bucket("PutBucketPolicy", WRITTEN, "arn:aws:s3:::invoices/*"));
    events.add(read("2026-11-18T15:00:00Z", "AccessDenied", "1"));
    List<Artifact> all =
        List.of(
            new Artifact("role.json", Artifact.Kind.ANY, ALLOW),
            new Artifact("trail.json", Artifact.Kind.TRAIL, String.join("\n", events)));
    return new Diagnoser(AwsCatalog.embedded())
        .diagnose(all).failures().stream()
            .map(f -> finding(f.verdicts().getFirst().outcome()))
            .findFirst()
            .orElseThrow();
  }

  @Test
  void aPolicyThatWasTakenAwaySinceIsNotMended() {
    Finding found = found(bucket("DeleteBucketPolicy", LATER, ""));
    assertThat(found.because().toString())
        .contains("`DeleteBucketPolicy` of " + LATER)
        .contains("took the policy away since then");
    assertThat(found.fixes()).hasSize(1);
    assertThat(fix(found).title())
        .isEqualTo(
            "call again, without a change: `DeleteBucketPolicy` of "
                + LATER
                + " took away what refused it");
    assertThat(fix(found).text()).startsWith("aws s3api get-object");
  }

  @Test
  void theSameCallThatSucceededSinceIsCited() {
    Finding found =
        found(bucket("DeleteBucketPolicy", LATER, ""), read("2026-11-18T15:30:00Z", "", "1"));
    assertThat(found.because().toString())
        .contains("the same call succeeded at 2026-11-18T15:30:00Z");
    assertThat(fix(found).title()).startsWith("change nothing: `DeleteBucketPolicy`");
    assertThat(found(read("2026-11-18T15:30:00Z", "", "2")).because().toString())
        .as("another object")
        .doesNotContain("succeeded at");
    assertThat(
            found(
                    read("2026-11-18T15:30:00Z", "", "1"),
                    read("2026-11-18T15:40:00Z", "AccessDenied", "1"))
                .because()
                .toString())
        .as("it failed again")
        .doesNotContain("succeeded at");
  }

  /** The policies given have no condition on an address, an unknown policy may have one. */
  @Test
  void aCallFromElsewhereThatSucceededSinceSettlesNothingWhereNoPolicyIsKnown() {
    String office = "\"sourceIPAddress\": \"203.0.113.7\"";
    String refused = from("\"sourceIPAddress\": \"10.0.1.4\"", "15:00", "AccessDenied");
    for (String own : List.of("10.0.1.4\"", "10.0.1.4\", \"vpcEndpointId\": \"vpce-0c5f1a2b\"")) {
      String later = from("\"sourceIPAddress\": \"" + own, "15:30", "");
      assertThat(first(refused + later).because().toString().contains("the same call succeeded"))
          .as(own)
          .isEqualTo(own.equals("10.0.1.4\""));
    }
    assertThat(first(refused + from(office, "15:30", "")).because().toString())
        .contains("the call succeeded at 2026-11-18T15:30:00Z with another `sourceIPAddress`")
        .doesNotContain("the same call");
  }

  /** Where the policies are known, the keys that they look at tell which calls are the same. */
  @Test
  void aCallThatTheDenyingPolicyLeavesOutSettlesNothing() {
    String policy =
        """
        {"RoleName": "billing", "PolicyName": "read", "PolicyDocument": {"Statement": [
          {"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*",
           "Condition": {"IpAddress": {"aws:SourceIp": "203.0.113.0/24"}}}]}}
        """;
    String inside = "\"vpcEndpointId\": \"vpce-0c5f1a2b\", \"sourceIPAddress\": ";
    String refused = from(inside + "\"10.0.1.4\"", "15:00", "AccessDenied");
    String office = from("\"sourceIPAddress\": \"203.0.113.7\"", "15:30", "");
    assertThat(first(refused + office, policy).because().toString())
        .contains("with another `aws:SourceIp`")
        .doesNotContain("the same call");
    String again = from(inside + "\"10.0.9.9\"", "15:30", "");
    assertThat(first(refused + again, policy).because().toString())
        .as("another address within the VPC, on which nothing depends")
        .contains("the same call succeeded");
  }

  private static String from(String network, String time, String code) {
    String told =
        "User: arn:aws:sts::111122223333:assumed-role/billing/job is not authorized to perform:"
            + " s3:GetObject on resource: \\\"arn:aws:s3:::invoices/1\\\" because no"
            + " identity-based policy allows the s3:GetObject action";
    return read("2026-11-18T" + time + ":00Z", code, "1")
        .replace("\"userIdentity\"", network + ", \"userIdentity\"")
        .replace("\"Access Denied\"", "\"" + told + "\"");
  }

  @Test
  void aPolicyThatWasWrittenAnewIsMendedWhereItStillRefuses() {
    Finding other = found(bucket("PutBucketPolicy", LATER, "arn:aws:s3:::invoices/old/*"));
    assertThat(fix(other).title()).contains("`PutBucketPolicy` of " + LATER + " rewrote");
    Finding same = found(bucket("PutBucketPolicy", LATER, "arn:aws:s3:::invoices/1"));
    assertThat(same.fixes()).allSatisfy(f -> assertThat(f.title()).contains("Closed"));
    Finding back =
        found(
            bucket("DeleteBucketPolicy", LATER, ""),
            bucket("PutBucketPolicy", "2026-11-18T15:30:00Z", "arn:aws:s3:::invoices/*"));
    assertThat(back.fixes()).allSatisfy(f -> assertThat(f.title()).contains("Closed"));
  }

  @Test
  void nothingIsUndoneWhereTheBucketWasDeletedOrTheCallRefusedAgain() {
    String delete = bucket("DeleteBucketPolicy", LATER, "");
    for (List<String> later :
        List.of(
            List.of(bucket("DeleteBucket", LATER, "")),
            List.of(delete, bucket("DeleteBucket", "2026-11-18T15:25:00Z", "")),
            List.of(bucket("CreateBucket", LATER, "")),
            List.of(delete, read("2026-11-18T15:40:00Z", "AccessDenied", "1")),
            List.of(delete, inline("PutRolePolicy", "15:30", "Deny")))) {
      assertThat(found(later.toArray(String[]::new)).fixes())
          .as(later.toString())
          .noneMatch(f -> f.title().startsWith("call again"));
    }
    for (List<String> later :
        List.of(
            List.of(delete, inline("PutRolePolicy", "15:30", "Allow")),
            List.of(
                delete,
                inline("PutRolePolicy", "15:30", "Deny"),
                inline("DeleteRolePolicy", "15:35", "")))) {
      assertThat(fix(found(later.toArray(String[]::new))).title())
          .as(later.toString())
          .startsWith("call again, without a change: `DeleteBucketPolicy`");
    }
  }

  private static String inline(String name, String time, String effect) {
    String document =
        effect.isEmpty()
            ? ""
            : ", \"policyDocument\": {\"Statement\": {\"Effect\": \""
                + effect
                + "\", \"Action\": \"s3:*\", \"Resource\": \"*\"}}";
    return """
    {"eventSource": "iam.amazonaws.com", "eventName": "%s", "eventTime": "2026-11-18T%s:00Z",
     "recipientAccountId": "111122223333", "userIdentity": {"type": "IAMUser",
       "arn": "arn:aws:iam::111122223333:user/ops"},
     "requestParameters": {"roleName": "billing", "policyName": "later"%s}}
    """
        .formatted(name, time, document);
  }
}
