package awsleuth.boto.credentials;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which ends botocore puts off: the random part of what it adds is not known. */
class PutOffTest {

  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  @ParameterizedTest
  @CsvSource({"-600,puts", "1020,puts", "1021,may put", "1500,may put", "1501,"})
  void anEndBetweenTheLeastAndTheMostMayBePutOff(long seconds, String verb) {
    Optional<PutOff> putOff = PutOff.of(NOW.plus(Duration.ofSeconds(seconds)), NOW);
    if (verb == null) {
      assertThat(putOff).isEmpty();
    } else {
      assertThat(putOff.map(PutOff::words))
          .contains("botocore " + verb + " that off to 17 to 25 minutes from now");
    }
  }
}
