package awsleuth.trail.time;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.trail.Event;
import awsleuth.trail.RecordText;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.LongPredicate;
import org.junit.jupiter.api.Test;

final class OnsetRuleTest {

  private static final long HOUR = 3_600_000;
  private static final long START = 1_793_577_600_000L;
  private static final RecordText NONE = RecordText.of("{}", "none", 1);

  @Test
  void a_jump_is_found_where_it_is() {
    long jump = START + 40 * HOUR;
    List<Onset> found = onsets(t -> t >= jump, 60_000);
    assertThat(found).hasSize(1);
    Onset onset = found.getFirst();
    assertThat(onset.from()).isBetween(jump, jump + onset.times().width());
    assertThat(onset.lasting()).isTrue();
    assertThat(onset.shareBefore()).isZero();
    assertThat(onset.shareWithin()).isGreaterThan(0.9);
  }

  @Test
  void an_end_is_found_too() {
    long jump = START + 40 * HOUR;
    Onset onset = onsets(t -> t >= jump && t < jump + 3 * HOUR, 60_000).getFirst();
    assertThat(onset.lasting()).isFalse();
    assertThat(onset.to()).isBetween(jump + 3 * HOUR, jump + 3 * HOUR + onset.times().width());
  }

  @Test
  void a_steady_share_of_failures_is_no_onset() {
    for (int seed = 0; seed < 50; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      assertThat(onsets(t -> random.nextInt(100) < 30, 60_000)).isEmpty();
    }
  }

  @Test
  void what_fails_every_night_is_no_onset() {
    assertThat(onsets(t -> (t - START) / HOUR % 24 == 3, 60_000)).isEmpty();
  }

  @Test
  void what_fails_every_five_hours_is_no_onset() {
    assertThat(onsets(t -> (t - START) / HOUR % 5 == 3, 60_000)).isEmpty();
  }

  @Test
  void two_incidents_of_one_group_are_two_onsets() {
    long one = START + 20 * HOUR;
    long two = START + 51 * HOUR;
    List<Onset> found =
        onsets(t -> (t >= one && t < one + 2 * HOUR) || (t >= two && t < two + 3 * HOUR), 60_000);
    assertThat(found).hasSize(2);
    assertThat(found.get(1).shareBefore()).isZero();
  }

  @Test
  void two_outages_within_an_hour_are_not_how_the_group_is() {
    long one = START + 20 * HOUR;
    long two = one + 40 * 60_000;
    assertThat(onsets(t -> isWithin(t, one, 10) || isWithin(t, two, 10), 60_000)).isNotEmpty();
  }

  @Test
  void two_outages_at_one_hour_of_two_days_are_onsets() {
    long one = START + 20 * HOUR;
    long two = one + 24 * HOUR;
    assertThat(onsets(t -> isWithin(t, one, 90) || isWithin(t, two, 90), 60_000)).hasSize(2);
  }

  @Test
  void what_is_left_out_since_it_recurs_is_said() {
    OnsetRule.Found found = OnsetRule.found(times(t -> (t - START) / HOUR % 24 == 3, 60_000));
    assertThat(found.onsets()).isEmpty();
    assertThat(found.recurring()).hasSize(1);
  }

  @Test
  void what_recurs_since_a_moment_alone_is_an_onset() {
    long since = START + 40 * HOUR;
    OnsetRule.Found found =
        OnsetRule.found(times(t -> t >= since && (t - START) / HOUR % 6 == 3, 60_000));
    assertThat(found.recurring()).isEmpty();
    assertThat(found.onsets()).isNotEmpty();
    assertThat(found.onsets().getFirst().from()).isBetween(since, since + 6 * HOUR);
  }

  @Test
  void a_small_share_of_many_calls_is_an_onset_where_none_failed_before() {
    long jump = START + 40 * HOUR;
    for (int one : new int[] {10, 20, 50}) {
      List<Onset> found = onsets(t -> t >= jump && t / 20_000 % one == 0, 20_000);
      assertThat(found).as("one of %s", one).hasSize(1);
      assertThat(found.getFirst().from()).isBetween(jump - HOUR, jump + HOUR);
    }
    SplittableRandom random = new SplittableRandom(3);
    assertThat(onsets(t -> random.nextInt(100) < (t >= jump ? 4 : 1), 60_000)).isEmpty();
  }

  @Test
  void six_outages_at_no_regular_distance_are_onsets() {
    long[] starts = {5, 11, 14, 30, 41, 66};
    assertThat(onsets(t -> isAny(t, starts), 60_000)).hasSizeBetween(5, 6);
  }

  private static boolean isAny(long time, long[] starts) {
    return java.util.Arrays.stream(starts).anyMatch(s -> isWithin(time, START + s * HOUR, 40));
  }

  private static boolean isWithin(long time, long from, int minutes) {
    return time >= from && time < from + minutes * 60_000L;
  }

  @Test
  void four_failures_are_too_few() {
    assertThat(onsets(t -> t >= START + 71 * HOUR + 56 * 60_000, 60_000)).isEmpty();
  }

  @Test
  void what_fails_from_the_first_call_on_has_no_share_before() {
    assertThat(onsets(t -> true, 60_000)).isEmpty();
  }

  /** Three days of calls of one operation. */
  private static List<Onset> onsets(LongPredicate failed, long period) {
    return OnsetRule.of(times(failed, period));
  }

  private static List<Times> times(LongPredicate failed, long period) {
    Loads loads = new Loads();
    for (long t = START; t < START + 72 * HOUR; t += period) {
      loads.add(event(t, failed.test(t) ? "AccessDenied" : ""), NONE);
    }
    return loads.result();
  }

  private static Event event(long time, String code) {
    String role = "arn:aws:iam::111122223333:role/billing";
    return new Event(
        time,
        "s3.amazonaws.com",
        "GetObject",
        "us-east-1",
        "111122223333",
        role,
        "",
        "",
        code,
        "",
        "",
        "e" + time,
        "none",
        0);
  }
}
