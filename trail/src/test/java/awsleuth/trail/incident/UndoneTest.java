package awsleuth.trail.incident;

import static awsleuth.trail.make.Story.policy;
import static awsleuth.trail.make.Story.when;
import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.trail.Event;
import awsleuth.trail.change.Change;
import awsleuth.trail.change.History;
import awsleuth.trail.make.Story;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What was undone hours before the first failure is not why. */
final class UndoneTest {

  private static final String BARE = " ";
  private static final String DENY = policy("Deny", "\"*\"", "s3:ListBucket", "");
  private static final String ALLOW = policy("Allow", "", "s3:ListBucket", "");
  private static final String NARROW =
      policy("Allow", "", "s3:ListBucket", when("IpAddress", "aws:SourceIp", "203.0.113.0/24"));
  private static final String POLICY = "arn:aws:iam::111122223333:policy/data";
  private static final String KEY = "arn:aws:kms:us-east-1:111122223333:key/1a";
  private static final long HOUR = 3_600_000;

  @Test
  void an_inline_policy_that_was_put_right() {
    assertUnexplained(
        new Story()
            .putRolePolicy(1, "billing", "data", ALLOW)
            .lists(2, 60)
            .putRolePolicy(60, "billing", "data", NARROW)
            .putRolePolicy(120, "billing", "data", ALLOW));
    assertUnexplained(
        new Story()
            .putRolePolicy(1, "billing", "data", ALLOW)
            .lists(2, 60)
            .deleteRolePolicy(60, "billing", "data")
            .putRolePolicy(120, "billing", "data", ALLOW));
  }

  @Test
  void one_that_was_put_right_moments_before_is_possible() {
    Story story =
        new Story()
            .createRole(0, "billing")
            .putRolePolicy(1, "billing", "data", ALLOW)
            .lists(2, 60)
            .putRolePolicy(60, "billing", "data", NARROW)
            .putRolePolicy(298, "billing", "data", ALLOW);
    Incident incident = failing(story);
    assertThat(incident.suspects())
        .singleElement()
        .satisfies(s -> assertThat(s.certainty()).isEqualTo(Certainty.POSSIBLE))
        .satisfies(s -> assertThat(s.missing()).contains("PutRolePolicy of 2026-11-02T04:58:00Z"));
  }

  @Test
  void one_that_was_put_right_while_calls_went_on_failing_is_possible() {
    for (int until : new int[] {308, 400}) {
      Story story =
          new Story()
              .putRolePolicy(1, "billing", "data", ALLOW)
              .lists(2, 300)
              .putRolePolicy(300, "billing", "data", policy("Deny", "", "*", ""))
              .putRolePolicy(304, "billing", "data", ALLOW)
              .lists(301, until, "with an explicit deny in an identity-based policy");
      List<Incident> all = Investigation.of(story.told(), Scope.ALL).incidents();
      assertThat(all).as("until %s", until).isNotEmpty();
      Suspect first = all.getFirst().suspects().getFirst();
      if (until == 400) {
        assertThat(first.certainty()).isEqualTo(Certainty.POSSIBLE);
        assertThat(first.why()).anyMatch(w -> w.contains("undone by PutRolePolicy"));
      } else {
        assertThat(first.certainty()).isEqualTo(Certainty.CONFIRMED);
      }
    }
  }

  @Test
  void one_that_was_written_again_as_it_was_still_holds() {
    Story story =
        new Story()
            .createRole(0, "billing")
            .putRolePolicy(1, "billing", "data", ALLOW)
            .lists(2, 60)
            .putRolePolicy(60, "billing", "data", NARROW)
            .putRolePolicy(120, "billing", "data", NARROW);
    assertThat(failing(story).cause()).isInstanceOf(Cause.Changed.class);
  }

  @Test
  void the_policy_of_a_bucket_that_was_taken_away() {
    assertUnexplained(new Story().lists(2, 60).putBucketPolicy(60, DENY).deleteBucketPolicy(120));
  }

  @Test
  void a_managed_policy_that_was_taken_from_the_caller() {
    assertUnexplained(
        new Story()
            .attach(1, "billing", POLICY)
            .lists(2, 60)
            .createPolicyVersion(60, POLICY, policy("Deny", "", "s3:ListBucket", ""), 2)
            .detach(120, "billing", POLICY));
  }

  @Test
  void a_managed_policy_that_was_attached_again() {
    assertUnexplained(
        new Story()
            .createPolicyVersion(1, POLICY, ALLOW, 2)
            .attach(1, "billing", POLICY)
            .lists(2, 60)
            .detach(60, "billing", POLICY)
            .attach(120, "billing", POLICY));
  }

  @Test
  void a_boundary_that_was_taken_away() {
    assertUnexplained(
        new Story()
            .createPolicyVersion(1, POLICY, policy("Allow", "", "s3:GetObject", ""), 2)
            .lists(2, 60)
            .putBoundary(60, "billing", POLICY)
            .deleteBoundary(120, "billing"));
  }

  @Test
  void a_policy_of_the_organization_that_was_changed_back() {
    assertUnexplained(
        new Story()
            .updateOrganisationPolicy(1, "p-11111111", policy("Deny", "", "s3:GetObject", ""))
            .lists(2, 60)
            .updateOrganisationPolicy(60, "p-11111111", policy("Deny", "", "s3:ListBucket", ""))
            .updateOrganisationPolicy(120, "p-11111111", policy("Deny", "", "s3:GetObject", "")));
  }

