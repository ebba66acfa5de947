package awsleuth.trail.time;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.trail.Event;
import awsleuth.trail.RecordText;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.Test;

/** Of logs, which tell of the failed calls alone. */
final class CountRuleTest {

  private static final long MINUTE = 60_000;
  private static final long START = 1_793_577_600_000L;
  private static final int DAYS = 2;

  @Test
  void more_failures_than_before_are_found_from_the_first_on() {
    Onset onset = only(m -> m >= 1500 ? 2 : m % 120 == 7 ? 1 : 0, "");
    assertThat(onset.from()).isEqualTo(START + 1500 * MINUTE);
    assertThat(onset.lasting()).isTrue();
    assertThat(onset.perHourBefore()).isBetween(0.4, 0.6);
    assertThat(onset.perHourWithin()).isBetween(110.0, 125.0);
  }

  @Test
  void they_end_where_they_become_few_again() {
    Onset onset = only(m -> m >= 1500 && m < 1560 ? 40 : m % 60 == 7 ? 1 : 0, "");
    assertThat(onset.from()).isEqualTo(START + 1500 * MINUTE);
    assertThat(onset.lasting()).isFalse();
    assertThat(onset.to()).isBetween(START + 1550 * MINUTE, START + 1575 * MINUTE);
  }

  @Test
  void as_many_as_always_are_no_onset() {
    for (int seed = 0; seed < 50; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      assertThat(onsets(m -> random.nextInt(3), "")).isEmpty();
      assertThat(onsets(m -> random.nextInt(400) == 0 ? 1 : 0, "")).isEmpty();
    }
  }

  @Test
  void what_comes_every_night_is_no_onset() {
    assertThat(onsets(m -> m % 720 >= 180 && m % 720 < 200 ? 9 : 0, "")).isEmpty();
  }

  @Test
  void where_the_log_begins_with_them_they_may_have_been_there_before() {
    assertThat(onsets(m -> m < 1500 ? 2 : 0, "")).isEmpty();
  }

  @Test
  void where_calls_that_succeed_are_told_their_share_counts() {
    assertThat(onsets(m -> m >= 1500 ? 2 : m % 120 == 7 ? 1 : 0, "e")).isEmpty();
  }

  private static Onset only(IntUnaryOperator failures, String id) {
    List<Onset> found = onsets(failures, id);
    assertThat(found).hasSize(1);
    return found.getFirst();
  }

  /** So many failures in each minute, between a first and a last one of another operation. */
  private static List<Onset> onsets(IntUnaryOperator failures, String id) {
    Loads loads = new Loads();
    add(loads, "ListBuckets", START, id);
    for (int minute = 0; minute < DAYS * 1440; minute++) {
      int count = failures.applyAsInt(minute);
      for (int i = 0; i < count; i++) {
        String eventId = id.isEmpty() ? "" : id + minute + "-" + i;
        add(loads, "GetObject", START + minute * MINUTE, eventId);
      }
    }
    add(loads, "ListBuckets", START + DAYS * 1440 * MINUTE, id);
    return new CountRule(loads.first(), loads.last()).of(loads.result());
  }

  private static void add(Loads loads, String name, long time, String id) {
    Event event =
        new Event(time, "s3", name, "", "", "", "", "", "AccessDenied", "", "", id, "app.log", 0);
    loads.add(event, RecordText.of("{}", "app.log", 1));
  }
}
