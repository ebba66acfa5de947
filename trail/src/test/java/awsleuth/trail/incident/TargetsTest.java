package awsleuth.trail.incident;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.trail.Event;
import awsleuth.trail.Filter;
import awsleuth.trail.RecordText;
import awsleuth.trail.time.Loads;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

final class TargetsTest {

  private static final long START = 1_793_577_600_000L;
  private static final long MINUTE = 60_000;
  private static final RecordText NONE = RecordText.of("{}", "none", 1);

  @Test
  void first_calls_do_not_take_the_place_of_failures_that_became_more() {
    Loads loads = new Loads();
    for (int i = 0; i < 300; i++) {
      loads.add(event(START + i, "new-" + i, "AccessDenied"), NONE);
    }
    for (int minute = 0; minute < 2_000; minute++) {
      boolean fails = minute >= 1_500;
      loads.add(event(START + minute * MINUTE, "billing", fails ? "AccessDenied" : ""), NONE);
    }
    Targets.Chosen chosen = Targets.of(loads, Scope.ALL);
    assertThat(chosen.targets())
        .hasSize(Targets.MOST)
        .isSortedAccordingTo(Target.ORDER)
        .filteredOn(t -> t.why() == Target.Why.ONSET)
        .hasSize(1);
    assertThat(chosen.left()).isEqualTo(101);
  }

  @Test
  void around_a_moment_what_always_fails_is_looked_into_too() {
    Loads loads = new Loads();
    for (int minute = 0; minute < 2_000; minute++) {
      loads.add(event(START + minute * MINUTE, "probe", "AccessDenied"), NONE);
      boolean fails = minute >= 1_500;
      loads.add(event(START + minute * MINUTE, "billing", fails ? "AccessDenied" : ""), NONE);
    }
    Scope around =
        new Scope(
            OptionalLong.of(START + 1_500 * MINUTE),
            g -> true,
            false,
            Filter.ALL,
            Scope.USUAL_WINDOW,
            false);
    assertThat(Targets.of(loads, around).targets())
        .extracting(t -> t.group().calls().principal() + " " + t.why() + " " + t.isToldAnyhow())
        .containsExactlyInAnyOrder(
            "arn:aws:iam::111122223333:role/billing ONSET true",
            "arn:aws:iam::111122223333:role/probe MOMENT true");
  }

  @Test
  void what_fails_from_its_first_calls_on_has_no_onset_and_is_counted() {
    Loads loads = new Loads();
    for (int minute = 0; minute < 200; minute++) {
      loads.add(event(START + minute * MINUTE, "down", minute < 10 ? "" : "AccessDenied"), NONE);
      loads.add(
          event(START + minute * MINUTE, "often", minute % 3 == 0 ? "AccessDenied" : ""), NONE);
      loads.add(
          event(START + minute * MINUTE, "billing", minute < 100 ? "" : "AccessDenied"), NONE);
    }
    Targets.Chosen chosen = Targets.of(loads, Scope.ALL);
    assertThat(chosen.targets())
        .extracting(t -> t.group().calls().principal())
        .contains("arn:aws:iam::111122223333:role/billing")
        .doesNotContain("arn:aws:iam::111122223333:role/down");
    assertThat(chosen.always()).isEqualTo(1);
  }

  static Event event(long time, String role, String code) {
    return new Event(
        time,
        "s3.amazonaws.com",
        "GetObject",
        "us-east-1",
        "111122223333",
        "arn:aws:iam::111122223333:role/" + role,
        "",
        "",
        code,
        "",
        "",
        role + time,
        "none",
        0);
  }
}
