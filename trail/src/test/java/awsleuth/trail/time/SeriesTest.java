package awsleuth.trail.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class SeriesTest {

  @Test
  void the_order_of_events_and_parts_does_not_matter() {
    Random random = new Random(3);
    List<Long> times = new ArrayList<>();
    for (int i = 0; i < 5_000; i++) {
      times.add(1_793_577_600_000L + (long) random.nextInt(200_000_000));
    }
    Series inOrder = of(times.stream().sorted().toList());
    Collections.shuffle(times, random);
    Series one = of(times.subList(0, 1_000));
    one.merge(of(times.subList(1_000, 5_000)));
    Series other = of(times.subList(1_000, 5_000));
    other.merge(of(times.subList(0, 1_000)));
    assertThat(text(one)).isEqualTo(text(inOrder));
    assertThat(text(other)).isEqualTo(text(inOrder));
  }

  @Test
  void stretches_grow_instead_of_becoming_too_many() {
    Series series = new Series();
    for (long t = 0; t < 100_000_000_000L; t += 9_000_000) {
      series.add(t);
    }
    assertThat(series.size()).isLessThanOrEqualTo(Series.MOST);
    assertThat(series.total()).isEqualTo(11_112);
  }

  @Test
  void times_before_1970_have_their_place() {
    Series series = of(List.of(-1L, 0L));
    assertThat(series.start(0)).isEqualTo(-10_000);
    assertThat(series.start(1)).isZero();
  }

  private static Series of(List<Long> times) {
    Series series = new Series();
    times.forEach(series::add);
    return series;
  }

  private static String text(Series series) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < series.size(); i++) {
      out.append(series.start(i)).append('=').append(series.count(i)).append(' ');
    }
    return out.toString();
  }

  @Test
  void the_first_event_of_a_stretch_keeps_its_time_however_wide_it_becomes() {
    Series some = new Series(true);
    Series others = new Series(true);
    for (int i = 2_000; i > 0; i--) {
      (i % 2 == 0 ? some : others).add(i * 17_000L + 3);
    }
    some.merge(others);
    assertThat(some.width()).isGreaterThan(17_000);
    for (int n = 0; n < some.size(); n++) {
      long start = some.start(n);
      long first = Math.max(1, Math.ceilDiv(start - 3, 17_000L)) * 17_000L + 3;
      assertThat(some.firstFrom(start)).isEqualTo(first);
    }
  }
}
