package awsleuth.core.page;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.aws.AwsCatalog;
import awsleuth.core.Artifact;
import awsleuth.core.Diagnoser;
import awsleuth.core.Diagnosis.Verdict;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A 403 to HeadObject has no text: what the policies given make of it. */
class HeadAnswerTest {

  private static final String ERROR =
      """
      Traceback (most recent call last):
        File "app.py", line 3, in <module>
          s3.head_object(Bucket="photos", Key="m/1.tif")
      botocore.exceptions.ClientError: An error occurred (403) when calling the HeadObject \
      operation: Forbidden
      """;

  private static final String EVENT =
      """
      {"eventSource": "s3.amazonaws.com", "eventName": "HeadObject", "awsRegion": "eu-west-1",
       "eventTime": "2026-11-18T09:00:01Z", "errorCode": "AccessDenied",
       "errorMessage": "Access Denied", "sourceIPAddress": "198.51.100.7",
       "userIdentity": {"type": "IAMUser", "arn": "arn:aws:iam::111122223333:user/thumbs",
         "accountId": "111122223333", "userName": "thumbs"},
       "requestParameters": {"bucketName": "photos", "key": "m/1.tif"}}
      """;

  private static final String READ =
      """
      {"Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::photos/*"}\
      """;

  private static final String LIST =
      """
      {"Effect": "Allow", "Action": "s3:ListBucket", "Resource": "arn:aws:s3:::photos"}\
      """;

  private static Artifact policy(String name, Artifact.Kind kind, String... statements) {
    return new Artifact(
        name,
        kind,
        "{\"Version\": \"2012-10-17\", \"Statement\": [" + String.join(", ", statements) + "]}");
  }

  private static Verdict first(Artifact... policies) {
    List<Artifact> all = new ArrayList<>(List.of(policies));
    all.add(new Artifact("err.txt", Artifact.Kind.TRACEBACK, ERROR));
    all.add(new Artifact("event.json", Artifact.Kind.TRAIL, EVENT));
    return new Diagnoser(AwsCatalog.embedded())
        .diagnose(all)
        .failures()
        .getFirst()
        .verdicts()
        .getFirst();
  }

  @Test
  void withoutPoliciesItIsMissingOrDenied() {
    assertThat(first().toString())
        .contains("permissions/s3-head-forbidden", "s3:GetObject", "s3:ListBucket");
  }

  @Test
  void whereReadingIsAllowedAndTheListIsNotOnlyTheListIsProposed() {
    Verdict found = first(policy("thumbs.json", Artifact.Kind.POLICY_IDENTITY, READ));
    assertThat(found.id()).isEqualTo("permissions/s3-head-forbidden");
    assertThat(found.toString()).contains("s3:ListBucket").doesNotContain("\"s3:GetObject\"");
  }

  @Test
  void whereReadingIsNotAllowedThatIsTheCause() {
    Verdict found = first(policy("thumbs.json", Artifact.Kind.POLICY_IDENTITY, LIST));
    assertThat(found.id()).isEqualTo("permissions/no-identity-allow");
    assertThat(found.toString()).contains("s3:GetObject");
  }

  @Test
  void whereBothAreAllowedNeitherIsProposed() {
    Verdict found = first(policy("thumbs.json", Artifact.Kind.POLICY_IDENTITY, READ, LIST));
    assertThat(found.id()).isNotEqualTo("permissions/s3-head-forbidden");
    assertThat(found.toString()).doesNotContain("\"s3:ListBucket\"");
  }

  @Test
  void aDenyThatAppliesIsTheCause() {
    Verdict found =
        first(
            policy("thumbs.json", Artifact.Kind.POLICY_IDENTITY, READ, LIST),
            policy(
                "bucket.json",
                Artifact.Kind.POLICY_RESOURCE,
                """
                {"Sid": "OnlyVpce", "Effect": "Deny", "Principal": "*", "Action": "s3:*",
                 "Resource": ["arn:aws:s3:::photos", "arn:aws:s3:::photos/*"],
                 "Condition": {"StringNotEquals": {"aws:SourceVpce": "vpce-0feedbeef12345678"}}}\
                """));
    assertThat(found.id()).isEqualTo("permissions/condition-not-met");
    assertThat(found.toString()).contains("OnlyVpce", "aws:SourceVpce");
  }
}
