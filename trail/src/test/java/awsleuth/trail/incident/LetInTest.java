package awsleuth.trail.incident;

import static awsleuth.trail.make.Story.policy;
import static awsleuth.trail.make.Story.when;
import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.trail.make.Story;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A bucket's policy that alone let a role of its account in, and does so no more. */
final class LetInTest {

  private static final String IDENTITY =
      " because no identity-based policy allows the s3:ListBucket action";
  private static final String BARE = " ";
  private static final String OWN = allowing("role/billing");
  private static final String OTHER = allowing("role/others");
  private static final String ACCOUNT = allowing("root");

  private static String allowing(String who) {
    String principal = "{\"AWS\": \"arn:aws:iam::111122223333:" + who + "\"}";
    return policy("Allow", principal, "s3:ListBucket", "");
  }

  @Test
  void is_why_where_aws_says_that_no_policy_of_the_caller_allows() {
    for (Story changed :
        List.of(until(OWN).putBucketPolicy(60, OTHER), until(OWN).deleteBucketPolicy(60))) {
      Suspect suspect = only(changed.lists(61, 90, IDENTITY)).suspects().getFirst();
      assertThat(suspect.certainty()).isEqualTo(Certainty.CONFIRMED);
      assertThat(suspect.why().getFirst()).contains("let the caller in by itself");
    }
  }

  @Test
  void may_be_why_where_aws_says_nothing_and_the_callers_policies_are_not_known() {
    Suspect suspect =
        only(until(OWN).putBucketPolicy(60, OTHER).lists(61, 90, BARE)).suspects().getFirst();
    assertThat(suspect.certainty()).isEqualTo(Certainty.POSSIBLE);
    assertThat(suspect.missing()).contains("a policy of the caller");
  }

  @Test
  void is_why_where_aws_says_nothing_and_the_caller_never_had_another_policy() {
    Story story = new Story().createRole(0, "billing").putBucketPolicy(1, OWN).lists(10, 60);
    Incident incident = only(story.putBucketPolicy(60, OTHER).lists(61, 90, BARE));
    assertThat(incident.cause()).isInstanceOf(Cause.Changed.class);
  }

  @Test
  void is_not_why_where_the_callers_own_policy_allows() {
    String allow = policy("Allow", "", "s3:ListBucket", "");
    Story story = until(OWN).putRolePolicy(2, "billing", "data", allow).putBucketPolicy(60, OTHER);
    assertThat(only(story.lists(61, 90, BARE)).suspects()).isEmpty();
  }

  @Test
  void is_not_why_where_it_named_the_account_alone() {
    Story story = until(ACCOUNT).putBucketPolicy(60, OTHER);
    assertThat(only(story.lists(61, 90, IDENTITY)).suspects()).isEmpty();
  }

  @Test
  void may_be_why_where_its_earlier_version_is_not_known() {
    Story story = new Story().lists(2, 60).putBucketPolicy(60, OTHER);
    Suspect suspect = only(story.lists(61, 90, IDENTITY)).suspects().getFirst();
    assertThat(suspect.certainty()).isEqualTo(Certainty.POSSIBLE);
    assertThat(suspect.missing()).contains("earlier version");
  }

  @Test
  void is_not_told_of_where_nothing_speaks_for_it() {
    Story story = new Story().lists(2, 60).putBucketPolicy(60, OTHER);
    Incident incident = only(story.lists(61, 90, BARE));
    assertThat(incident.suspects()).isEmpty();
    assertThat(incident.others()).isEqualTo(new Others(0, 1, 0, 0, true));
  }

  @Test
  void names_the_key_that_a_denial_depends_on() {
    String tagged = when("StringNotEquals", "aws:PrincipalTag/team", "ledger");
    Story story = new Story().lists(2, 60);
    Suspect suspect =
        only(story
                .putBucketPolicy(60, policy("Deny", "\"*\"", "s3:ListBucket", tagged))
                .lists(61, 90, BARE))
            .suspects()
            .getFirst();
    assertThat(suspect.certainty()).isEqualTo(Certainty.POSSIBLE);
    assertThat(suspect.why().getLast()).contains("`Only`");
    assertThat(suspect.missing()).contains("`aws:PrincipalTag/team`");
  }

  private static Story until(String document) {
    return new Story().putBucketPolicy(1, document).lists(10, 60);
  }

  private static Incident only(Story story) {
    List<Incident> incidents = Investigation.of(story.told(), Scope.ALL).incidents();
    assertThat(incidents).hasSize(1);
    return incidents.getFirst();
  }
}
