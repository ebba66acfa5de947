package awsleuth.trail.incident;

import static awsleuth.trail.make.Story.policy;
import static awsleuth.trail.make.Story.when;
import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.trail.Filter;
import awsleuth.trail.change.Change;
import awsleuth.trail.make.Story;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** Calls that succeeded for the last time long before they failed. */
final class LongAgoTest {

  private static final String IDENTITY =
      " because no identity-based policy allows the s3:ListBucket action";
  private static final int DAY = 24 * 60;
  private static final String DATA = "arn:aws:iam::111122223333:policy/data";

  /** What is added after another policy was taken away, and never allowed the call. */
  private static Story weekly(boolean detached) {
    String extra =
        policy("Allow", "", "s3:ListBucket", when("IpAddress", "aws:SourceIp", "203.0.113.0/24"));
    Story story = new Story().lists(0, 60);
    return (detached ? story.detach(3 * DAY, "billing", DATA) : story)
        .putRolePolicy(7 * DAY - 120, "billing", "extra", extra)
        .lists(7 * DAY, 7 * DAY + 60, IDENTITY);
  }

  @Test
  void all_that_changed_since_the_last_success_is_looked_at() {
    Investigation.Report report = Investigation.of(weekly(true).told(), Scope.ALL);
    Incident incident = report.incidents().getFirst();
    assertThat(incident.suspects())
        .extracting(s -> s.certainty() + " " + s.change().event().name())
        .containsExactly("POSSIBLE PutRolePolicy", "POSSIBLE DetachRolePolicy");
    assertThat(incident.suspects())
        .flatExtracting(Suspect::why)
        .noneMatch(w -> w.contains("nothing else"));
    assertThat(report.longest()).isBetween(6L * DAY * 60_000, 7L * DAY * 60_000);
  }

  @Test
  void what_is_not_looked_at_keeps_a_change_from_being_certain() {
    assertThat(suspects(weekly(true), true))
        .singleElement()
        .satisfies(s -> assertThat(s.certainty()).isEqualTo(Certainty.POSSIBLE))
        .satisfies(s -> assertThat(s.missing()).endsWith("--hours 168"));
    assertThat(suspects(weekly(false), true))
        .singleElement()
        .satisfies(s -> assertThat(s.certainty()).isEqualTo(Certainty.CONFIRMED));
  }

  @Test
  void nor_is_it_certain_where_older_changes_were_not_kept() {
    Change change = TouchesTest.change("iam DeleteRolePolicy \"roleName\": \"billing\"");
    long time = change.event().time();
    Around around = new Around(List.of(change), 0, List.of(), _ -> true, true);
    assertThat(around.only(change, _ -> true, time - 1, time).holds()).isFalse();
    assertThat(around.only(change, _ -> true, time - 1, time).missing()).contains("not kept");
    assertThat(around.only(change, _ -> true, time + 1, time + 2).holds()).isTrue();
  }

  private static List<Suspect> suspects(Story story, boolean fixed) {
    Scope day =
        new Scope(OptionalLong.empty(), _ -> true, false, Filter.ALL, Scope.USUAL_WINDOW, fixed);
    return Investigation.of(story.told(), day).incidents().getFirst().suspects();
  }
}
