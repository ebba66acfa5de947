package awsleuth.trail.read;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.trail.Events;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Records that are damaged, cut, too large or hostile cost themselves alone. */
class WalkerDamageTest extends Walked {

  @Test
  void a_record_that_is_no_json_costs_itself_alone_where_members_are_sorted() {
    String[] sorted = new String[6];
    for (int i = 0; i < sorted.length; i++) {
      sorted[i] =
          (i % 2 == 0 ? "{" : "{\"additionalEventData\":{\"x\":1},")
              + "\"awsRegion\":\"eu-west-1\",\"eventName\":\"E%d\",".formatted(i)
              + "\"eventSource\":\"s3.amazonaws.com\",\"eventVersion\":\"1.11\"}";
    }
    sorted[2] = sorted[2].replace("\"eventSource\":", "\"eventSource\"");
    assertThat(names("{\"Records\":[" + String.join(",", sorted) + "]}"))
        .containsExactly("E0", "E1", "E3", "E4", "E5");
    assertThat(tally.damages())
        .containsExactly("1 record is no JSON (line 1); the others are read");
  }

  @Test
  void an_event_that_is_no_json_inside_of_another_object_is_counted() {
    String whole = "{\"CloudTrailEvent\":\"" + event("A").replace("\"", "\\\"") + "\"}";
    String cut = whole.replace("eventName\\\":", "eventName\\\"");
    assertThat(names("{\"Events\":[" + whole + "," + cut + "," + whole + "]}"))
        .containsExactly("A", "A");
    assertThat(tally.damages())
        .containsExactly("1 record is no event (line 1); the others are read");
  }

  @Test
  void a_record_that_is_no_json_costs_itself_alone() {
    String broken = event("X").replace("\"s3", "s3");
    assertThat(names("{\"Records\":[" + event("A") + "," + broken + "," + event("B") + "]}"))
        .containsExactly("A", "B");
    assertThat(tally.damages())
        .containsExactly("1 record is no JSON (line 1); the others are read");
    assertThat(names(event("A") + "\n" + broken + "\n" + event("B"))).containsExactly("A", "B");
  }

  @Test
  void an_object_among_records_that_is_no_event_is_counted() {
    String records = "{\"Records\":[" + event("A") + ",{\"foo\":1},\n{}," + event("B") + "]}";
    assertThat(names(records)).containsExactly("A", "B");
    assertThat(tally.damages())
        .containsExactly("2 records are no events (the first in line 1); the others are read");
  }

  @Test
  void records_of_something_else_are_no_damage() {
    assertThat(names("{\"Records\":[{\"eventSource\":\"aws:s3\",\"s3\":{}}]}")).isEmpty();
    assertThat(tally.damages()).isEmpty();
  }

  @Test
  void messages_of_a_log_group_need_not_be_events() {
    assertThat(names("{\"logEvents\":[{\"message\":\"started\"}]}\n" + event("A")))
        .containsExactly("A");
    assertThat(tally.damages()).isEmpty();
  }

  @Test
  void what_is_no_object_is_counted() {
    assertThat(names("{\"Records\":[null,3,\"x\"," + event("A") + ",[]]}")).containsExactly("A");
    assertThat(tally.damages())
        .containsExactly("4 records are no objects (the first in line 1); the others are read");
  }

  @Test
  void the_end_in_the_middle_is_told() {
    assertThat(names("{\"Records\":[" + event("A") + "," + event("B").substring(0, 30)))
        .containsExactly("A");
    assertThat(tally.damages())
        .containsExactly("ends within the record that begins in line 1; what comes before is read");
  }

  @Test
  void an_end_between_records_is_told() {
    assertThat(names("{\"Records\":[" + event("A") + ",")).containsExactly("A");
    assertThat(tally.damages())
        .containsExactly("ends before its list of records does; what comes before is read");
  }

