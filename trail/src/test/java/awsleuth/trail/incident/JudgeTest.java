package awsleuth.trail.incident;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.trail.change.Change;
import awsleuth.trail.change.History;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How sure it is that a change is why, of calls that name their resource or do not. */
final class JudgeTest {

  private static final String KEY = "arn:aws:kms:us-east-1:111122223333:key/1a";
  private static final String QUEUE = "arn:aws:sqs:us-east-1:111122223333:q";

  @Test
  void a_success_on_a_resource_that_is_not_told_confirms_nothing() {
    Change change =
        TouchesTest.change(
            "sqs SetQueueAttributes \"queueUrl\":"
                + " \"https://sqs.us-east-1.amazonaws.com/111122223333/q\",\"attributes\":"
                + " {\"Policy\": \"{\\\"Statement\\\": {\\\"Effect\\\": \\\"Deny\\\","
                + " \\\"Principal\\\": \\\"*\\\", \\\"Action\\\": \\\"*\\\", \\\"Resource\\\":"
                + " \\\"*\\\"}}\"}");
    Refused call =
        TouchesTest.call(
            "sqs SendMessage !" + QUEUE + " with an explicit deny in a resource-based policy",
            "billing");
    Sampled success = TouchesTest.sampled("sqs SendMessage \"x\": \"y\"", "billing", 500, "");
    assertThat(
            judged(
                change,
                Touch.RESOURCE,
                call,
                new Before(Optional.of(success), true, Optional.empty(), List.of())))
        .isEqualTo(Certainty.CONFIRMED);
    assertThat(
            judged(
                change,
                Touch.RESOURCE,
                call,
                new Before(Optional.of(success), false, Optional.empty(), List.of())))
        .isEqualTo(Certainty.POSSIBLE);
  }

  @Test
  void an_alias_that_stands_for_another_key_may_be_why() {
    Refused call = TouchesTest.call("kms Encrypt \"keyId\": \"alias/app\"", "billing");
    for (String name : List.of("UpdateAlias", "DeleteAlias")) {
      Change change = TouchesTest.change("kms " + name + " \"aliasName\": \"alias/app\"");
      assertThat(judged(change, Touch.RESOURCE, call, Before.NONE)).isEqualTo(Certainty.POSSIBLE);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "DisabledException, POSSIBLE",
    "KMS.DisabledException, POSSIBLE",
    "KMSInvalidStateException, POSSIBLE",
    "KMSDisabledFault, POSSIBLE",
    "InvalidKmsKey.InvalidState, POSSIBLE",
    "RegionDisabledException, RULED_OUT",
    "InvalidStateException, RULED_OUT",
    "InvalidStateTransitionException, RULED_OUT",
    "ExpiredTokenException, RULED_OUT"
  })
  void a_key_is_off_where_a_code_says_it_of_keys(String code, Certainty certainty) {
    Change disabled = TouchesTest.change("kms DisableKey \"keyId\": \"" + KEY + "\"");
    Sampled failed =
        TouchesTest.sampled("kms Encrypt \"keyId\": \"" + KEY + "\"", "billing", 2_000, code);
    assertThat(judged(disabled, Touch.RESOURCE, Refused.of(failed).orElseThrow(), Before.NONE))
        .isEqualTo(certainty);
  }

  @Test
  void a_key_that_aws_names_is_off_by_the_latest_change_of_its_state() {
    Change scheduled = TouchesTest.change("kms ScheduleKeyDeletion \"keyId\": \"" + KEY + "\"");
    Change disabled = TouchesTest.change("kms DisableKey \"keyId\": \"" + KEY + "\"");
    Change kept = TouchesTest.change("kms CancelKeyDeletion \"keyId\": \"" + KEY + "\"");
    Refused call = TouchesTest.call("kms Encrypt !" + KEY + " is pending deletion.", "billing");
    Refused other = TouchesTest.call("kms Encrypt !" + KEY + "2 is pending.", "billing");
    assertThat(certainty(scheduled, call, List.of(scheduled))).isEqualTo(Certainty.CONFIRMED);
    assertThat(certainty(scheduled, call, List.of(scheduled, kept))).isEqualTo(Certainty.POSSIBLE);
    assertThat(certainty(disabled, call, List.of(disabled))).isEqualTo(Certainty.POSSIBLE);
    assertThat(certainty(scheduled, other, List.of(scheduled))).isEqualTo(Certainty.RULED_OUT);
  }

  private static Certainty certainty(Change change, Refused call, List<Change> all) {
    return new Judge(
            call,
            Before.NONE,
            List.of(),
            new OtherWay(call, Before.NONE, Optional.empty()),
            new History(all),
            new Around(all),
            new Touches(call, all, 0))
        .judge(change, Touch.RESOURCE)
        .certainty();
  }

  @Test
  void a_boundary_that_is_taken_away_refuses_nothing() {
    Refused call =
        TouchesTest.call(
            "s3 GetObject !arn:aws:s3:::b/k because no permissions boundary allows the s3:GetObject"
                + " action",
            "billing");
    Change change =
        TouchesTest.change("iam DeleteRolePermissionsBoundary \"roleName\": \"billing\"");
    assertThat(judged(change, Touch.PRINCIPAL, call, Before.NONE)).isEqualTo(Certainty.RULED_OUT);
  }

  private static Certainty judged(Change change, Touch touch, Refused call, Before before) {
    List<Change> all = List.of(change);
    return new Judge(
            call,
            before,
            List.of(),
            new OtherWay(call, before, Optional.empty()),
            new History(all),
            new Around(all),
            new Touches(call, all, 0))
        .judge(change, touch)
        .certainty();
  }
}
