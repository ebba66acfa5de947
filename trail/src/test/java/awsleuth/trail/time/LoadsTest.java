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

  private static Loads of(List<Event> events) {
    Loads loads = new Loads(60, 900, 30_000);
    events.forEach(e -> loads.add(e, NONE));
    return loads;
  }
}
