package awsleuth.trail.incident;

import static awsleuth.trail.make.Story.policy;
import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.trail.make.Story;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which changes of an organization may be why calls of an account fail. */
final class OrganisationTest {

  private static final String SCP = " with an explicit deny in a service control policy";
  private static final String RCP = " with an explicit deny in a resource control policy";
  private static final String OTHER = "444455556666";

  @Test
  void a_policy_that_is_attached_to_another_account_is_not() {
    Story story =
        new Story()
            .lists(2, 60)
            .moveAccount(58, OTHER)
            .moveAccount(59, Story.ACCOUNT)
            .ofOrganisationPolicy(60, "AttachPolicy", "p-11111111", OTHER);
    assertThat(suspects(story.lists(61, 90, SCP)))
        .singleElement()
        .satisfies(s -> assertThat(s.change().event().name()).isEqualTo("MoveAccount"))
        .satisfies(s -> assertThat(s.change().what()).contains("account `111122223333`"))
        .satisfies(s -> assertThat(s.missing()).contains("`ou-1`"));
  }

  @Test
  void a_move_is_also_where_aws_names_the_policy() {
    String named =
        SCP + ": arn:aws:organizations::777788889999:policy/o-a/service_control_policy/p-1";
    Story story = new Story().lists(2, 60).moveAccount(59, Story.ACCOUNT).lists(61, 90, named);
    assertThat(suspects(story)).hasSize(1);
  }

  @Test
  void a_policy_that_is_attached_to_a_unit_may_be() {
    Story story =
        new Story().lists(2, 60).ofOrganisationPolicy(60, "AttachPolicy", "p-11111111", "ou-1");
    assertThat(suspects(story.lists(61, 90, SCP))).hasSize(1);
  }

  @Test
  void a_policy_of_resources_is_read_as_one() {
    String deny = policy("Deny", "\"*\"", "s3:ListBucket", "");
    Story story = new Story().lists(2, 60).updateOrganisationPolicy(60, "p-11111111", deny);
    assertThat(suspects(story.lists(61, 90, RCP)))
        .singleElement()
        .satisfies(s -> assertThat(s.certainty()).isEqualTo(Certainty.CONFIRMED))
        .satisfies(s -> assertThat(s.why().getLast()).contains("denies"));
    Story other = new Story().lists(2, 60).updateOrganisationPolicy(60, "p-11111111", deny);
    assertThat(suspects(other.lists(61, 90, SCP))).isEmpty();
  }

  private static List<Suspect> suspects(Story story) {
    List<Incident> incidents = Investigation.of(story.told(), Scope.ALL).incidents();
    assertThat(incidents).hasSize(1);
    return incidents.getFirst().suspects();
  }
}
