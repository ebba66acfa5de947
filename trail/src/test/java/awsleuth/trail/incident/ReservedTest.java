package awsleuth.trail.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A function for which no concurrency is reserved is throttled whenever it is called. */
final class ReservedTest {

  @TempDir Path folder;

  @Test
  void none_is_why() throws IOException {
    Suspect suspect = suspects(put("08:30:10", "bill", 0)).getFirst();
    assertThat(suspect.certainty()).isEqualTo(Certainty.CONFIRMED);
    assertThat(suspect.change().what()).isEqualTo("reserved concurrency of function `bill`");
    assertThat(suspect.why().getLast()).contains("every call is throttled");
  }

  @Test
  void some_may_be() throws IOException {
    assertThat(suspects(put("08:30:10", "bill", 5)).getFirst().certainty())
        .isEqualTo(Certainty.POSSIBLE);
  }

  @Test
  void nor_is_it_certain_where_some_is_reserved_since() throws IOException {
    assertThat(suspects(put("08:30:10", "bill", 0), put("08:30:20", "bill", 5)))
        .extracting(Suspect::certainty)
        .doesNotContain(Certainty.CONFIRMED);
  }

  @Test
  void that_of_another_function_is_not() throws IOException {
    assertThat(suspects(put("08:30:10", "other", 0))).isEmpty();
  }

  private static String put(String time, String function, int reserved) {
    return ToldArchive.event(
        time,
        "lambda PutFunctionConcurrency20171031",
        "",
        "",
        "{\"functionName\":\"%s\",\"reservedConcurrentExecutions\":%d}"
            .formatted(function, reserved));
  }

  private List<Suspect> suspects(String... changes) throws IOException {
    List<String> records = new ArrayList<>(List.of(changes));
    for (int minute = 0; minute < 60; minute++) {
      String code = minute < 31 ? "" : "TooManyRequestsException";
      records.add(
          ToldArchive.event(
              "08:%02d:00".formatted(minute),
              "lambda Invoke",
              code,
              "Rate Exceeded.",
              "{\"functionName\":\"bill\"}"));
    }
    return new ToldArchive(folder)
        .incidents(records).stream().flatMap(i -> i.suspects().stream()).toList();
  }
}
