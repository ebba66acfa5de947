package awsleuth.trail.incident;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.trail.Archive;
import awsleuth.trail.Event;
import awsleuth.trail.Filter;
import awsleuth.trail.Fold;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Of failures in logs there are no whole events. */
final class LoggedIncidentTest {

  @TempDir Path folder;

  @Test
  void the_first_failure_in_a_log_is_told() throws IOException {
    StringBuilder log = new StringBuilder();
    for (int hour = 0; hour < 48; hour++) {
      log.append(line(hour, 30, "ThrottlingException", "PutMetricData", "Rate exceeded"));
      for (int minute = 0; minute < 60 && hour >= 40; minute += 2) {
        log.append(line(hour, minute, "ExpiredToken", "PutObject", "The token has expired."));
      }
    }
    Files.writeString(folder.resolve("app.log"), log);
    Investigation.Pass<RuntimeException> pass =
        new Investigation.Pass<>() {
          @Override
          public <F extends Fold<F>> Archive.Asked<F> ask(Supplier<F> fold) {
            return new Archive(List.of(folder), Filter.ALL.in("UTC")).ask(fold);
          }
        };
    assertThat(Investigation.of(pass, Scope.ALL).incidents())
        .singleElement()
        .satisfies(i -> assertThat(i.message()).isEqualTo("The token has expired."))
        .satisfies(i -> assertThat(i.first().map(Event::code)).contains("ExpiredToken"));
  }

  private static String line(int hour, int minute, String code, String call, String message) {
    return "2026-11-%02d %02d:%02d:00,000 ERROR botocore.exceptions.ClientError: An error occurred (%s) when calling the %s operation: %s%n"
        .formatted(16 + hour / 24, hour % 24, minute, code, call, message);
  }
}
