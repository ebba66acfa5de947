package awsleuth.trail;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.trail.ask.Failures;
import awsleuth.trail.change.Changes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What questions keep is bounded by its size, not by how many things there are. */
final class LongestTest {

  private static final String LONG = "x".repeat(1_000);

  @Test
  void groups_with_long_names_are_brought_together_before_they_are_too_much() {
    Failures failures = new Failures(List.of());
    for (int i = 0; i < 20_000; i++) {
      failures.add(event(i, "GetObject", LONG), RecordText.of("{}", "f", 1));
    }
    assertThat(failures.failed()).isEqualTo(20_000);
    assertThat(size(failures)).isLessThan(40_000_000);
  }

  @Test
  void changes_with_long_columns_are_fewer() {
    Changes changes = new Changes(false);
    RecordText record =
        RecordText.of(
            "{\"requestParameters\": {\"roleName\": \"%s\"}}".formatted(LONG.repeat(4)), "f", 1);
    for (int i = 0; i < 20_000; i++) {
      changes.add(event(i, "UpdateRole", ""), record);
    }
    assertThat(changes.dropped()).isPositive();
    assertThat(changes.result()).hasSizeGreaterThan(4_000);
  }

  private static Event event(int i, String name, String code) {
    return new Event(
        i * 1000L,
        name.equals("UpdateRole") ? "iam.amazonaws.com" : "s3.amazonaws.com",
        name,
        LONG,
        LONG,
        i + LONG,
        LONG,
        LONG,
        code,
        LONG,
        "r" + i + LONG,
        "e" + i + LONG,
        "f",
        i);
  }

  private static long size(Failures failures) {
    try (ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(failures);
      out.flush();
      return bytes.size();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
