package awsleuth.trail.incident;

import static awsleuth.trail.make.Story.policy;
import static awsleuth.trail.make.Story.when;
import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.trail.make.Story;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Only what is shown is confirmed. */
final class CertaintyTest {

  private static final String IDENTITY =
      " because no identity-based policy allows the s3:ListBucket action";
  private static final String BARE = " ";
  private static final String BUCKET_DENIES = " with an explicit deny in a resource-based policy";
  private static final String SCP_DENIES = " with an explicit deny in a service control policy";
  private static final String OFFICE = when("IpAddress", "aws:SourceIp", "198.51.100.0/24");
  private static final String OTHER = when("IpAddress", "aws:SourceIp", "203.0.113.0/24");
  private static final String ALLOW = policy("Allow", "", "s3:ListBucket", "");

  @Test
  void a_condition_that_is_added_is_confirmed_by_the_version_before() {
    Suspect suspect =
        first(
            new Story()
                .putRolePolicy(1, "billing", "data", ALLOW)
                .lists(2, 60)
                .putRolePolicy(60, "billing", "data", policy("Allow", "", "s3:ListBucket", OTHER))
                .lists(61, 90, IDENTITY));
    assertThat(suspect.certainty()).isEqualTo(Certainty.CONFIRMED);
    assertThat(suspect.statements()).hasSize(1);
    assertThat(suspect.why()).hasSize(2).last().asString().contains("203.0.113.0/24");
  }

  @Test
  void without_the_version_before_it_is_confirmed_by_the_call_that_succeeded() {
    Suspect suspect =
        first(
            new Story()
                .lists(2, 60)
                .putRolePolicy(60, "billing", "data", policy("Allow", "", "s3:ListBucket", OTHER))
                .lists(61, 90, IDENTITY));
    assertThat(suspect.certainty()).isEqualTo(Certainty.CONFIRMED);
  }

  @Test
  void a_caller_that_moves_is_not_blamed_on_a_change_that_changed_nothing() {
    String narrow = policy("Allow", "", "s3:ListBucket", OFFICE);
    Incident incident =
        only(
            new Story()
                .putRolePolicy(1, "billing", "data", narrow)
                .lists(2, 60)
                .putRolePolicy(60, "billing", "data", narrow)
                .from("203.0.113.9")
                .lists(61, 90, IDENTITY));
    assertThat(incident.cause()).isInstanceOf(Cause.Unknown.class);
    assertThat(incident.suspects()).isEmpty();
  }

  @Test
  void nor_where_the_version_before_is_not_known() {
    Incident incident =
        only(
            new Story()
                .lists(2, 60)
                .putRolePolicy(60, "billing", "data", policy("Allow", "", "s3:ListBucket", OFFICE))
                .from("203.0.113.9")
                .lists(61, 90, IDENTITY));
    assertThat(incident.cause()).isInstanceOf(Cause.Unknown.class);
    assertThat(incident.suspects()).extracting(Suspect::certainty).containsOnly(Certainty.POSSIBLE);
  }

  @Test
  void a_policy_about_something_else_is_at_most_possible() {
    Incident incident =
        only(
            new Story()
                .lists(2, 60)
                .putRolePolicy(60, "billing", "logs", policy("Allow", "", "logs:PutLogEvents", ""))
                .lists(61, 90, IDENTITY));
    assertThat(incident.cause()).isInstanceOf(Cause.Unknown.class);
  }

  @Test
  void a_policy_of_unknown_text_that_was_taken_away_is_possible() {
    Suspect suspect =
        first(
            new Story()
                .lists(2, 60)
                .detach(60, "billing", "arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess")
                .lists(61, 90, IDENTITY));
    assertThat(suspect.certainty()).isEqualTo(Certainty.POSSIBLE);
    assertThat(suspect.missing()).contains("before");
  }

