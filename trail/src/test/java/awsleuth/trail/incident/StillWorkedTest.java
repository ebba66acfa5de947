package awsleuth.trail.incident;

import static awsleuth.trail.make.Story.policy;
import static awsleuth.trail.make.Story.when;
import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.trail.make.Story;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What calls show that succeed after a change. */
final class StillWorkedTest {

  private static final String NONE =
      " because no identity-based policy allows the s3:ListBucket action";
  private static final String OTHER = when("IpAddress", "aws:SourceIp", "203.0.113.0/24");

  @Test
  void until_it_should_have_held_everywhere_nothing() {
    assertThat(suspects(58, OTHER))
        .singleElement()
        .satisfies(s -> assertThat(s.certainty()).isEqualTo(Certainty.CONFIRMED));
  }

  @Test
  void moments_later_that_it_is_not_certain() {
    assertThat(suspects(53, OTHER))
        .singleElement()
        .satisfies(s -> assertThat(s.certainty()).isEqualTo(Certainty.POSSIBLE))
        .satisfies(s ->
            assertThat(s.missing())
                .isEqualTo("why the same call still succeeded at 2026-11-02T00:59:30Z"));
    assertThat(suspects(53, "")).as("it allows the call").isEmpty();
  }

  @Test
  void long_after_it_that_it_is_not_why() {
    assertThat(suspects(48, OTHER)).isEmpty();
  }

  /** Another condition at a minute; the call is denied after an hour. */
  private static List<Suspect> suspects(int minute, String condition) {
    Story story =
        new Story()
            .putRolePolicy(1, "billing", "data", policy("Allow", "", "s3:ListBucket", ""))
            .lists(2, 60)
            .putRolePolicy(
                minute, "billing", "data", policy("Allow", "", "s3:ListBucket", condition))
            .lists(61, 90, NONE);
    List<Incident> incidents = Investigation.of(story.told(), Scope.ALL).incidents();
    assertThat(incidents).hasSize(1);
    return incidents.getFirst().suspects();
  }
}
