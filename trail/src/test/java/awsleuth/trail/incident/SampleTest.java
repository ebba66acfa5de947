package awsleuth.trail.incident;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.trail.Calls;
import awsleuth.trail.Event;
import awsleuth.trail.change.Change;
import awsleuth.trail.change.History;
import awsleuth.trail.time.Group;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What is kept of a target's events, and what is not said where it was too little. */
final class SampleTest {

  private static final String ROLE = "arn:aws:iam::111122223333:role/billing";

  @Test
  void an_event_that_two_trails_deliver_stands_once_whatever_the_order() {
    List<Sampled> events = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      Sampled one = get(1_000_000 + i * 1000L, "b", "AccessDenied");
      events.add(in(one, "a.json"));
      events.add(in(one, "b.json"));
    }
    for (int seed = 0; seed < 5; seed++) {
      Collections.shuffle(events, new Random(seed));
      Sample one = sample(events.subList(0, 30));
      one.merge(sample(events.subList(30, 80)));
      assertThat(one.failed())
          .hasSize(24)
          .allMatch(s -> s.event().file().equals("a.json"))
          .extracting(s -> s.event().time())
          .doesNotHaveDuplicates()
          .last()
          .isEqualTo(1_023_000L);
    }
  }

  @Test
  void it_is_remembered_that_there_were_more_successes_than_are_kept() {
    List<Sampled> events = new ArrayList<>();
    for (int i = 0; i < 24; i++) {
      events.add(get(500_000 + i, "b", ""));
      events.add(in(events.getLast(), "again.json"));
    }
    assertThat(sample(events).isBeforeOver()).isFalse();
    events.add(get(400_000, "b", ""));
    assertThat(sample(events).isBeforeOver()).isTrue();
    Sample merged = sample(events.subList(48, 49));
    merged.merge(sample(events.subList(0, 48)));
    assertThat(merged.isBeforeOver()).isTrue();
  }

  @Test
  void a_call_that_is_not_among_the_last_successes_is_not_taken_for_new() {
    assertThat(delay(3)).isPresent();
    assertThat(delay(30)).isEmpty();
  }

  @Test
  void the_last_success_in_each_folder_is_kept_whatever_the_order() {
    List<Sampled> events = new ArrayList<>();
    for (int i = 0; i < 400; i++) {
      String folder = i < 200 ? "old" + (char) ('a' + i / 10) : "new";
      events.add(get(500_000 + i, "b\", \"key\": \"" + folder + "/" + i, ""));
    }
    for (int seed = 0; seed < 5; seed++) {
      Collections.shuffle(events, new Random(seed));
      Sample one = sample(events.subList(0, 150));
      one.merge(sample(events.subList(150, 400)));
      assertThat(one.before())
          .extracting(s -> s.event().time() - 500_000)
          .hasSize(24 + 15)
          .startsWith(59L, 69L)
          .endsWith(398L, 399L);
    }
  }

  @Test
  void of_large_records_fewer_are_kept_whatever_the_order() {
    List<Sampled> events = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      Sampled one = get(1_000_000 + i * 1000L, "b", "AccessDenied");
      String json = one.record().text() + " ".repeat(10_000 + i % 3 * 5_000);
      events.add(new Sampled(one.event(), awsleuth.trail.RecordText.of(json, "f", 2)));
    }
    List<Sampled> expected = sample(events, 200).failed();
    assertThat(expected).hasSizeBetween(5, 12);
    for (int seed = 0; seed < 20; seed++) {
      Collections.shuffle(events, new Random(seed));
      Sample one = sample(events.subList(0, 17), 200);
      one.merge(sample(events.subList(17, 40), 200));
      assertThat(one.failed())
          .extracting(x -> x.event())
          .containsExactlyElementsOf(expected.stream().map(Sampled::event).toList());
    }
  }

  private static Optional<Cause> delay(int others) {
    List<Sampled> events = new ArrayList<>();
    for (int i = 0; i < others; i++) {
      events.add(get(900_000 + i, "other", ""));
    }
    Sampled refused = get(1_000_000, "b", "AccessDenied");
    events.add(refused);
    events.add(get(1_010_000, "b", ""));
    Change change =
        at(TouchesTest.change("iam AttachRolePolicy \"roleName\": \"billing\""), 990_000);
    Refused call = Refused.of(refused).orElseThrow();
    List<Change> changes = List.of(change);
    return Delay.of(
        sample(events), call, new Touches(call, changes, 0), changes, new History(changes));
  }

  private static Change at(Change c, long time) {
    return new Change(
        at(c.event(), time, "f"), c.topic(), c.thing(), c.part(), c.document(), c.status(), 1);
  }

  private static Sample sample(List<Sampled> events) {
    return sample(events, 1);
  }

  private static Sample sample(List<Sampled> events, int samples) {
    Calls calls = new Calls("s3.amazonaws.com", "GetObject", ROLE);
    Target target =
        new Target(
            new Group(calls, "AccessDenied"),
            1_000_000,
            2_000_000,
            0,
            Optional.empty(),
            Target.Why.GROUP);
    Sample sample = new Sample(target, samples);
    events.forEach(e -> sample.add(e.event(), e.record()));
    return sample;
  }

  private static Sampled get(long time, String bucket, String code) {
    return TouchesTest.sampled(
        "s3 GetObject \"bucketName\": \"" + bucket + "\"", "billing", time, code);
  }

  private static Sampled in(Sampled s, String file) {
    return new Sampled(at(s.event(), s.event().time(), file), s.record());
  }

  static Event at(Event e, long time, String file) {
    return new Event(
        time,
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
        file,
        e.record());
  }
}
