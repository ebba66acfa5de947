package awsleuth.trail.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Policies that cannot have decided the call, by what AWS says of it and by what they are of. */
class SaidTest {

  private static final String GET = "{\"bucketName\":\"b\",\"key\":\"k\"}";
  private static final String USER = "User: arn:aws:iam::111122223333:user/ci is not authorized to";
  private static final String BY_RESOURCE = " because no resource-based policy allows the action";
  private static final String OBJECT =
      USER + " perform: s3:GetObject on resource: arn:aws:s3:::b/k" + BY_RESOURCE;
  private static final String KEY =
      USER
          + " perform: kms:Decrypt on resource: arn:aws:kms:eu-west-1:111122223333:key/1234abcd"
          + BY_RESOURCE;

  @TempDir Path folder;

  private Incident only(String call, String refused, String parameters, String... changes)
      throws IOException {
    List<String> records = new ArrayList<>(List.of(changes));
    for (int minute = 0; minute < 60; minute++) {
      String code = minute < 31 ? "" : "AccessDenied";
      String time = "08:%02d:00".formatted(minute);
      records.add(ToldArchive.event(time, call, code, refused, parameters));
    }
    List<Incident> incidents = new ToldArchive(folder).incidents(records);
    assertThat(incidents).hasSize(1);
    return incidents.getFirst();
  }

  private static String policy(String effect, String action) {
    return ("{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"%s\",\"Principal\":\"*\","
            + "\"Action\":\"%s\",\"Resource\":\"*\"}]}")
        .formatted(effect, action);
  }

  private static String bucketPolicy(String bucket) {
    return ToldArchive.event(
        "08:30:30",
        "s3 PutBucketPolicy",
        "",
        "",
        "{\"bucketName\":\"%s\",\"bucketPolicy\":%s}"
            .formatted(bucket, policy("Allow", "s3:PutObject")));
  }

  private static String keyPolicy() {
    return ToldArchive.event(
        "08:30:30",
        "kms PutKeyPolicy",
        "",
        "",
        "{\"keyId\":\"1234abcd\",\"policy\":\"%s\"}"
            .formatted(policy("Allow", "kms:Encrypt").replace("\"", "\\\"")));
  }

  @Test
  void theBucketsPolicyIsNotThatOfTheKeyThatAwsNames() throws IOException {
    assertThat(only("s3 GetObject", KEY, GET, bucketPolicy("b")).suspects()).isEmpty();
    assertThat(only("s3 GetObject", OBJECT, GET, bucketPolicy("b")).suspects())
        .singleElement()
        .satisfies(s -> assertThat(s.certainty()).isEqualTo(Certainty.CONFIRMED));
  }

  @Test
  void theKeysPolicyIsNotThatOfTheBucketThatAwsNames() throws IOException {
    String object = OBJECT + " (encrypted with arn:aws:kms:eu-west-1:111122223333:key/1234abcd)";
    assertThat(only("s3 GetObject", object, GET, keyPolicy()).suspects()).isEmpty();
    assertThat(only("s3 GetObject", KEY, GET, keyPolicy()).suspects()).hasSize(1);
  }

  @Test
  void snsWritesItsPrefixInCapitals() throws IOException {
    String topic = "arn:aws:sns:eu-west-1:111122223333:events";
    String refused = USER + " perform: SNS:Publish on resource: " + topic + BY_RESOURCE;
    String policy =
        "{\"topicArn\":\"%s\",\"attributeName\":\"Policy\",\"attributeValue\":\"%s\"}"
            .formatted(topic, policy("Allow", "sns:Subscribe").replace("\"", "\\\""));
    String change = ToldArchive.event("08:30:30", "sns SetTopicAttributes", "", "", policy);
    String publish = "{\"topicArn\":\"" + topic + "\"}";
    assertThat(only("sns Publish", refused, publish, change).suspects())
        .singleElement()
        .satisfies(s -> assertThat(s.certainty()).isEqualTo(Certainty.CONFIRMED));
  }

  private static String trust(String role) {
    return ToldArchive.event(
        "08:30:30",
        "iam UpdateAssumeRolePolicy",
        "",
        "",
        "{\"roleName\":\"%s\",\"policyDocument\":\"%s\"}"
            .formatted(role, policy("Deny", "*").replace("\"", "\\\"")));
  }

  private static String inline(String of, String role) {
    return ToldArchive.event(
        "08:30:30",
        "iam Put" + of + "Policy",
        "",
        "",
        "{\"%sName\":\"%s\",\"policyName\":\"p\",\"policyDocument\":\"%s\"}"
            .formatted(
                of.equals("Role") ? "role" : "user",
                role,
                "{\"Statement\":{\"Effect\":\"Deny\",\"Action\":\"*\",\"Resource\":\"*\"}}"
                    .replace("\"", "\\\"")));
  }

  @Test
  void whoTakesARoleIsDecidedByItsTrustPolicyAndThoseOfTheCaller() throws IOException {
    String role = "arn:aws:iam::111122223333:role/target";
    String take = "{\"roleArn\":\"" + role + "\",\"roleSessionName\":\"s\"}";
    String refused = USER + " perform: sts:AssumeRole on resource: " + role;
    assertThat(only("sts AssumeRole", refused, take, trust("target")).suspects()).hasSize(1);
    assertThat(only("sts AssumeRole", refused, take, inline("User", "ci")).suspects()).hasSize(1);
    assertThat(only("sts AssumeRole", refused, take, inline("Role", "target")).suspects())
        .isEmpty();
  }

  @Test
  void aTrustPolicyDecidesNothingThatTheRoleCalls() throws IOException {
    String role = "{\"roleName\":\"target\"}";
    String refused =
        USER
            + " perform: iam:GetRole on resource: role target because no resource-based policy"
            + " allows the iam:GetRole action";
    assertThat(only("iam GetRole", refused, role, trust("target")).suspects()).isEmpty();
  }

  @Test
  void aServiceControlPolicyThatAllowsNoMoreIsWhy() throws IOException {
    String refused =
        USER + " perform: s3:ListAllMyBuckets because no service control policy allows the action";
    assertThat(
            only(
                    "s3 ListBuckets",
                    refused,
                    "{}",
                    scp("06:00:00", "UpdatePolicy", "*"),
                    attach(),
                    scp("08:30:30", "UpdatePolicy", "ec2:*"))
                .suspects())
        .first()
        .satisfies(s -> assertThat(s.certainty()).isEqualTo(Certainty.CONFIRMED))
        .satisfies(s -> assertThat(s.change().event().name()).isEqualTo("UpdatePolicy"));
  }

  private static String scp(String time, String name, String action) {
    String text =
        "{\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"%s\",\"Resource\":\"*\"}}"
            .formatted(action)
            .replace("\"", "\\\"");
    return ToldArchive.event(
        time,
        "organizations " + name,
        "",
        "",
        "{\"policyId\":\"p-abcd1234\",\"type\":\"SERVICE_CONTROL_POLICY\",\"content\":\"%s\"}"
            .formatted(text));
  }

  private static String attach() {
    return ToldArchive.event(
        "06:10:00",
        "organizations AttachPolicy",
        "",
        "",
        "{\"policyId\":\"p-abcd1234\",\"targetId\":\"111122223333\"}");
  }
}
