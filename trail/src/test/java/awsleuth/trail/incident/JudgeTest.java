package awsleuth.trail.incident;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.trail.change.Change;
import awsleuth.trail.change.History;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How sure it is that a change is why, of calls that name their resource or do not. */
final class JudgeTest {

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
    assertThat(judged(change, Touch.RESOURCE, call, new Before(Optional.of(success), 1, true)))
        .isEqualTo(Certainty.CONFIRMED);
    assertThat(judged(change, Touch.RESOURCE, call, new Before(Optional.of(success), 1, false)))
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
    return new Judge(call, before, new History(all), all).judge(change, touch).certainty();
  }
}