  @Test
  void records_larger_than_the_first_window_are_kept_whole() {
    String large = event("A").replace("}", ",\"x\":\"" + "y".repeat(3 << 20) + "\"}");
    assertThat(names("{\"Records\":[" + large + "," + event("B") + "]}", 10_000))
        .containsExactly("A", "B");
    assertThat(records.getFirst()).isEqualTo(large);
  }

  @Test
  void a_record_that_is_too_large_is_passed_over() {
    String large = event("X").replace("}", ",\"x\":\"" + "\\\"}".repeat(7 << 20) + "\"}");
    assertThat(names("{\"Records\":[" + event("A") + "," + large + "," + event("B") + "]}"))
        .containsExactly("A", "B");
    assertThat(tally.damages())
        .containsExactly("1 record is larger than 16 MB (line 1); the others are read");
  }

  @Test
  void a_line_that_ends_within_a_value_costs_itself_alone() {
    String cut = "{\"eventVersion\":\"1.11\",\"requestParameters\":{\"a\":[{\"b\":\"c\"";
    String plain = "{\"eventSource\":\"s3.amazonaws.com\",\"eventName\":\"D\"}";
    assertThat(names(event("A") + "\n" + cut + "\n" + event("B") + "\n" + event("C")))
        .containsExactly("A", "B", "C");
    assertThat(tally.damages())
        .containsExactly("1 record is no JSON (line 2); the others are read");
    assertThat(lines).containsExactly(1, 3, 4);
    assertThat(names(cut + "\n" + plain + "\n" + event("B"))).containsExactly("D", "B");
    assertThat(names("{\"Records\":[" + cut + "," + event("B") + "," + event("C") + "]}"))
        .containsExactly("B", "C");
  }

  @Test
  void a_line_that_ends_within_a_value_before_a_large_rest_is_no_large_record() {
    String cut = "{\"eventVersion\":\"1.11\",\"requestParameters\":{\"a\":{";
    StringBuilder text = new StringBuilder(cut).append('\n');
    int count = 0;
    while (text.length() < 2 * Window.LARGEST) {
      text.append(event("E" + count++)).append('\n');
    }
    assertThat(names(text.toString())).hasSize(count);
    assertThat(tally.damages())
        .containsExactly("1 record is no JSON (line 1); the others are read");
  }

  @Test
  @Timeout(60)
  void records_within_records_cost_no_more_than_their_length() {
    String nested = "{\"eventVersion\":".repeat(1 << 20);
    assertThat(names(nested + "!")).isEmpty();
    assertThat(names(nested)).isEmpty();
    assertThat(names("{\"Records\":[" + nested + "!," + event("A") + "]}")).containsExactly("A");
    assertThat(names(nested + "!\n" + event("A"))).containsExactly("A");
  }

  @Test
  void hostile_texts_come_to_an_end() {
    for (String text :
        List.of(
            "[".repeat(1 << 20),
            "{\"a\":".repeat(1 << 20),
            "{\"Records\":[".repeat(100_000),
            "\"" + "x".repeat(30 << 20),
            "{\"" + "x".repeat(30 << 20),
            "\0".repeat(1 << 20),
            "{\"Records\":[" + "\0".repeat(1 << 20),
            "{\"Records\":[" + "{\"eventVersion\"".repeat(100_000),
            "]}".repeat(1 << 20),
            "{\"Records\":[" + "\"".repeat(1 << 20),
            "\\".repeat(1 << 20))) {
      assertThat(names(text)).isEmpty();
    }
  }

  @Test
  void damage_anywhere_loses_few_events_and_invents_none() {
    String whole = Events.records(0, 300);
    for (int seed = 0; seed < 300; seed++) {
      Random random = new Random(seed);
      StringBuilder text = new StringBuilder(whole);
      int at = 20 + random.nextInt(whole.length() - 20);
      text.setCharAt(at, "{}[]\",:\\x0\u0001".charAt(random.nextInt(11)));
      assertThat(names(text.toString(), 5000).size()).as("seed %d", seed).isBetween(297, 300);
    }
  }
}
