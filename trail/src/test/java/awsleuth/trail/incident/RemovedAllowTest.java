package awsleuth.trail.incident;

import static awsleuth.trail.make.Story.policy;
import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.trail.make.Story;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A policy of the caller that allowed a call and was taken away, beside others that are unseen. */
final class RemovedAllowTest {

  private static final String IDENTITY =
      " because no identity-based policy allows the s3:ListBucket action";
  private static final String BARE = " ";
  private static final String ALLOW = policy("Allow", "", "s3:ListBucket", "");
  private static final String READ = "arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess";

  private static Story until(Story story) {
    return story
        .lists(2, 60)
        .putRolePolicy(300, "billing", "extra", ALLOW)
        .deleteRolePolicy(360, "billing", "extra");
  }

  private static Story made() {
    return new Story().createRole(0, "billing").attach(1, "billing", READ);
  }

  @Test
  void may_be_why_where_aws_does_not_name_the_type() {
    Suspect suspect = only(until(new Story()).lists(1440, 1500, BARE)).suspects().getFirst();
    assertThat(suspect.certainty()).isEqualTo(Certainty.POSSIBLE);
    assertThat(suspect.missing())
        .endsWith("aws iam list-attached-role-policies --role-name billing");
  }

  @Test
  void is_why_where_aws_names_it() {
    Suspect suspect = only(until(new Story()).lists(1440, 1500, IDENTITY)).suspects().getFirst();
    assertThat(suspect.certainty()).isEqualTo(Certainty.CONFIRMED);
  }

  @Test
  void is_not_why_where_the_call_succeeded_before_the_caller_had_it() {
    for (String said : List.of(BARE, IDENTITY)) {
      Incident incident = only(until(made()).lists(1440, 1500, said));
      assertThat(incident.suspects()).isEmpty();
      assertThat(incident.others().ruledOut()).isPositive();
    }
  }

  @Test
  void is_why_where_what_allowed_the_call_before_was_taken_away_meanwhile() {
    Story story = until(made().detach(330, "billing", READ)).lists(1440, 1500, IDENTITY);
    Suspect suspect = only(story).suspects().getFirst();
    assertThat(suspect.change().event().name()).isEqualTo("DeleteRolePolicy");
    assertThat(suspect.certainty()).isEqualTo(Certainty.CONFIRMED);
  }

  @Test
  void is_told_first_where_its_name_is_that_of_the_called_service() {
    Story story =
        new Story()
            .lists(2, 60)
            .detach(60, "billing", READ)
            .detach(61, "billing", "arn:aws:iam::aws:policy/CloudWatchLogsReadOnlyAccess")
            .lists(62, 90, IDENTITY);
    assertThat(only(story).suspects()).extracting(s -> s.change().part()).first().isEqualTo(READ);
  }

  private static Incident only(Story story) {
    List<Incident> incidents = Investigation.of(story.told(), Scope.ALL).incidents();
    assertThat(incidents).hasSize(1);
    return incidents.getFirst();
  }
}