  @Test
  void a_change_of_another_type_than_aws_names_is_ruled_out() {
    Incident incident =
        only(
            new Story()
                .putRolePolicy(1, "billing", "data", ALLOW)
                .lists(2, 60)
                .putRolePolicy(60, "billing", "data", policy("Allow", "", "s3:ListBucket", OTHER))
                .lists(61, 90, SCP_DENIES));
    assertThat(incident.suspects()).isEmpty();
    assertThat(incident.others()).isEqualTo(new Others(0, 0, 2, 0, true));
  }

  @Test
  void a_change_after_which_the_call_still_succeeded_is_ruled_out() {
    Incident incident =
        only(
            new Story()
                .putRolePolicy(1, "billing", "data", ALLOW)
                .lists(2, 40)
                .putRolePolicy(40, "billing", "data", policy("Allow", "", "s3:ListBucket", OTHER))
                .lists(41, 60)
                .lists(61, 90, IDENTITY));
    assertThat(incident.suspects()).isEmpty();
  }

  @Test
  void what_changed_after_the_first_failure_is_not_looked_at() {
    Incident incident =
        only(
            new Story()
                .putRolePolicy(1, "billing", "data", ALLOW)
                .lists(2, 60)
                .lists(61, 90, IDENTITY)
                .putRolePolicy(70, "billing", "data", policy("Allow", "", "s3:ListBucket", OTHER)));
    assertThat(incident.suspects()).isEmpty();
  }

  @Test
  void of_two_changes_the_one_that_refuses_comes_first() {
    Suspect suspect =
        first(
            new Story()
                .putBucketPolicy(1, policy("Allow", "\"*\"", "s3:ListBucket", ""))
                .lists(2, 60)
                .putBucketPolicy(59, policy("Deny", "\"*\"", "s3:ListBucket", OFFICE))
                .tagRole(60, "billing")
                .putRolePolicy(60, "billing", "data", ALLOW)
                .lists(61, 90, BUCKET_DENIES));
    assertThat(suspect.certainty()).isEqualTo(Certainty.CONFIRMED);
    assertThat(suspect.change().event().name()).isEqualTo("PutBucketPolicy");
  }

  @Test
  void a_deny_that_the_call_ran_into_by_moving_is_not_confirmed() {
    Incident incident =
        only(
            new Story()
                .lists(2, 60)
                .putBucketPolicy(59, policy("Deny", "\"*\"", "s3:ListBucket", OTHER))
                .from("203.0.113.9")
                .lists(61, 90, BUCKET_DENIES));
    assertThat(incident.cause()).isInstanceOf(Cause.Unknown.class);
  }

  @Test
  void of_two_organization_policies_neither_is_confirmed_where_aws_names_none() {
    String deny = policy("Deny", "", "s3:ListBucket", "");
    Story story =
        new Story()
            .lists(2, 60)
            .updateOrganisationPolicy(60, "p-11111111", deny)
            .updateOrganisationPolicy(60, "p-22222222", deny);
    assertThat(only(story.lists(61, 90, SCP_DENIES)).suspects())
        .hasSize(2)
        .extracting(Suspect::certainty)
        .containsOnly(Certainty.POSSIBLE);
  }

  @Test
  void a_policy_that_was_detached_before_the_last_success_is_not_the_callers_own() {
    String arn = "arn:aws:iam::111122223333:policy/data";
    String deny = policy("Deny", "", "s3:ListBucket", "");
    String denied = " with an explicit deny in an identity-based policy";
    assertThat(
            first(
                    new Story()
                        .attach(1, "billing", arn)
                        .lists(2, 60)
                        .createPolicyVersion(60, arn, deny, 2)
                        .lists(61, 90, denied))
                .touch())
        .isEqualTo(Touch.PRINCIPAL);
    assertThat(
            first(
                    new Story()
                        .attach(1, "billing", arn)
                        .lists(2, 60)
                        .detach(20, "billing", arn)
                        .createPolicyVersion(60, arn, deny, 2)
                        .lists(61, 90, denied))
                .touch())
        .isEqualTo(Touch.MAYBE);
  }

