package awsleuth.trail.ask;

import static awsleuth.trail.ask.FailuresTest.event;
import static awsleuth.trail.ask.FailuresTest.some;
import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.trail.Event;
import awsleuth.trail.RecordText;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A call counts once, however many trails and accounts are told of it. */
class CountedOnceTest {

  /** The events again as another trail tells them, in some order, asked in parts. */
  private static Failures twice(List<Event> events, long seed, int mostGroups, int mostOnce) {
    List<Event> all = new ArrayList<>(events);
    events.forEach(e ->
        all.add(
            new Event(
                e.time(),
                e.source(),
                e.name(),
                e.region(),
                e.account(),
                e.principal(),
                e.agent(),
                e.address(),
                e.code(),
                e.message(),
                e.requestId(),
                e.eventId(),
                "g",
                e.record())));
    Collections.shuffle(all, new Random(seed));
    List<Failures> parts = new ArrayList<>();
    for (int i = 0; i < 1 + seed % 4; i++) {
      parts.add(new Failures(List.of(), mostGroups, mostOnce));
    }
    for (Event e : all) {
      parts.get(Math.floorMod(e.hashCode(), parts.size())).add(e, RecordText.of("{}", e.file(), 1));
    }
    Failures whole = parts.getFirst();
    parts.subList(1, parts.size()).forEach(whole::merge);
    return whole;
  }

  /** All groups, without their records, which are equal to none. */
  private static List<String> told(Failures failures) {
    return failures.largest(99).stream()
        .map(g -> g.toString().replaceAll("record=Optional\\[[^\\]]*\\]", ""))
        .toList();
  }

  @Test
  void an_event_that_two_trails_deliver_counts_once() {
    List<Event> events = some(600, 5, new Random(7));
    for (int most : new int[] {1000, 60, 12}) {
      Failures once = FailuresTest.of(events, most);
      for (long seed = 0; seed < 8; seed++) {
        Failures twice = twice(events, seed, most, 600);
        assertThat(twice.repeated()).as("seed %s", seed).isEqualTo(600);
        assertThat(twice.failed()).isEqualTo(once.failed());
        assertThat(twice.calls()).isEqualTo(600);
        assertThat(told(twice)).isEqualTo(told(once));
      }
    }
  }

  /** The event as the account is told that owns what was called. */
  private static Event ofOwner(Event e) {
    return new Event(
        e.time(),
        e.source(),
        e.name(),
        e.region(),
        "444455556666",
        "AWSAccount AROAEXAMPLE" + e.principal().length() + " of 111122223333",
        e.agent(),
        e.address(),
        e.code(),
        e.message(),
        e.requestId(),
        "owner-" + e.eventId(),
        e.sharedId(),
        "h",
        e.record());
  }

  private static Event ofCaller(Event e) {
    return new Event(
        e.time(),
        e.source(),
        e.name(),
        e.region(),
        e.account(),
        "arn:aws:iam::111122223333:" + e.principal(),
        e.agent(),
        e.address(),
        e.code(),
        e.message(),
        e.requestId(),
        e.eventId(),
        "shared-" + e.eventId(),
        e.file(),
        e.record());
  }

  @Test
  void what_two_accounts_are_told_of_counts_once_as_what_tells_the_arn_of_who_calls() {
    List<Event> callers =
        some(600, 5, new Random(7)).stream().map(CountedOnceTest::ofCaller).toList();
    Failures once = FailuresTest.of(callers, 1000);
    for (long seed = 0; seed < 8; seed++) {
      List<Event> all = new ArrayList<>(callers);
      callers.forEach(e -> all.add(ofOwner(e)));
      Collections.shuffle(all, new Random(seed));
      Failures whole = FailuresTest.of(all.subList(0, 500), 1000);
      whole.merge(FailuresTest.of(all.subList(500, all.size()), 1000));
      assertThat(whole.repeated()).as("seed %s", seed).isEqualTo(600);
      assertThat(whole.failed()).isEqualTo(once.failed());
      assertThat(whole.groups()).isEqualTo(once.groups());
      assertThat(told(whole)).isEqualTo(told(once));
    }
    List<Event> owner = callers.stream().map(CountedOnceTest::ofOwner).toList();
    assertThat(FailuresTest.of(owner, 1000).failed())
        .as("told by one alone")
        .isEqualTo(once.failed());
  }

  @Test
  void of_a_request_that_two_accounts_are_told_of_the_event_of_the_caller_is_kept() {
    Event caller = ofCaller(event(1, "s3", "GetObject", "role/a", "AccessDenied", ""));
    for (List<Event> order :
        List.of(List.of(caller, ofOwner(caller)), List.of(ofOwner(caller), caller))) {
      ById found = new ById("r1");
      order.forEach(e -> found.add(e, RecordText.of("{}", e.file(), 1)));
      assertThat(found.matches()).extracting(m -> m.event().eventId()).containsExactly("e1");
    }
  }

  @Test
  void beyond_a_bound_it_counts_again_and_about_which_share_does_is_told() {
    List<Event> events = some(600, 5, new Random(7));
    Failures first = twice(events, 0, 1000, 599);
    assertThat(first.isOnce()).isFalse();
    assertThat(first.calls()).isEqualTo(1200);
    assertThat(first.repeated()).isZero();
    assertThat(first.repeatedShare()).isEqualTo(0.5);
    for (long seed = 1; seed < 8; seed++) {
      Failures other = twice(events, seed, 1000, 599);
      assertThat(told(other)).isEqualTo(told(first));
      assertThat(other.repeatedShare()).isEqualTo(0.5);
    }
  }

  @Test
  void an_id_that_other_calls_have_too_makes_them_no_delivery_of_one() {
    Event one = event(1, "s3", "GetObject", "role/a", "AccessDenied", "");
    Event other = event(1, "s3", "PutObject", "role/a", "AccessDenied", "");
    assertThat(FailuresTest.of(List.of(one, other), 9).failed()).isEqualTo(2);
  }
}
