package awsleuth.core.page;

import static awsleuth.core.page.FolderFiles.confirmed;
import static awsleuth.core.page.FolderFiles.event;
import static awsleuth.core.page.FolderFiles.log;
import static awsleuth.core.page.FolderFiles.trail;
import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.core.Artifact;
import awsleuth.core.cause.Finding;
import awsleuth.core.cause.Fix;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a request got before the change that has it refused is told where the trail shows it. */
class BeforeChangeTest {

  private static final String ROLE = "arn:aws:sts::111122223333:assumed-role/app/x";

  private static final String KIM = "arn:aws:iam::111122223333:user/kim";

  private static final Artifact LOG =
      log(
          "AccessDenied",
          "GetObject",
          "User: %s is not authorized to perform: s3:GetObject on resource: arn:aws:s3:::in/r.csv because no identity-based policy allows the s3:GetObject action"
              .formatted(ROLE));

  private static String allow(String resource) {
    return "{\"Sid\": \"R\", \"Effect\": \"Allow\", \"Action\": \"s3:GetObject\", \"Resource\": \"arn:aws:s3:::%s\"}"
        .formatted(resource);
  }

  private static String put(String time, String resource) {
    String document = "{\"Version\": \"2012-10-17\", \"Statement\": [" + allow(resource) + "]}";
    return """
    {"eventVersion": "1.11", "eventTime": "%s", "eventSource": "iam.amazonaws.com",
     "eventName": "PutRolePolicy", "userIdentity": {"arn": "%s"}, "recipientAccountId": "111122223333",
     "requestParameters": {"roleName": "app", "policyName": "read", "policyDocument": "%s"}}
    """
        .formatted(time, KIM, document.replace("\"", "\\\""));
  }

  private static String call(String time, String code) {
    return event(time, "GetObject", ROLE, "in", code);
  }

  private static Finding found(String... events) {
    return confirmed(
        "permissions/resource-not-covered",
        LOG,
        FolderFiles.policy("read.json", allow("out/*")),
        trail(events));
  }

  private static List<String> because(Finding finding) {
    return finding.because().stream().skip(2).map(c -> c.text()).toList();
  }

  @Test
  void theVersionBeforeAndTheLastSuccessAreCitedAndTheVersionCanBePutBack() {
    Finding finding =
        found(
            put("2026-11-01T08:00:00Z", "in/*"),
            call("2026-11-20T09:40:00Z", ""),
            put("2026-11-20T09:50:00Z", "out/*"),
            call("2026-11-20T10:00:00Z", "AccessDenied"));
    assertThat(because(finding))
        .containsExactly(
            "`PutRolePolicy` of 2026-11-20T09:50:00Z by `" + KIM + "` changed `read` of `app`",
            "`PutRolePolicy` of 2026-11-01T08:00:00Z by `"
                + KIM
                + "` wrote the version before, which allows the same request by Sid `R`",
            "before that the same call succeeded, at 2026-11-20T09:40:00Z");
    Fix back = finding.fixes().getLast();
    assertThat(back.title())
        .isEqualTo(
            "put back the version of 2026-11-01T08:00:00Z, which allows it, if it was not meant"
                + " to be changed; ask `"
                + KIM
                + "`");
    assertThat(back.text())
        .startsWith(
            "aws iam put-role-policy --role-name app --policy-name read --policy-document '{")
        .contains("\"Resource\": \"arn:aws:s3:::in/*\"");
  }

  @Test
  void aVersionThatAllowedItNeitherIsNotPutBack() {
    assertThat(
            because(
                found(
                    put("2026-11-01T08:00:00Z", "old/*"),
                    put("2026-11-20T09:50:00Z", "out/*"),
                    call("2026-11-20T10:00:00Z", "AccessDenied"))))
        .containsExactly(
            "`PutRolePolicy` of 2026-11-20T09:50:00Z by `" + KIM + "` changed `read` of `app`");
  }

  @Test
  void aSuccessOfAnotherCallSaysNothing() {
    assertThat(
            because(
                found(
                    event("2026-11-20T09:40:00Z", "GetObject", ROLE, "out", ""),
                    put("2026-11-20T09:50:00Z", "out/*"),
                    call("2026-11-20T10:00:00Z", "AccessDenied"))))
        .hasSize(1);
  }

