package awsleuth.trail.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tags on which a policy of the caller depends, and buckets that are public no more. */
final class TagsTest {

  private static final String INSTANCE =
      "{\"instancesSet\":{\"items\":[{\"instanceId\":\"i-0a1b\"}]}}";
  private static final String REFUSED =
      "User: arn:aws:iam::111122223333:user/ci is not authorized to perform: ec2:StopInstances on"
          + " resource: arn:aws:ec2:eu-west-1:111122223333:instance/i-0a1b because no"
          + " identity-based policy allows the ec2:StopInstances action";
  private static final String POLICY =
      "{\\\"Statement\\\":{\\\"Effect\\\":\\\"Allow\\\",\\\"Action\\\":\\\"ec2:*\\\",\\\"Resource\\\":\\\"*\\\","
          + "\\\"Condition\\\":{\\\"StringEquals\\\":{\\\"aws:ResourceTag/Team\\\":\\\"a\\\"}}}}";

  @TempDir Path folder;

  @Test
  void the_tag_that_the_callers_policy_wants_may_be_why() throws IOException {
    assertThat(untagged("\"Team\""))
        .singleElement()
        .satisfies(s -> assertThat(s.certainty()).isEqualTo(Certainty.POSSIBLE))
        .satisfies(s -> assertThat(s.why().getFirst()).contains("`owner, Team`"));
    assertThat(untagged("\"TEAM\"")).as("in no letter case").hasSize(1);
    assertThat(untagged("\"cost\"")).isEmpty();
    assertThat(untagged("\"Tea\"")).as("the beginning of another").isEmpty();
    assertThat(untagged("\"a\"")).as("a value").isEmpty();
  }

  @Test
  void one_that_was_deleted_by_the_value_that_the_policy_wants_is() throws IOException {
    assertThat(untagged("\"Team\",\"value\":\"a\"", ""))
        .singleElement()
        .satisfies(s -> assertThat(s.certainty()).isEqualTo(Certainty.CONFIRMED))
        .satisfies(s -> assertThat(s.why().toString()).contains("by the tag `Team` of `a`"));
    assertThat(untagged("\"Team\",\"value\":\"b\"", ""))
        .extracting(Suspect::certainty)
        .doesNotContain(Certainty.CONFIRMED);
  }

  @Test
  void a_tag_that_a_variable_or_another_services_key_names_counts() {
    TagKeys keys =
        TagKeys.ofPolicy(
            """
            {"Statement": {"Effect": "Allow", "Action": "*",
             "Resource": "arn:aws:s3:::${aws:PrincipalTag/home}/*",
             "Condition": {"StringEquals": {"ec2:ResourceTag/Team": "${aws:PrincipalTag/unit, 'x'}"}}}}
            """);
    assertThat(keys.has("PrincipalTag", List.of("home"))).isTrue();
    assertThat(keys.has("PrincipalTag", List.of("x", "UNIT"))).isTrue();
    assertThat(keys.has("PrincipalTag", List.of("hom", "x"))).isFalse();
    assertThat(keys.has("PrincipalTag", List.of())).as("tags that are not told").isTrue();
    assertThat(keys.has("ResourceTag", List.of("team"))).isTrue();
    assertThat(keys.has("RequestTag", List.of())).isFalse();
  }

  private List<Suspect> untagged(String tag) throws IOException {
    return untagged(tag, "{\"key\":\"owner\"},");
  }

  private List<Suspect> untagged(String tag, String others) throws IOException {
    List<String> records = new ArrayList<>();
    for (int minute = 0; minute < 60; minute++) {
      String code = minute < 31 ? "" : "Client.UnauthorizedOperation";
      String time = "08:%02d:00".formatted(minute);
      records.add(ToldArchive.event(time, "ec2 StopInstances", code, REFUSED, INSTANCE));
    }
    String policy =
        "{\"userName\":\"ci\",\"policyName\":\"own\",\"policyDocument\":\"" + POLICY + "\"}";
    records.add(ToldArchive.event("07:30:30", "iam PutUserPolicy", "", "", policy));
    String tags =
        "{\"resourcesSet\":{\"items\":[{\"resourceId\":\"i-0a1b\"}]},"
            + "\"tagSet\":{\"items\":["
            + others
            + "{\"key\":"
            + tag
            + "}]}}";
    records.add(ToldArchive.event("08:30:30", "ec2 DeleteTags", "", "", tags));
    return only(records).suspects();
  }

  @Test
  void the_tag_that_aws_speaks_of_may_be_why_without_a_policy() throws IOException {
    String refused = REFUSED + "; the condition key aws:ResourceTag/Team does not match";
    assertThat(tagged(refused, "Team"))
        .singleElement()
        .satisfies(s -> assertThat(s.certainty()).isEqualTo(Certainty.POSSIBLE))
        .satisfies(s -> assertThat(s.why().getFirst()).contains("of which AWS speaks"));
    assertThat(tagged(refused, "cost")).isEmpty();
    assertThat(tagged(refused, "Tea")).as("the beginning of another").isEmpty();
    assertThat(tagged(REFUSED, "Team")).isEmpty();
  }

  private List<Suspect> tagged(String refused, String tag) throws IOException {
    List<String> records = new ArrayList<>();
    for (int minute = 0; minute < 60; minute++) {
      String code = minute < 31 ? "" : "Client.UnauthorizedOperation";
      String time = "08:%02d:00".formatted(minute);
      records.add(ToldArchive.event(time, "ec2 StopInstances", code, refused, INSTANCE));
    }
    String tags =
        "{\"resourcesSet\":{\"items\":[{\"resourceId\":\"i-0a1b\"}]},"
            + "\"tagSet\":{\"items\":[{\"key\":\"%s\"}]}}".formatted(tag);
    records.add(ToldArchive.event("08:30:30", "ec2 CreateTags", "", "", tags));
    return only(records).suspects();
  }

  @Test
  void nobody_of_outside_gets_into_a_bucket_that_is_public_no_more() throws IOException {
    assertThat(blocked("true")).isEqualTo(Certainty.CONFIRMED);
    assertThat(blocked("false")).isEqualTo(Certainty.POSSIBLE);
  }

  private Certainty blocked(String lists) throws IOException {
    List<String> records = new ArrayList<>();
    for (int minute = 0; minute < 60; minute++) {
      String code = minute < 31 ? "" : "AccessDenied";
      String time = "08:%02d:00".formatted(minute);
      String read = "{\"bucketName\":\"acme\",\"key\":\"k\"}";
      records.add(
          ToldArchive.event(time, "s3 GetObject", code, "Access Denied", read)
              .replace(
                  "\"type\":\"IAMUser\",\"arn\":\"arn:aws:iam::111122223333:user/ci\"",
                  "\"type\":\"AWSAccount\",\"principalId\":\"\",\"accountId\":\"anonymous\""));
    }
    String block =
        "{\"bucketName\":\"acme\",\"PublicAccessBlockConfiguration\":"
            + "{\"RestrictPublicBuckets\":true,\"IgnorePublicAcls\":"
            + lists
            + "}}";
    records.add(ToldArchive.event("08:30:30", "s3 PutBucketPublicAccessBlock", "", "", block));
    return only(records).suspects().getFirst().certainty();
  }

  private Incident only(List<String> records) throws IOException {
    List<Incident> incidents = new ToldArchive(folder).incidents(records);
    assertThat(incidents).hasSize(1);
    return incidents.getFirst();
  }
}
