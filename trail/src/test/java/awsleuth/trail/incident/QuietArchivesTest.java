package awsleuth.trail.incident;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.trail.make.MadeEvents;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where nothing but the usual fails, nothing is reported. */
final class QuietArchivesTest {

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
  void nothing_is_reported_of_a_quiet_archive(long seed) {
    MadeEvents events = new MadeEvents(MadeEvents.order(seed, 10_000, 200, List.of()));
    assertThat(Investigation.of(events, Scope.ALL).incidents()).isEmpty();
  }
}