  @Test
  void aSuccessOnAnotherKeySaysNothingThoughTheEventsOfBothHideWhatTheyDecrypt() {
    Finding finding =
        confirmed(
            "permissions/no-resource-allow",
            trail(
                decrypt("07:00:00", "aaaa", ""),
                decrypt("07:10:00", "bbbb", "").replace("eu-west-1", "us-east-1"),
                putKey("07:30:00", "bbbb", "kms:Encrypt"),
                decrypt("08:00:00", "bbbb", "AccessDenied")));
    assertThat(FolderFiles.because(finding))
        .contains("`PutKeyPolicy` of 2026-11-18T07:30:00Z")
        .doesNotContain("the same call succeeded");
    assertThat(
            FolderFiles.because(
                confirmed(
                    "permissions/no-resource-allow",
                    trail(
                        decrypt("07:00:00", "bbbb", ""),
                        putKey("07:30:00", "bbbb", "kms:Encrypt"),
                        decrypt("08:00:00", "bbbb", "AccessDenied")))))
        .contains("before that the same call succeeded, at 2026-11-18T07:00:00Z");
  }

  @Test
  void aReplicaOfAKeyHasAPolicyOfItsOwn() {
    Artifact refused = trail(decrypt("08:00:00", "mrk-1", "AccessDenied"));
    String elsewhere = putKey("07:30:00", "mrk-1", "kms:*").replace("eu-west-1", "us-east-1");
    Artifact since =
        trail(
            putKey("06:00:00", "mrk-1", "kms:DescribeKey"),
            putKey("07:00:00", "mrk-1", "kms:Encrypt"),
            elsewhere);
    Finding finding = confirmed("permissions/no-resource-allow", refused, since);
    assertThat(FolderFiles.because(finding))
        .contains("for `kms:Encrypt` alone", "`PutKeyPolicy` of 2026-11-18T07:00:00Z")
        .doesNotContain("07:30:00Z", "the version before");
    Artifact before =
        trail(
            putKey("06:00:00", "arn:aws:kms:eu-west-1:111122223333:key/mrk-1", "kms:Decrypt"),
            elsewhere,
            putKey("07:40:00", "mrk-1", "kms:Encrypt"));
    finding = confirmed("permissions/no-resource-allow", refused, before);
    assertThat(FolderFiles.because(finding))
        .contains("`PutKeyPolicy` of 2026-11-18T06:00:00Z", "wrote the version before")
        .doesNotContain("07:30:00Z");
    assertThat(finding.fixes().getLast().text())
        .startsWith("aws kms put-key-policy --policy-name default --key-id ")
        .contains(" --region eu-west-1 --policy '{");
  }

  private static String decrypt(String time, String key, String code) {
    String message =
        code.isEmpty()
            ? ""
            : "User: %s is not authorized to perform: kms:Decrypt on resource: arn:aws:kms:eu-west-1:111122223333:key/%s because no resource-based policy allows the kms:Decrypt action"
                .formatted(KIM, key);
    return """
    {"eventVersion": "1.11", "eventTime": "2026-11-18T%s", "eventSource": "kms.amazonaws.com",
     "eventName": "Decrypt", "awsRegion": "eu-west-1", "errorCode": "%s", "errorMessage": "%s",
     "userIdentity": {"type": "IAMUser", "arn": "%s", "accountId": "111122223333"},
     "recipientAccountId": "111122223333", "requestParameters": {"encryptionAlgorithm": "SYMMETRIC_DEFAULT"},
     "resources": [{"ARN": "arn:aws:kms:eu-west-1:111122223333:key/%s", "accountId": "111122223333"}]}
    """
        .formatted(time + "Z", code, message, KIM, key);
  }

  private static String putKey(String time, String key, String action) {
    String document =
        "{\\\"Statement\\\": [{\\\"Effect\\\": \\\"Allow\\\", \\\"Principal\\\": {\\\"AWS\\\": \\\"%s\\\"}, \\\"Action\\\": \\\"%s\\\", \\\"Resource\\\": \\\"*\\\"}]}"
            .formatted(KIM, action);
    return """
    {"eventVersion": "1.11", "eventTime": "2026-11-18T%s", "eventSource": "kms.amazonaws.com",
     "eventName": "PutKeyPolicy", "awsRegion": "eu-west-1", "recipientAccountId": "111122223333",
     "userIdentity": {"type": "IAMUser", "arn": "arn:aws:iam::111122223333:user/ops"},
     "requestParameters": {"keyId": "%s", "policyName": "default", "policy": "%s"}}
    """
        .formatted(time + "Z", key, document);
  }
}