  @Test
  void what_is_not_told_one_by_one_is_counted_by_how_sure_it_is() {
    Story story = new Story().lists(2, 60);
    for (int i = 1; i <= 8; i++) {
      story.detach(60, "billing", "arn:aws:iam::111122223333:policy/p" + i);
    }
    Incident incident =
        only(story.tagRole(60, "billing").tagRole(60, "nobody").lists(61, 90, IDENTITY));
    assertThat(incident.suspects())
        .hasSize(5)
        .extracting(Suspect::certainty)
        .containsOnly(Certainty.POSSIBLE);
    assertThat(incident.others()).isEqualTo(new Others(3, 1, 0, 0, true));
    assertThat(incident.unrelated()).isEqualTo(1);
  }

  @Test
  void the_organization_policy_that_aws_names_is_confirmed() {
    String deny = policy("Deny", "", "s3:ListBucket", "");
    String named =
        SCP_DENIES
            + ": arn:aws:organizations::777788889999:policy/o-exampleorgid/service_control_policy/p-22222222";
    Incident incident =
        only(
            new Story()
                .lists(2, 60)
                .updateOrganisationPolicy(60, "p-11111111", deny)
                .updateOrganisationPolicy(60, "p-22222222", deny)
                .lists(61, 90, named));
    assertThat(incident.suspects())
        .extracting(s -> s.change().thing().name())
        .containsExactly("p-22222222");
    assertThat(incident.cause()).isInstanceOf(Cause.Changed.class);
  }

  @Test
  void first_calls_that_are_refused_until_iam_knows_are_a_delay() {
    Incident incident =
        only(
            new Story()
                .putRolePolicy(10, "billing", "data", ALLOW)
                .lists(10, 11, IDENTITY)
                .lists(11, 30));
    assertThat(incident.cause()).isInstanceOf(Cause.Propagation.class);
  }

  @Test
  void first_calls_that_are_refused_until_another_change_are_no_delay() {
    Story story =
        new Story()
            .putRolePolicy(10, "billing", "other", policy("Allow", "", "s3:GetObject", ""))
            .lists(10, 11, IDENTITY)
            .putRolePolicy(11, "billing", "data", ALLOW)
            .lists(11, 30);
    assertThat(Investigation.of(story.told(), Scope.ALL).incidents()).isEmpty();
  }

  @Test
  void an_explicit_deny_is_no_delay() {
    Story story =
        new Story()
            .putRolePolicy(10, "billing", "data", ALLOW)
            .lists(10, 13, " with an explicit deny in a permissions boundary")
            .deleteBoundary(13, "billing")
            .lists(13, 30);
    assertThat(Investigation.of(story.told(), Scope.ALL).incidents()).isEmpty();
  }

  @Test
  void nor_is_what_may_end_with_a_change_of_another_kind() {
    String other = policy("Allow", "", "s3:GetObject", "");
    String arn = "arn:aws:iam::111122223333:policy/data";
    assertNoDelay(refused(BARE).ofOrganisationPolicy(11, "DetachPolicy", "p-11111111"));
    assertNoDelay(refused(BARE).deleteBoundary(11, "billing"));
    assertNoDelay(refused(BARE).deleteBucketPolicy(11));
    assertNoDelay(refused(IDENTITY).createPolicyVersion(11, arn, ALLOW, 2));
    assertNoDelay(refused(" because no permissions boundary allows the s3:ListBucket action"));
    Story story = refused(IDENTITY).createPolicyVersion(11, arn, other, 2).lists(11, 30);
    assertThat(only(story).cause()).isInstanceOf(Cause.Propagation.class);
  }

  private static void assertNoDelay(Story story) {
    assertThat(Investigation.of(story.lists(11, 30).told(), Scope.ALL).incidents()).isEmpty();
  }

