package awsleuth.trail.incident;

import static awsleuth.trail.make.Story.policy;
import static awsleuth.trail.make.Story.when;
import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.trail.make.Story;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A policy of unknown text that the caller is given may be one that denies. */
final class AttachedTest {

  private static final String DENIES = " with an explicit deny in an identity-based policy";
  private static final String QUARANTINE = "arn:aws:iam::aws:policy/AWSCompromisedKeyQuarantineV3";

  @Test
  void it_may_be_why_a_call_is_denied() {
    assertThat(suspects(QUARANTINE, DENIES))
        .singleElement()
        .satisfies(s -> assertThat(s.certainty()).isEqualTo(Certainty.POSSIBLE))
        .satisfies(s ->
            assertThat(s.why().getFirst())
                .isEqualTo(
                    "it gave the caller the AWS managed policy `AWSCompromisedKeyQuarantineV3`"))
        .satisfies(s ->
            assertThat(s.missing())
                .contains("aws iam get-policy-version --policy-arn " + QUARANTINE));
    assertThat(suspects("arn:aws:iam::111122223333:policy/team/stop", DENIES))
        .singleElement()
        .satisfies(s -> assertThat(s.why().getFirst()).endsWith("the policy `stop`"));
  }

  @Test
  void it_is_not_where_none_allows_or_another_denies() {
    assertThat(suspects(QUARANTINE, " because no identity-based policy allows the action"))
        .isEmpty();
    assertThat(suspects(QUARANTINE, " with an explicit deny in a resource-based policy")).isEmpty();
    assertThat(suspects(QUARANTINE, DENIES + ": arn:aws:iam::111122223333:policy/other")).isEmpty();
    assertThat(suspects(QUARANTINE, DENIES + ": " + QUARANTINE)).hasSize(1);
  }

  private static final String OWN = "arn:aws:iam::111122223333:policy/stop";
  private static final String DENY = policy("Deny", "", "s3:*", "");

  @Test
  void one_whose_text_the_archive_has_is_decided_on() {
    assertThat(suspects(written(DENY).lists(61, 90, DENIES)))
        .first()
        .satisfies(s -> assertThat(s.change().event().name()).isEqualTo("AttachRolePolicy"))
        .satisfies(s -> assertThat(s.certainty()).isEqualTo(Certainty.CONFIRMED))
        .satisfies(s -> assertThat(s.why().getLast()).endsWith("statement `Only` denies it"))
        .satisfies(s -> assertThat(s.statements()).hasSize(1));
    assertThat(suspects(written(DENY).lists(61, 90, " "))).hasSize(1);
    assertThat(suspects(written(DENY).lists(61, 90, DENIES + ": " + QUARANTINE))).isEmpty();
  }

  @Test
  void one_that_denies_nothing_of_the_call_is_not_why() {
    String none = " because no identity-based policy allows the action";
    for (String text :
        List.of(policy("Deny", "", "s3:Put*", ""), policy("Allow", "", "s3:*", ""))) {
      assertThat(suspects(written(text).lists(61, 90, DENIES))).isEmpty();
      assertThat(suspects(written(text).lists(61, 90, none))).isEmpty();
      assertThat(suspects(written(text).lists(61, 90, " "))).isEmpty();
    }
  }

  @Test
  void one_that_depends_on_what_is_not_known_may_be_why() {
    String tag = when("StringEquals", "aws:PrincipalTag/team", "red");
    assertThat(suspects(written(policy("Deny", "", "s3:*", tag)).lists(61, 90, DENIES)))
        .singleElement()
        .satisfies(s -> assertThat(s.certainty()).isEqualTo(Certainty.POSSIBLE))
        .satisfies(s -> assertThat(s.missing()).contains("aws:PrincipalTag/team"));
  }

  @Test
  void one_that_was_rewritten_or_detached_since_is_not_confirmed() {
    String allow = policy("Allow", "", "s3:*", "");
    Story again = written(DENY).createPolicyVersion(61, OWN, allow, 3).lists(70, 99, DENIES);
    assertThat(suspects(again)).isEmpty();
    Story gone = written(DENY).detach(61, "billing", OWN).lists(70, 99, DENIES);
    assertThat(suspects(gone)).isEmpty();
  }

  /** A policy is written, and attached after an hour. */
  private static Story written(String text) {
    return new Story().createPolicyVersion(1, OWN, text, 2).lists(2, 60).attach(60, "billing", OWN);
  }

  private static List<Suspect> suspects(Story story) {
    List<Incident> incidents = Investigation.of(story.told(), Scope.ALL).incidents();
    assertThat(incidents).hasSize(1);
    return incidents.getFirst().suspects();
  }

  private static List<Suspect> suspects(String arn, String why) {
    return suspects(new Story().lists(2, 60).attach(60, "billing", arn).lists(61, 90, why));
  }
}
