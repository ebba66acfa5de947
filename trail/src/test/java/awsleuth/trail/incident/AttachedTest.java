package awsleuth.trail.incident;

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

  private static List<Suspect> suspects(String arn, String why) {
    Story story = new Story().lists(2, 60).attach(60, "billing", arn).lists(61, 90, why);
    List<Incident> incidents = Investigation.of(story.told(), Scope.ALL).incidents();
    assertThat(incidents).hasSize(1);
    return incidents.getFirst().suspects();
  }
}