  private static Story refused(String why) {
    return new Story().putRolePolicy(10, "billing", "data", ALLOW).lists(10, 11, why);
  }

  @Test
  void a_policy_is_not_why_where_another_of_the_caller_allows_the_call() {
    Incident incident = only(narrowedBeside(ALLOW).lists(61, 90, BARE));
    assertThat(incident.cause()).isInstanceOf(Cause.Unknown.class);
    assertThat(incident.suspects()).isEmpty();
    assertThat(incident.others()).isEqualTo(new Others(0, 0, 4, 0, true));
    assertThat(first(narrowedBeside(ALLOW).lists(61, 90, IDENTITY)).certainty())
        .isEqualTo(Certainty.POSSIBLE);
    String other = policy("Allow", "", "s3:GetObject", "");
    assertThat(first(narrowedBeside(other).lists(61, 90, BARE)).certainty())
        .isEqualTo(Certainty.CONFIRMED);
  }

  private static Story narrowedBeside(String document) {
    return new Story()
        .createRole(0, "billing")
        .putRolePolicy(1, "billing", "data", ALLOW)
        .putRolePolicy(1, "billing", "more", document)
        .lists(2, 60)
        .putRolePolicy(60, "billing", "data", policy("Allow", "", "s3:ListBucket", OTHER));
  }

  @Test
  void nor_is_it_certain_where_another_of_unknown_text_may_allow_it() {
    Story story =
        new Story()
            .putRolePolicy(1, "billing", "data", ALLOW)
            .attach(1, "billing", "arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess")
            .lists(2, 60)
            .putRolePolicy(60, "billing", "data", policy("Allow", "", "s3:ListBucket", OTHER));
    Suspect suspect = first(story.lists(61, 90, BARE));
    assertThat(suspect.certainty()).isEqualTo(Certainty.POSSIBLE);
    assertThat(suspect.missing()).contains("AmazonS3ReadOnlyAccess");
  }

  @Test
  void a_change_of_the_network_may_be_why_where_calls_come_another_way_since() {
    String office =
        policy(
            "Deny",
            "\"*\"",
            "s3:ListBucket",
            when("NotIpAddress", "aws:SourceIp", "198.51.100.0/24"));
    Story moved = new Story().putBucketPolicy(1, office).lists(10, 60).replaceRoute(60);
    Incident incident = only(moved.from("203.0.113.9").lists(61, 90, BUCKET_DENIES));
    assertThat(incident.suspects())
        .singleElement()
        .satisfies(s -> assertThat(s.change().event().name()).isEqualTo("ReplaceRoute"))
        .satisfies(s -> assertThat(s.certainty()).isEqualTo(Certainty.POSSIBLE))
        .satisfies(s -> assertThat(s.why().getFirst()).contains("198.51.100.7", "203.0.113.9"))
        .satisfies(s -> assertThat(s.why().getLast()).contains("PutBucketPolicy", "`Only` denies"));
    Story stays = new Story().putBucketPolicy(1, office).lists(10, 60).replaceRoute(60);
    assertThat(only(stays.lists(61, 90, BUCKET_DENIES)).suspects()).isEmpty();
  }

  @Test
  void hosts_that_come_and_go_are_no_change_of_the_way() {
    Story story = new Story();
    for (int minute = 1; minute < 90; minute++) {
      story.from("203.0.113." + minute).lists(minute, minute + 1, minute < 60 ? "" : BUCKET_DENIES);
    }
    assertThat(only(story.replaceRoute(60)).suspects()).isEmpty();
  }

  private static Incident only(Story story) {
    List<Incident> incidents = Investigation.of(story.told(), Scope.ALL).incidents();
    assertThat(incidents).hasSize(1);
    return incidents.getFirst();
  }

  private static Suspect first(Story story) {
    Incident incident = only(story);
    assertThat(incident.suspects()).isNotEmpty();
    return incident.suspects().getFirst();
  }
}
