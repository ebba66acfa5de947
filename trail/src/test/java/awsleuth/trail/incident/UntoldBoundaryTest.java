package awsleuth.trail.incident;

import static awsleuth.trail.make.Story.policy;
import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.trail.make.Story;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A policy that is the caller's permissions boundary, where AWS does not say that one refused. */
final class UntoldBoundaryTest {

  private static final String IDENTITY =
      " because no identity-based policy allows the s3:ListBucket action";
  private static final String BARE = " ";
  private static final String ALLOW = policy("Allow", "", "s3:ListBucket", "");
  private static final String OTHER = policy("Allow", "", "s3:GetObject", "");
  private static final String DEV = "arn:aws:iam::111122223333:policy/dev";

  @Test
  void refuses_what_it_does_not_allow_whatever_another_policy_says() {
    assertThat(suspects(BARE))
        .singleElement()
        .satisfies(s -> assertThat(s.change().event().name()).isEqualTo("CreatePolicyVersion"))
        .satisfies(s -> assertThat(s.certainty()).isEqualTo(Certainty.CONFIRMED));
  }

  @Test
  void is_not_known_to_be_an_identity_based_policy_too() {
    assertThat(suspects(IDENTITY))
        .extracting(Suspect::certainty)
        .doesNotContain(Certainty.CONFIRMED);
  }

  private static List<Suspect> suspects(String said) {
    Story story =
        new Story()
            .createPolicyVersion(1, DEV, ALLOW, 1)
            .putRolePolicy(2, "billing", "own", ALLOW)
            .putBoundary(3, "billing", DEV)
            .lists(10, 1600)
            .createPolicyVersion(1600, DEV, OTHER, 2)
            .lists(1602, 1700, said);
    List<Incident> incidents = Investigation.of(story.told(), Scope.ALL).incidents();
    assertThat(incidents).hasSize(1);
    return incidents.getFirst().suspects();
  }
}
