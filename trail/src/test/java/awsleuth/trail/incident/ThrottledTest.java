package awsleuth.trail.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A storm is told of by itself, whether or not there are calls before it. */
final class ThrottledTest {

  private @TempDir Path folder;
  private final List<String> records = new ArrayList<>();

  @Test
  void who_used_up_a_rate_is_told_without_a_past() throws IOException {
    storm("10:00", 25);
    call("10:00:11", "shop", true);
    assertThat(new ToldArchive(folder).incidents(records))
        .singleElement()
        .satisfies(i -> {
          assertThat(i.targets()).as("who is throttled with it").hasSize(2);
          assertThat(i.cause())
              .isInstanceOfSatisfying(
                  Cause.Storm.class,
                  s -> {
                    assertThat(s.principal()).endsWith("user/scan");
                    assertThat(s.isCertain()).isTrue();
                    assertThat(s.busiest()).isEqualTo(25);
                  });
        });
  }

  @Test
  void few_calls_a_second_are_no_storm() throws IOException {
    storm("10:00", 4);
    assertThat(new ToldArchive(folder).incidents(records)).isEmpty();
  }

  @Test
  void what_comes_every_few_hours_is_how_it_is() throws IOException {
    for (String hour : List.of("02", "06", "10", "14")) {
      storm(hour + ":00", 25);
    }
    assertThat(new ToldArchive(folder).incidents(records)).isEmpty();
  }

  private void storm(String minute, int perSecond) {
    for (int second = 10; second < 22; second++) {
      for (int i = 0; i < perSecond; i++) {
        call(minute + ":" + second, "scan", i % 4 == 3);
      }
    }
  }

  private void call(String time, String user, boolean throttled) {
    String code = throttled ? "Client.RequestLimitExceeded" : "";
    records.add(
        ToldArchive.event(time, "ec2 DescribeInstances", code, "Request limit exceeded.", "{}")
            .replace("user/ci", "user/" + user)
            .replace("\"eventID\":\"", "\"eventID\":\"" + records.size()));
  }
}
