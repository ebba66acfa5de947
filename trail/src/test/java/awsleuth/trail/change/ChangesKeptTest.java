package awsleuth.trail.change;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.trail.Event;
import awsleuth.trail.RecordText;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Which changes are kept where there are too many does not depend on their order. */
final class ChangesKeptTest {

  private static final int MOST = 60;
  private static final long ROOM = 60_000;

  private record Told(Event event, RecordText record) {}

  @Test
  void the_order_and_the_parts_do_not_matter() {
    List<Told> all = new ArrayList<>();
    Random random = new Random(11);
    for (int i = 0; i < 200; i++) {
      boolean long_ = i % 7 == 0;
      all.add(told(i, "a.json", long_ ? 8_000 + random.nextInt(9_000) : random.nextInt(900)));
    }
    List<Change> expected = of(all).result();
    assertThat(expected).hasSizeBetween(5, MOST);
    for (int seed = 0; seed < 300; seed++) {
      Collections.shuffle(all, new Random(seed));
      int cut = random.nextInt(all.size());
      Changes one = of(all.subList(0, cut));
      Changes other = of(all.subList(cut, all.size()));
      if (seed % 2 == 0) {
        one.merge(other);
        assertThat(one.result()).isEqualTo(expected);
        assertThat(one.dropped()).isEqualTo(200 - expected.size());
      } else {
        other.merge(one);
        assertThat(other.result()).isEqualTo(expected);
      }
    }
  }

  @Test
  void an_event_that_two_trails_deliver_is_one_change() {
    List<Told> all = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      all.add(told(i, "b.json", 10));
      all.add(told(i, "a.json", 10));
    }
    for (int seed = 0; seed < 5; seed++) {
      Collections.shuffle(all, new Random(seed));
      Changes one = of(all.subList(0, 20));
      one.merge(of(all.subList(20, 60)));
      assertThat(one.result()).hasSize(30).allMatch(c -> c.event().file().equals("a.json"));
      assertThat(one.dropped()).isZero();
    }
  }

  private static Changes of(List<Told> all) {
    Changes changes = new Changes(false, MOST, ROOM);
    all.forEach(t -> changes.add(t.event(), t.record()));
    return changes;
  }

  private static Told told(int second, String file, int length) {
    Event event =
        new Event(
            second * 1000L,
            "iam.amazonaws.com",
            "PutRolePolicy",
            "us-east-1",
            "111122223333",
            "arn:aws:iam::111122223333:role/deploy",
            "",
            "",
            "",
            "",
            "",
            "e" + second,
            file,
            second);
    String record =
        """
        {"requestParameters": {"roleName": "r", "policyName": "p", "policyDocument": "{%s}"}}
        """
            .formatted("x".repeat(length));
    return new Told(event, RecordText.of(record, file, 1));
  }
}
