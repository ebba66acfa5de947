package awsleuth.trail.read;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.trail.Event;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ScannerTest {

  private static final int CASES = Integer.getInteger("trail.cases", 10_000);

  private final EventMaker maker = new EventMaker();

  private Optional<Event> scanned(byte[] record) {
    Slots slots = new Slots();
    byte[] padded = Arrays.copyOf(record, record.length + Words.PADDING);
    if (record.length == 0 || padded[0] != '{') {
      return Optional.empty();
    }
    int end = new Scanner(slots).object(padded, 0, record.length);
    return end == record.length
        ? Optional.of(maker.event(padded, slots, "f", 0))
        : Optional.empty();
  }

  @Test
  void takes_the_same_columns_as_a_parser_of_json() {
    for (int seed = 0; seed < CASES; seed++) {
      String record = RandomRecord.of(new Random(seed));
      byte[] bytes = record.getBytes(StandardCharsets.UTF_8);
      assertThat(scanned(bytes)).as("seed %d: %s", seed, record).isEqualTo(Plainly.event(bytes));
    }
  }

  @Test
  void takes_the_same_columns_of_damaged_records_that_are_still_json_and_never_throws() {
    int still = 0;
    for (int seed = 0; seed < CASES; seed++) {
      Random random = new Random(seed);
      byte[] bytes = damaged(RandomRecord.of(random).getBytes(StandardCharsets.UTF_8), random);
      Optional<Event> scanned = scanned(bytes);
      Optional<Event> plain = Plainly.event(bytes);
      if (plain.isPresent()) {
        still++;
        assertThat(scanned)
            .as("seed %d: %s", seed, new String(bytes, StandardCharsets.UTF_8))
            .isEqualTo(plain);
      }
    }
    assertThat(still).isGreaterThan(CASES / 20);
  }

  private static byte[] damaged(byte[] record, Random random) {
    byte[] bytes = record.clone();
    int at = random.nextInt(bytes.length);
    switch (random.nextInt(4)) {
      case 0 -> bytes[at] = (byte) random.nextInt(256);
      case 1 -> bytes[at] = (byte) "{}[]\",:\\ a0".charAt(random.nextInt(11));
      case 2 -> {
        return Arrays.copyOf(bytes, at);
      }
      default -> {
        int to = Math.min(bytes.length, at + random.nextInt(20));
        byte[] shorter = new byte[bytes.length - (to - at)];
        System.arraycopy(bytes, 0, shorter, 0, at);
        System.arraycopy(bytes, to, shorter, at, bytes.length - to);
        return shorter;
      }
    }
    return bytes;
  }

  @Test
  void a_record_that_ends_too_early_is_cut_at_every_length() {
    byte[] bytes = RandomRecord.of(new Random(3)).getBytes(StandardCharsets.UTF_8);
    for (int length = 1; length < bytes.length; length++) {
      byte[] padded = Arrays.copyOf(Arrays.copyOf(bytes, length), length + Words.PADDING);
      assertThat(new Scanner(new Slots()).object(padded, 0, length)).isEqualTo(Scanner.CUT);
    }
  }
}
