package awsleuth.trail.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A user that is taken out of a group loses what the group's policies allow. */
final class MembershipTest {

  private static final String REFUSED =
      "User: arn:aws:iam::111122223333:user/ci is not authorized to perform: s3:ListBucket on"
          + " resource: arn:aws:s3:::b because no identity-based policy allows the s3:ListBucket"
          + " action";
  private static final String OPS = "{\"userName\":\"ci\",\"groupName\":\"ops\"}";

  /** An inline policy that has the group's name. */
  private static final String POLICY =
      "{\"userName\":\"ci\",\"policyName\":\"ops\",\"policyDocument\":\"{\\\"Statement\\\":{\\\"Effect\\\":"
          + "\\\"Allow\\\",\\\"Action\\\":\\\"sqs:*\\\",\\\"Resource\\\":\\\"*\\\"}}\"}";

  @TempDir Path folder;

  @Test
  void it_is_told_as_a_membership_and_not_as_a_policy() throws IOException {
    String policy = ToldArchive.event("06:50:00", "iam PutUserPolicy", "", "", POLICY);
    String removed = ToldArchive.event("07:50:00", "iam RemoveUserFromGroup", "", "", OPS);
    assertThat(suspects(policy, removed))
        .singleElement()
        .satisfies(s -> assertThat(s.certainty()).isEqualTo(Certainty.POSSIBLE))
        .satisfies(s -> assertThat(s.former()).as("the policy of that name").isEmpty())
        .satisfies(
            s -> assertThat(s.change().what()).isEqualTo("membership of user `ci` in group `ops`"))
        .satisfies(s -> assertThat(s.why().toString()).contains("is not in the group any more"))
        .satisfies(s -> assertThat(s.missing()).contains("--group-name ops"));
  }

  @Test
  void one_that_was_put_back_in_time_is_not_why() throws IOException {
    String removed = ToldArchive.event("07:50:00", "iam RemoveUserFromGroup", "", "", OPS);
    String policy = ToldArchive.event("07:51:00", "iam PutUserPolicy", "", "", POLICY);
    assertThat(suspects(removed, policy))
        .anyMatch(s -> s.change().event().name().equals("RemoveUserFromGroup"));
    String added = ToldArchive.event("07:51:00", "iam AddUserToGroup", "", "", OPS);
    assertThat(suspects(removed, added))
        .noneMatch(s -> s.change().event().name().equals("RemoveUserFromGroup"));
  }

  @Test
  void a_group_of_which_a_policy_allowed_the_call_comes_first() throws IOException {
    String removed = ToldArchive.event("07:50:00", "iam RemoveUserFromGroup", "", "", OPS);
    String other = removed.replace("ops", "wiki").replace("07:50:00", "07:51:00");
    String policy =
        ToldArchive.event("06:50:00", "iam PutGroupPolicy", "", "", POLICY.replace("sqs", "s3"))
            .replace("\"userName\":\"ci\"", "\"groupName\":\"ops\"");
    assertThat(suspects(policy, removed, other))
        .extracting(Suspect::certainty)
        .containsExactly(Certainty.CONFIRMED, Certainty.POSSIBLE);
    assertThat(suspects(policy, removed, other).getFirst().why().getFirst())
        .contains("before, ", "allows it in the identity-based policy `ops` of group `ops`");
  }

  @Test
  void a_success_that_may_be_of_another_call_is_told_as_such() {
    Sampled success = TouchesTest.sampled("kms Decrypt \"x\": \"y\"", "ci", 500, "");
    Optional<Sampled> last = Optional.of(success);
    assertThat(new Before(last, true, Optional.empty(), List.of()).words(800))
        .hasValueSatisfying(w -> assertThat(w).startsWith("before, the same call succeeded"));
    assertThat(new Before(last, false, Optional.empty(), List.of()).words(800))
        .hasValueSatisfying(
            w -> assertThat(w).startsWith("before, a call that may be the same succeeded"));
    assertThat(new Before(last, true, Optional.empty(), List.of()).words(300))
        .hasValueSatisfying(
            w -> assertThat(w).startsWith("until it held everywhere, the same call succeeded"));
    assertThat(new Before(last, true, Optional.empty(), List.of()).words(499 - Judge.HOLDS_WITHIN))
        .hasValueSatisfying(
            w -> assertThat(w).startsWith("long after it, the same call succeeded"));
  }

  /** The calls succeed until half past seven and are refused from eight on. */
  private List<Suspect> suspects(String... changes) throws IOException {
    List<String> records = new ArrayList<>(List.of(changes));
    for (int minute = 0; minute < 30; minute++) {
      records.add(lists("07:%02d:00".formatted(minute), ""));
      records.add(lists("08:%02d:00".formatted(minute), "AccessDenied"));
    }
    List<Incident> incidents = new ToldArchive(folder).incidents(records);
    assertThat(incidents).hasSize(1);
    return incidents.getFirst().suspects();
  }

  private static String lists(String time, String code) {
    return ToldArchive.event(time, "s3 ListObjects", code, REFUSED, "{\"bucketName\":\"b\"}");
  }
}
