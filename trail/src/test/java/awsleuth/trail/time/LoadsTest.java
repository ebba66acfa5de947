package awsleuth.trail.time;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.trail.Event;
import awsleuth.trail.RecordText;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class LoadsTest {

  private static final RecordText NONE = RecordText.of("{}", "f", 1);

  private static Event event(long time, int principal, String code) {
    return new Event(
        time,
        "s3.amazonaws.com",
        "GetObject",
        "eu-west-1",
        "111122223333",
        "arn:aws:iam::111122223333:role/job-" + principal,
        "",
        "",
        code,
        "",
        "",
        "",
        "f",
        0);
  }

  @Test
  void neither_order_nor_parts_matter_where_there_is_more_than_is_kept() {
    Random random = new Random(5);
    List<Event> events = new ArrayList<>();
    for (int i = 0; i < 30_000; i++) {
      int code = random.nextInt(40);
      events.add(
          event(random.nextInt(200_000_000), random.nextInt(90), code > 30 ? "" : "Code" + code));
    }
    Loads whole = of(events);
    assertThat(whole.isOver()).isTrue();
    for (int round = 0; round < 5; round++) {
      Collections.shuffle(events, random);
      int cut = random.nextInt(events.size());
      Loads parts = of(events.subList(0, cut));
      parts.merge(of(events.subList(cut, events.size())));
      assertThat(parts.result()).isEqualTo(whole.result());
    }
  }

  @Test
  void what_is_kept_stays_small_whatever_calls_how() {
    Loads loads = new Loads();
    for (int stretch = 0; stretch < 70; stretch++) {
      for (int principal = 0; principal < 22_000; principal++) {
        loads.add(
            event(stretch * 1_000_000L, principal, "Code" + (principal + stretch) % 25), NONE);
      }
    }
    assertThat(loads.isOver()).isTrue();
    assertThat(loads.stretches()).isLessThanOrEqualTo(4 << 20);
  }

  private static Event delivered(Event e, int id, String file) {
    return new Event(
        e.time(),
        e.source(),
        e.name(),
        e.region(),
        e.account(),
        e.principal(),
        "",
        "",
        e.code(),
        "",
        "",
        "e" + id,
        file,
        0);
  }

  @Test
  void an_event_that_two_trails_deliver_counts_once_in_whatever_order_and_parts() {
    Random random = new Random(6);
    List<Event> once = new ArrayList<>();
    for (int i = 0; i < 3_000; i++) {
      long time = random.nextInt(50) == 0 ? Event.UNKNOWN_TIME : random.nextInt(90_000) * 1000L;
      String code = random.nextInt(3) == 0 ? "Code" + random.nextInt(4) : "";
      once.add(delivered(event(time, random.nextInt(90), code), i, "f"));
    }
    List<Event> twice = new ArrayList<>(once);
    long repeated = 0;
    for (int i = 0; i < once.size(); i += 2) {
      boolean counts = once.get(i).time() != Event.UNKNOWN_TIME || once.get(i).isFailed();
      repeated += counts ? 1 : 0;
      twice.add(delivered(once.get(i), i, "g"));
    }
    Loads expected = new Loads(60, 900, 30_000, 3_000);
    once.forEach(e -> expected.add(e, NONE));
    for (int round = 0; round < 5; round++) {
      Collections.shuffle(twice, random);
      List<Loads> parts = new ArrayList<>();
      for (int i = 0; i <= round; i++) {
        Loads part = new Loads(60, 900, 30_000, 3_000);
        for (int at = i; at < twice.size(); at += round + 1) {
          part.add(twice.get(at), NONE);
        }
        parts.add(part);
      }
      Loads whole = parts.removeFirst();
      parts.forEach(whole::merge);
      assertThat(whole.isOnce()).isTrue();
      assertThat(whole.repeated()).isEqualTo(repeated);
      assertThat(whole.undated()).isEqualTo(expected.undated());
      assertThat(whole.result()).isEqualTo(expected.result());
    }
  }

  private static Event shared(int number, String principal) {
    return new Event(
        number * 1000L,
        "s3.amazonaws.com",
        "GetObject",
        "eu-west-1",
        "",
        principal,
        "",
        "",
        number % 2 == 0 ? "AccessDenied" : "",
        "",
        "",
        principal + number,
        "shared" + number,
        "f",
        0);
  }

  @Test
  void what_two_accounts_are_told_of_is_one_group_that_of_the_caller() {
    String role = "arn:aws:iam::111122223333:role/app";
    Loads loads = new Loads(60, 900, 30_000, 500);
    Loads expected = new Loads(60, 900, 30_000, 500);
    for (int i = 0; i < 100; i++) {
      loads.add(shared(i, i % 3 == 0 ? role : "AWSAccount AROAEXAMPLE of 111122223333"), NONE);
      loads.add(shared(i, i % 3 != 0 ? role : "AWSAccount AROAEXAMPLE of 111122223333"), NONE);
      expected.add(shared(i, role), NONE);
    }
    assertThat(loads.result()).isEqualTo(expected.result()).hasSize(1);
    assertThat(loads.repeated()).isEqualTo(100);
  }

  @Test
  void where_there_are_too_many_events_they_count_as_they_stand_and_the_share_is_told() {
    Loads loads = new Loads(60, 900, 30_000, 500);
    for (int i = 0; i < 1_000; i++) {
      Event event = event(i * 1000L, 1, "Code");
      loads.add(delivered(event, i, "f"), NONE);
      loads.add(delivered(event, i, "g"), NONE);
    }
    assertThat(loads.isOnce()).isFalse();
    assertThat(loads.repeated()).isZero();
    assertThat(loads.repeatedShare()).isEqualTo(0.5);
    assertThat(loads.result().getFirst().failures()).isEqualTo(2_000);
  }

  private static Loads of(List<Event> events) {
    Loads loads = new Loads(60, 900, 30_000, 100);
    events.forEach(e -> loads.add(e, NONE));
    return loads;
  }
}