  private static void assertUnexplained(Story story) {
    Incident incident = failing(story);
    assertThat(incident.cause()).isInstanceOf(Cause.Unknown.class);
    assertThat(incident.suspects()).isEmpty();
  }

  private static Incident failing(Story story) {
    List<Incident> all =
        Investigation.of(story.lists(300, 330, BARE).told(), Scope.ALL).incidents();
    assertThat(all).hasSize(1);
    return all.getFirst();
  }

  @Test
  void a_key_that_was_switched_on_again() {
    Refused call = TouchesTest.call("kms Encrypt !" + KEY + " is disabled.", "billing");
    Change off = change("kms DisableKey \"keyId\": \"" + KEY + "\"", -2 * HOUR);
    Change on = change("kms EnableKey \"keyId\": \"" + KEY + "\"", -HOUR);
    assertThat(certainty(call, off)).isEqualTo(Certainty.CONFIRMED);
    assertThat(certainty(call, off, on)).isEqualTo(Certainty.RULED_OUT);
  }

  @Test
  void a_key_of_another_Region_that_was_switched_on_changes_nothing() {
    Refused call = TouchesTest.call("kms Encrypt !" + KEY + " is disabled.", "billing");
    Change off = change("kms DisableKey \"keyId\": \"" + KEY + "\"", -2 * HOUR);
    String there = KEY.replace("us-east-1", "eu-west-1");
    Change on = change("kms EnableKey \"keyId\": \"" + there + "\"", -HOUR);
    assertThat(certainty(call, off, on)).isEqualTo(Certainty.CONFIRMED);
  }

  @Test
  void an_access_key_that_was_made_active_again() {
    Refused call = unknownKey();
    Change off = accessKey("Inactive", -2 * HOUR);
    Change on = accessKey("Active", -HOUR);
    assertThat(certainty(call, off)).isEqualTo(Certainty.CONFIRMED);
    assertThat(certainty(call, off, on)).isEqualTo(Certainty.RULED_OUT);
  }

  @Test
  void a_key_that_was_deleted_does_not_come_back_with_its_user() {
    Change gone =
        change(
            "iam DeleteAccessKey \"userName\": \"ci\", \"accessKeyId\": \"AKIAIOSFODNN7EXAMPLE\"",
            -3 * HOUR / 2);
    Change again = change("iam CreateUser \"userName\": \"ci\"", -HOUR);
    Change user = change("iam DeleteUser \"userName\": \"ci\"", -4 * HOUR / 3);
    assertThat(certainty(unknownKey(), gone, user, again)).isEqualTo(Certainty.CONFIRMED);
    assertThat(new Undone(2_000, List.of(gone, user, again), _ -> Decided.Verdict.OPEN).by(user))
        .isEmpty();
  }

  @Test
  void what_was_deleted_and_made_again() {
    Refused call = of("s3 ListObjects \"bucketName\": \"b\"", "NoSuchBucket");
    Change gone = change("s3 DeleteBucket \"bucketName\": \"b\"", -2 * HOUR);
    Change again = change("s3 CreateBucket \"bucketName\": \"b\"", -HOUR);
    assertThat(certainty(call, gone)).isEqualTo(Certainty.CONFIRMED);
    assertThat(certainty(call, gone, again)).isEqualTo(Certainty.RULED_OUT);
  }

  private static Change accessKey(String status, long time) {
    return change(
        "iam UpdateAccessKey \"userName\": \"ci\", \"accessKeyId\": \"AKIAIOSFODNN7EXAMPLE\","
            + " \"status\": \""
            + status
            + "\"",
        time);
  }

  private static Refused unknownKey() {
    Sampled plain =
        TouchesTest.sampled("s3 ListObjects \"bucketName\": \"b\"", "ci", 2_000, "AuthFailure");
    String json =
        plain
            .record()
            .text()
            .replace(
                "\"type\": \"IAMUser\",",
                "\"type\": \"IAMUser\", \"accessKeyId\": \"AKIAIOSFODNN7EXAMPLE\",");
    awsleuth.trail.RecordText record = awsleuth.trail.RecordText.of(json, "f", 2);
    return Refused.of(new Sampled(plain.event(), record)).orElseThrow();
  }

  private static Refused of(String told, String code) {
    return Refused.of(TouchesTest.sampled(told, "billing", 2_000, code)).orElseThrow();
  }

  /** A change of another time than all others have. */
  private static Change change(String told, long time) {
    Change c = TouchesTest.change(told);
    Event e = c.event();
    Event then =
        new Event(
            time,
            e.source(),
            e.name(),
            e.region(),
            e.account(),
            e.principal(),
            e.agent(),
            e.address(),
            e.code(),
            e.message(),
            e.requestId(),
            e.eventId(),
            e.file(),
            e.record());
    return new Change(then, c.topic(), c.thing(), c.part(), c.document(), c.status(), c.line());
  }

  private static Certainty certainty(Refused call, Change... changes) {
    List<Change> all = List.of(changes);
    Sampled success =
        TouchesTest.sampled("s3 ListObjects \"bucketName\": \"b\"", "billing", -3 * HOUR, "");
    Before before = new Before(Optional.of(success), true, Optional.empty(), List.of());
    return new Judge(
            call,
            before,
            List.of(),
            new OtherWay(call, before, Optional.empty()),
            new History(all),
            new Around(all),
            new Touches(call, all, 0))
        .judge(changes[0], Touch.RESOURCE)
        .certainty();
  }
}
