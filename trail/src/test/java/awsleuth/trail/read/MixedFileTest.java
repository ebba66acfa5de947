package awsleuth.trail.read;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.trail.Event;
import awsleuth.trail.Events;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files with both, events and what programs print. */
class MixedFileTest {

  private static final String EVENT = Events.event(3, "ListObjects", "AccessDenied", "no") + "\n";

  private static final String PRINTED =
      "botocore.exceptions.ClientError: An error occurred (Throttling) when calling the"
          + " DescribeStacks operation: Rate exceeded\n";

  @TempDir Path folder;

  private final List<Event> events = new ArrayList<>();

  private FileReader.Done read(String name, String text) {
    events.clear();
    try {
      Path file = Files.writeString(folder.resolve(name), text);
      return new FileReader(new LongAdder(), Optional.empty())
          .read(
              new Found(new OnDisk(file), name, Files.size(file)),
              false,
              (event, record) -> events.add(event));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void events_behind_much_text_are_found() {
    String plain = "[INFO] 2026-11-18 nothing happened {here} at all, in a line of many\n";
    String late = plain.repeat(2_000) + Events.event(3, "ListObjects", "AccessDenied", "no") + "\n";
    FileReader.Done done = read("late.log", late);
    assertThat(events).extracting(Event::eventId).containsExactly("E000003");
    assertThat(done.damages()).isEmpty();
  }

  @Test
  void what_programs_print_beside_events_is_found_and_no_event_twice() {
    for (String both : List.of(EVENT + PRINTED.repeat(5), PRINTED.repeat(5) + EVENT)) {
      FileReader.Done done = read("both.log", both);
      assertThat(events)
          .extracting(Event::code)
          .containsExactlyInAnyOrder(
              "AccessDenied", "Throttling", "Throttling", "Throttling", "Throttling", "Throttling");
      assertThat(done.damages()).isEmpty();
    }
  }

  @Test
  void logs_in_json_that_hold_no_events_are_read_as_logs() {
    read(
        "app.json",
        "{\"level\":\"error\",\"message\":\"An error occurred (AccessDenied) when calling the"
            + " ListObjectsV2 operation: Access Denied\"}\n");
    assertThat(events).hasSize(1);
  }

  /** As functions print that a bucket tells of its objects. */
  @Test
  void a_line_with_the_word_of_events_is_not_taken_for_one() {
    String line =
        "2026-11-18T10:00:00Z ERROR record eventName=ObjectCreated:Put failed: " + PRINTED;
    read("app.log", EVENT + line.repeat(5));
    assertThat(events).extracting(Event::code).filteredOn("Throttling"::equals).hasSize(5);
  }

  @Test
  void an_event_in_many_lines_is_no_text_of_the_log() {
    String pretty = EVENT.replace("\"no\"", "\"" + PRINTED.strip() + "\"").replace(",\"", ",\n\"");
    read("app.log", "begin\n" + pretty + PRINTED);
    assertThat(events).extracting(Event::code).containsExactly("AccessDenied", "Throttling");
  }

  @Test
  void failures_in_json_lines_beside_an_event_are_found() {
    read("app.json", EVENT + "{\"level\":\"error\",\"message\":\"" + PRINTED.strip() + "\"}\n");
    assertThat(events).extracting(Event::code).containsExactly("AccessDenied", "Throttling");
  }

  @Test
  void what_a_bucket_tells_of_its_objects_is_no_call() {
    String told =
        "{\"eventVersion\":\"2.1\",\"eventSource\":\"aws:s3\",\"awsRegion\":\"eu-west-1\","
            + "\"eventTime\":\"2026-11-18T10:00:00Z\",\"eventName\":\"ObjectCreated:Put\"}";
    FileReader.Done done = read("n.json", "{\"Records\":[" + told + "," + EVENT + "]}");
    assertThat(events).extracting(Event::name).containsExactly("ListObjects");
    assertThat(done.damages())
        .singleElement()
        .satisfies(d -> assertThat(d.what()).startsWith("1 record is no event (line 1)"));
  }
}
