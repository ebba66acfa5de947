package awsleuth.app.trail;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.app.Command;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code trail request} has to read an archive once more for. */
final class RequestPoliciesTest {

  private static final String ARN = "arn:aws:iam::111122223333:policy/data";
  private static final String DENYING =
      "{\\\"Version\\\":\\\"2012-10-17\\\",\\\"Statement\\\":[{\\\"Sid\\\":\\\"OnlyOffice\\\","
          + "\\\"Effect\\\":\\\"Deny\\\",\\\"Action\\\":\\\"s3:*\\\",\\\"Resource\\\":\\\"*\\\","
          + "\\\"Condition\\\":{\\\"NotIpAddress\\\":{\\\"aws:SourceIp\\\":\\\"198.51.100.0/24\\\"}}}]}";

  @TempDir Path folder;

  private static String change(String hour, String name, String parameters) {
    return """
    {"eventVersion":"1.11","userIdentity":{"type":"AssumedRole","arn":\
    "arn:aws:sts::111122223333:assumed-role/platform/ci"},"eventTime":"2026-11-18T%s:00:00Z",\
    "eventSource":"iam.amazonaws.com","eventName":"%s","awsRegion":"us-east-1",\
    "requestParameters":%s,"recipientAccountId":"111122223333","eventID":"%s"},
    """
        .formatted(hour, name, parameters, name + hour);
  }

  private String asked(String attached) throws IOException {
    String refused =
        """
        {"eventVersion":"1.11","userIdentity":{"type":"AssumedRole","accountId":"111122223333",\
        "arn":"arn:aws:sts::111122223333:assumed-role/billing/job"},\
        "eventTime":"2026-11-18T15:00:00Z","eventSource":"s3.amazonaws.com",\
        "eventName":"GetObject","awsRegion":"eu-west-1","sourceIPAddress":"203.0.113.7",\
        "errorCode":"AccessDenied","errorMessage":"Access Denied",\
        "requestParameters":{"bucketName":"invoices","key":"1"},"requestID":"REQ-7",\
        "recipientAccountId":"111122223333","eventID":"event-7"}
        """;
    String written =
        "{\"policyArn\":\"%s\",\"setAsDefault\":true,\"policyDocument\":\"%s\"}"
            .formatted(ARN, DENYING);
    String named = "{\"roleName\":\"billing\",\"policyArn\":\"%s\"}".formatted(attached);
    Path archive =
        Files.writeString(
            folder.resolve("a.json"),
            "{\"Records\":["
                + change("12", "CreatePolicyVersion", written)
                + change("13", "AttachRolePolicy", named)
                + refused
                + "]}");
    return Command.run("trail", "request", "REQ-7", archive.toString()).out();
  }

  /** The first reading has the call, the second what is attached, the third what that says. */
  @Test
  void a_managed_policy_that_was_attached_is_read_too() throws IOException {
    assertThat(asked(ARN))
        .contains("confirmed  a condition on `aws:SourceIp` makes the deny apply")
        .contains("`OnlyOffice`");
  }

  @Test
  void a_managed_policy_of_which_no_change_attaches_it_is_none() throws IOException {
    assertThat(asked(ARN + "-2")).doesNotContain("OnlyOffice").doesNotContain("confirmed");
  }
}
