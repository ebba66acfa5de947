package awsleuth.trail.incident;

import static awsleuth.trail.make.Story.ofObjects;
import static awsleuth.trail.make.Story.policy;
import static awsleuth.trail.make.Story.when;
import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.trail.make.Story;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Calls on objects of one bucket of which its policies say different things. */
final class ObjectsTest {

  private static final String DENIED = " with an explicit deny in a resource-based policy";
  private static final String IDENTITY =
      " because no identity-based policy allows the s3:GetObject action";
  private static final String PRIVATE = ofObjects("Deny", "\"*\"", "private/*");

  @Test
  void others_that_still_succeed_do_not_rule_out_a_policy_about_some() {
    Story story = new Story().gets(0, 200, "public/1", "").gets(20, 50, "private/1", "");
    Suspect suspect = first(story.putBucketPolicy(60, PRIVATE).gets(90, 200, "private/2", DENIED));
    assertThat(suspect.certainty()).isEqualTo(Certainty.CONFIRMED);
    assertThat(suspect.why().getFirst()).contains("succeeded on", "private/1`", "00:49:40Z");
  }

  @Test
  void others_that_succeeded_before_do_not_prove_what_the_policy_said_of_some() {
    Story story = new Story().gets(0, 200, "public/1", "").putBucketPolicy(60, PRIVATE);
    Incident incident = only(story.gets(62, 200, "private/1", DENIED));
    assertThat(incident.lastSuccess())
        .hasValueSatisfying(s ->
            assertThat(s.words()).contains("succeeded on `arn:aws:s3:::invoices-data/public/1`"));
    assertThat(incident.suspects())
        .singleElement()
        .satisfies(s -> assertThat(s.certainty()).isEqualTo(Certainty.POSSIBLE))
        .satisfies(s -> assertThat(s.missing()).contains("no earlier version"));
  }

  @Test
  void others_of_which_the_policy_says_the_same_prove_it() {
    Story story = new Story().gets(0, 60, "a/1", "").gets(90, 200, "b/1", DENIED);
    Story all = story.putBucketPolicy(60, ofObjects("Deny", "\"*\"", "*"));
    assertThat(first(all).certainty()).isEqualTo(Certainty.CONFIRMED);
  }

  @Test
  void others_that_come_another_way_do_not_hide_a_policy_about_some() {
    Story story = new Story().from("203.0.113.9").gets(0, 80, "public/1", "");
    Suspect suspect =
        first(
            story
                .putBucketPolicy(60, PRIVATE)
                .from("198.51.100.7")
                .gets(90, 200, "private/2", DENIED));
    assertThat(suspect.certainty()).isEqualTo(Certainty.POSSIBLE);
  }

  @Test
  void a_success_on_another_is_no_delay_where_the_new_policy_allows_only_that() {
    assertThat(incidents(fresh("public/*"))).isEmpty();
    assertThat(incidents(fresh("*")))
        .singleElement()
        .satisfies(i -> assertThat(i.cause()).isInstanceOf(Cause.Propagation.class));
  }

  @Test
  void nor_on_the_same_where_the_new_policy_does_not_allow_it() {
    Story story =
        new Story()
            .putRolePolicy(9, "billing", "data", ofObjects("Allow", "", "public/*"))
            .gets(10, 12, "private/1", IDENTITY)
            .gets(12, 30, "private/1", "");
    assertThat(incidents(story)).isEmpty();
  }

  @Test
  void what_denies_some_by_their_names_alone_is_ruled_out_by_later_calls_on_the_like() {
    assertThat(only(since("aws:SecureTransport", "false")).suspects()).isEmpty();
    assertThat(only(since("s3:ExistingObjectTag/class", "secret")).suspects())
        .singleElement()
        .satisfies(s -> assertThat(s.certainty()).isEqualTo(Certainty.POSSIBLE));
  }

  /** A bucket's policy is written an hour before calls on one object are denied. */
  private static Story since(String key, String value) {
    String text = policy("Deny", "\"*\"", "s3:GetObject", when("StringEquals", key, value));
    return new Story()
        .gets(0, 30, "a/1", "")
        .putBucketPolicy(30, text)
        .gets(31, 90, "a/1", "")
        .gets(90, 130, "b/1", DENIED);
  }

  private static Story fresh(String keys) {
    return new Story()
        .putRolePolicy(9, "billing", "data", ofObjects("Allow", "", keys))
        .gets(10, 12, "private/1", IDENTITY)
        .gets(12, 30, "public/1", "");
  }

  private static List<Incident> incidents(Story story) {
    return Investigation.of(story.told(), Scope.ALL).incidents();
  }

  private static Incident only(Story story) {
    List<Incident> incidents = incidents(story);
    assertThat(incidents).hasSize(1);
    return incidents.getFirst();
  }

  private static Suspect first(Story story) {
    Incident incident = only(story);
    assertThat(incident.suspects()).isNotEmpty();
    return incident.suspects().getFirst();
  }
}
