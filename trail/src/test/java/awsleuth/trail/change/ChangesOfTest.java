package awsleuth.trail.change;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.core.evidence.TrailEvent;
import awsleuth.trail.Event;
import awsleuth.trail.RecordText;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The changes of some things until a moment, whatever the order in which they are read. */
final class ChangesOfTest {

  private record Told(Event event, RecordText record) {}

  private static Told told(int number, String bucket, String file, int padding) {
    Event event =
        new Event(
            number * 1000L,
            "s3.amazonaws.com",
            "PutBucketPolicy",
            "",
            "",
            "",
            "",
            "",
            "",
            "",
            "",
            "e-" + number,
            file,
            number);
    String json =
        """
        {"eventSource":"s3.amazonaws.com","eventName":"PutBucketPolicy","eventID":"e-%d",\
        "requestParameters":{"bucketName":"%s"},"pad":"%s"}\
        """
            .formatted(number, bucket, "x".repeat(padding));
    return new Told(event, RecordText.of(json, file, 1));
  }

  private static ChangesOf of(List<Told> told) {
    ChangesOf changes = new ChangesOf(List.of("invoices"), 900_000);
    told.forEach(t -> changes.add(t.event(), t.record()));
    return changes;
  }

  private static List<String> ids(ChangesOf changes) {
    return changes.events().stream().map((TrailEvent e) -> e.field("eventID")).toList();
  }

  @Test
  void those_of_other_things_and_later_ones_are_left_out_and_a_second_delivery_is_none() {
    List<Told> all =
        List.of(
            told(3, "invoices", "b", 1),
            told(1, "invoices", "a", 1),
            told(2, "other", "a", 1),
            told(3, "invoices", "a", 1),
            told(901, "invoices", "a", 1));
    assertThat(ids(of(all))).containsExactly("e-1", "e-3");
  }

  @Test
  void nothing_older_is_told_than_a_record_that_is_too_large() {
    List<Told> all =
        List.of(
            told(1, "invoices", "a", 1),
            told(2, "invoices", "a", 300_000),
            told(3, "invoices", "a", 1));
    assertThat(ids(of(all))).containsExactly("e-3");
  }

  @Test
  void of_too_many_the_newest_are_kept_in_any_order_and_parts() {
    List<Told> all = new ArrayList<>();
    Random random = new Random(5);
    for (int i = 0; i < 600; i++) {
      all.add(told(i, "invoices", "a", i % 3 == 0 ? 200_000 : random.nextInt(100)));
    }
    List<String> expected = ids(of(all));
    assertThat(expected).hasSizeLessThan(ChangesOf.MOST).endsWith("e-598", "e-599");
    for (int seed = 0; seed < 10; seed++) {
      Collections.shuffle(all, new Random(seed));
      ChangesOf one = of(all.subList(0, 200));
      one.merge(of(all.subList(200, 600)));
      assertThat(ids(one)).isEqualTo(expected);
    }
  }

  @Test
  void all_changes_that_are_kept_answer_as_the_archive_does_while_there_is_room() {
    List<Told> all = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      all.add(told(i, i % 3 == 0 ? "invoices" : "other", "f", 10));
    }
    EveryChange whole = new EveryChange(80_000);
    EveryChange part = new EveryChange(80_000);
    all.forEach(t -> (t.event().time() % 2000 == 0 ? whole : part).add(t.event(), t.record()));
    whole.merge(part);
    assertThat(whole.isWhole()).isTrue();
    assertThat(ids(whole.ask(new ChangesOf(List.of("invoices"), 900_000)))).isEqualTo(ids(of(all)));
    EveryChange less = new EveryChange(30_000);
    all.forEach(t -> less.add(t.event(), t.record()));
    assertThat(less.isWhole()).isFalse();
    assertThat(new EveryChange(30_000).isWhole()).isTrue();
  }
}
