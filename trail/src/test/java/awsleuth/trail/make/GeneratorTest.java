package awsleuth.trail.make;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.core.evidence.TrailEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class GeneratorTest {

  private static final List<IncidentKind> ALL = List.of(IncidentKind.values());

  @Test
  void the_same_order_gives_the_same_bytes(@TempDir Path folder) throws IOException {
    Order order = MadeEvents.order(5, 9_000, 50, ALL);
    new Generator(order).write(folder.resolve("one"));
    new Generator(order).write(folder.resolve("two"));
    assertThat(files(folder.resolve("one"))).isEqualTo(files(folder.resolve("two")));
  }

  @Test
  void another_seed_gives_other_bytes(@TempDir Path folder) throws IOException {
    new Generator(MadeEvents.order(5, 500, 5, List.of())).write(folder.resolve("one"));
    new Generator(MadeEvents.order(6, 500, 5, List.of())).write(folder.resolve("two"));
    assertThat(files(folder.resolve("one"))).isNotEqualTo(files(folder.resolve("two")));
  }

  @Test
  void files_lie_as_a_trail_writes_them(@TempDir Path folder) throws IOException {
    new Generator(MadeEvents.order(5, 500, 5, List.of())).write(folder);
    String day = "\\d{4}/\\d{2}/\\d{2}";
    String file = "AWSLogs/(\\d{12})/CloudTrail/([a-z0-9-]+)/" + day;
    assertThat(files(folder).keySet())
        .filteredOn(name -> !name.equals("answers.json"))
        .isNotEmpty()
        .allMatch(name ->
            name.matches(file + "/\\1_CloudTrail_\\2_\\d{8}T\\d{4}Z_[A-Za-z0-9]{16}\\.json\\.gz"));
  }

  @Test
  void the_number_of_events_is_about_the_one_that_was_ordered() {
    assertThat(new MadeEvents(MadeEvents.order(5, 20_000, 200, List.of())).size())
        .isBetween(19_900, 20_100);
  }

  @Test
  void every_event_is_read_and_its_time_is_within_the_order() {
    MadeEvents events = new MadeEvents(MadeEvents.order(5, 12_000, 100, ALL));
    assertThat(events.whole())
        .hasSize(events.size())
        .allMatch(e -> e.time().startsWith("2026-11-0"))
        .extracting(e -> e.field("eventID"))
        .doesNotHaveDuplicates();
  }

  @Test
  void every_answer_names_a_change_and_failures_that_are_in_the_archive() {
    Order order = MadeEvents.order(5, 12_000, 100, ALL);
    List<TrailEvent> events = new MadeEvents(order).whole();
    for (Answer answer : new Generator(order).answers()) {
      if (!answer.change().isEmpty()) {
        assertThat(events)
            .as("%s", answer)
            .anyMatch(e -> e.field("eventID").equals(answer.change()));
      }
      assertThat(events)
          .as("%s", answer)
          .anyMatch(e ->
              e.eventName().equals(answer.operation())
                  && e.errorCode().endsWith(answer.code())
                  && e.time().equals(EventText.moment(answer.onset())));
    }
  }

  @Test
  void the_stretches_of_time_have_together_what_the_whole_has() {
    Order order = MadeEvents.order(5, 9_000, 50, ALL);
    Generator generator = new Generator(order);
    long half = order.first() + (order.end() - order.first()) / 2;
    int parts =
        generator.between(new Span(order.first(), half)).size()
            + generator.between(new Span(half, order.end())).size();
    int whole = generator.between(new Span(order.first(), order.end())).size();
    assertThat(Math.abs(parts - whole)).isLessThanOrEqualTo(2);
  }

  @Test
  void the_answers_are_json_beside_the_archive(@TempDir Path folder) throws IOException {
    new Generator(MadeEvents.order(5, 500, 5, List.of(IncidentKind.BUCKET_DENY))).write(folder);
    assertThat(Files.readString(folder.resolve("answers.json")))
        .contains("\"kind\":\"bucket-deny\"", "\"changeName\":\"PutBucketPolicy\"");
  }

  private static Map<String, String> files(Path folder) throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(folder)) {
      all.filter(Files::isRegularFile)
          .forEach(f -> files.put(folder.relativize(f).toString().replace('\\', '/'), text(f)));
    }
    return files;
  }

  private static String text(Path file) {
    try (var in =
        file.toString().endsWith(".gz")
            ? new GZIPInputStream(Files.newInputStream(file))
            : Files.newInputStream(file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
