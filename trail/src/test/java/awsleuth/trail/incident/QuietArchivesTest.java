package awsleuth.trail.incident;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.trail.make.MadeEvents;
import awsleuth.trail.make.Order;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Where nothing but the usual fails, nothing is reported; {@code -Dtrail.events=1000000
 * -Dtrail.changes=10000} makes archives of another size.
 */
final class QuietArchivesTest {

  private static final long EVENTS = Long.getLong("trail.events", 10_000);
  private static final int CHANGES = Integer.getInteger("trail.changes", 200);

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
  void nothing_is_reported_of_a_quiet_archive(long seed) {
    Order order = MadeEvents.order(seed, EVENTS, CHANGES, List.of());
    assertThat(Investigation.of(MadeEvents.hourly(order), Scope.ALL).incidents()).isEmpty();
  }
}
