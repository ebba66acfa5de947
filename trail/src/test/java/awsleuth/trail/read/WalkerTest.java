package awsleuth.trail.read;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.trail.Event;
import awsleuth.trail.Events;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WalkerTest {

  private final List<Event> events = new ArrayList<>();
  private final List<Integer> lines = new ArrayList<>();
  private final List<String> records = new ArrayList<>();
  private final Tally tally = new Tally();

  private List<String> names(String text) {
    return names(text, Integer.MAX_VALUE);
  }

  /** Walks through a text that comes in pieces of a size. */
  private List<String> names(String text, int most) {
    events.clear();
    lines.clear();
    records.clear();
    ByteArrayInputStream in = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    Emitter emitter = new Emitter();
    emitter.begin(
        "f",
        (event, record) -> {
          events.add(event);
          lines.add(record.line());
          records.add(record.text());
        },
        tally);
    Window window = new Window();
    window.open((b, offset, length) -> in.read(b, offset, Math.min(length, most)));
    try {
      new Walker(window, emitter, tally, false).walk();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return events.stream().map(Event::name).toList();
  }

  private static String event(String name) {
    return "{\"eventVersion\":\"1.11\",\"eventSource\":\"s3.amazonaws.com\",\"eventName\":\""
        + name
        + "\"}";
  }

  @Test
  void the_records_of_a_log_file_are_read_whatever_the_pieces_it_comes_in() {
    String text = "{\"Records\":[" + event("A") + "," + event("B") + "," + event("C") + "]}";
    for (int most = 1; most < 40; most++) {
      assertThat(names(text, most)).containsExactly("A", "B", "C");
    }
    assertThat(tally.damages()).isEmpty();
  }

  @Test
  void a_record_keeps_its_own_text() {
    names("{\"Records\":[" + event("A") + ", " + event("B") + "]}");
    assertThat(records).containsExactly(event("A"), event("B"));
  }

  @Test
  void arrays_lines_and_values_behind_each_other_are_read() {
    assertThat(names("[" + event("A") + "," + event("B") + "]")).containsExactly("A", "B");
    assertThat(names(event("A") + "\n" + event("B") + "\n")).containsExactly("A", "B");
    assertThat(lines).containsExactly(1, 2);
    assertThat(names(event("A") + event("B"))).containsExactly("A", "B");
    assertThat(names("\ufeff" + event("A"))).containsExactly("A");
  }

  @Test
  void members_around_the_records_are_passed_over() {
    assertThat(
            names(
                "{\"a\":{\"Records\":[1]},\"Records\":["
                    + event("A")
                    + "],\"b\":[1,{\"c\":\"]\"}],\"Events\":["
                    + event("B")
                    + "]}"))
        .containsExactly("A", "B");
    assertThat(tally.damages()).isEmpty();
  }

  @Test
  void events_inside_of_other_objects_are_read() {
    String quoted = event("A").replace("\"", "\\\"");
    assertThat(
            names(
                "{\"Events\":[{\"EventId\":\"1\",\"EventName\":\"X\",\"CloudTrailEvent\":\""
                    + quoted
                    + "\"}]}"))
        .containsExactly("A");
    assertThat(names("{\"version\":\"0\",\"detail\":" + event("B") + "}")).containsExactly("B");
    assertThat(
            names(
                "{\"messageType\":\"DATA_MESSAGE\",\"logEvents\":[{\"id\":\"1\",\"message\":\""
                    + quoted
                    + "\"}]}"))
        .containsExactly("A");
    assertThat(names("2026-11-18T15:42:07.000Z " + event("C") + "\n2026-11-18T15:42:08.000Z x\n"))
        .containsExactly("C");
  }

  @Test
  void results_of_a_query_of_cloudwatch_logs_are_read() {
    String quoted = event("A").replace("\"", "\\\"");
    String row =
        "[{\"field\":\"@timestamp\",\"value\":\"2026-11-18 10:00:00.000\"},"
            + "{\"field\":\"@message\",\"value\":\"%s\"},{\"field\":\"@ptr\",\"value\":\"C\"}]"
                .formatted(quoted);
    assertThat(
            names(
                "{\"results\":["
                    + row
                    + ","
                    + row
                    + "],\"statistics\":{},\"status\":\"Complete\"}"))
        .containsExactly("A", "A");
    assertThat(tally.damages()).isEmpty();
  }

  @Test
  void an_event_without_its_source_or_name_is_one_where_it_has_time_and_id() {
    assertThat(
            names(
                """
                {"Records":[
                 {"eventTime":"2026-11-18T15:42:07Z","eventID":"1","eventSource":"s3.amazonaws.com"},
                 {"eventTime":"2026-11-18T15:42:07Z","eventID":"2","eventName":"GetObject"},
                 {"eventTime":"2026-11-18T15:42:07Z","eventID":"3"},
                 {"eventID":"4","eventName":"GetObject"}]}
                """))
        .containsExactly("", "GetObject");
  }

  @Test
  void a_failure_that_is_told_by_its_message_alone_is_one() {
    names(
        """
        {"eventSource":"signin.amazonaws.com","eventName":"ConsoleLogin",
         "errorMessage":"Failed authentication","responseElements":{"ConsoleLogin":"Failure"}}
        """);
    assertThat(events.getFirst().isFailed()).isTrue();
    assertThat(events.getFirst().code()).isEqualTo("Failure");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "signin | ConsoleLogin | \"responseElements\": {\"ConsoleLogin\": \"Failure\"} | Failure",
        "signin | CheckMfa | \"responseElements\": {\"CheckMfa\": \"Success\"} | ``",
        "signin | CredentialVerification | \"responseElements\": null, \"serviceEventDetails\":"
            + " {\"CredentialVerification\": \"Failure\"} | Failure",
        "batch | SubmitJob | \"responseElements\": {\"jobName\": \"Failure\"} | ``"
      })
  void a_sign_in_that_failed_is_told_by_what_came_of_it(
      String service, String name, String members, String code) {
    names(
        "{\"eventSource\":\"%s.amazonaws.com\",\"eventName\":\"%s\",%s}"
            .formatted(service, name, members));
    assertThat(events.getFirst().code()).isEqualTo(code);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'AssumedRole', 'arn': 'arn:aws-cn:sts::1:assumed-role/app/s/1' | arn:aws-cn:iam::1:role/app",
        "'IAMUser', 'userName': 'ann', 'accountId': '111122223333' | IAMUser ann of 111122223333",
        "'WebIdentityUser', 'principalId': 'arn:aws:iam::1:oidc-provider/x:aud:ns:a', 'userName':"
            + " 'ns:a' | WebIdentityUser ns:a",
        "'AWSAccount', 'principalId': 'AROAEXAMPLE:job', 'accountId': '444455556666'"
            + " | AWSAccount AROAEXAMPLE of 444455556666",
        "'AWSAccount', 'accountId': '444455556666' | 444455556666",
        "'IdentityCenterUser', 'accountId': '111122223333', 'onBehalfOf': {'userId': 'u1'}"
            + " | IdentityCenterUser u1 of 111122223333"
      })
  void a_caller_without_an_arn_is_told_by_name(String identity, String principal) {
    names(
        "{'eventSource': 'sts.amazonaws.com', 'eventName': 'AssumeRole', 'userIdentity': {'type': "
                .replace('\'', '"')
            + identity.replace('\'', '"')
            + "}}");
    assertThat(events.getFirst().principal()).isEqualTo(principal);
  }

  @Test
  void a_user_of_identity_center_is_told_from_the_account() {
    names(
        """
        {"eventSource":"sso.amazonaws.com","eventName":"Federate","userIdentity":
         {"type":"IdentityCenterUser","accountId":"111122223333"}}
        """);
    assertThat(events.getFirst().principal()).isEqualTo("IdentityCenterUser of 111122223333");
    assertThat(events.getFirst().account()).isEqualTo("111122223333");
  }

  @Test
  void rows_of_a_query_of_cloudtrail_lake_are_read() {
    assertThat(
            names(
                """
                {"QueryStatus":"FINISHED","QueryResultRows":[
                 [{"eventSource":"s3.amazonaws.com"},{"eventName":"A"},{"errorCode":"AccessDenied"},
                  {"userIdentity":"{type=AssumedRole, principalid=AROA:x, \
                arn=arn:aws:sts::111122223333:assumed-role/a/x, accountid=111122223333, \
                invokedby=null, sessioncontext={attributes={mfaauthenticated=false}, \
                sessionissuer={type=Role, arn=arn:aws:iam::111122223333:role/a}}}"}],
                 [{"eventName":"B"},{"eventSource":"ec2.amazonaws.com"}]
                ]}
                """))
        .containsExactly("A", "B");
    assertThat(events.getFirst().principal()).isEqualTo("arn:aws:iam::111122223333:role/a");
    assertThat(events.getFirst().account()).isEqualTo("111122223333");
    assertThat(events.getFirst().code()).isEqualTo("AccessDenied");
    assertThat(tally.damages()).isEmpty();
  }

  @Test
  void lines_of_a_file_that_is_laid_out_are_counted() {
    String laidOut = event("A").replace(",", ",\n    ").replace("{", "{\n    ");
    names("{\n  \"Records\": [\n  " + laidOut + ",\n  " + laidOut + "]\n}\n");
    assertThat(lines).containsExactly(3, 7);
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
        .containsExactly("3 records are no objects (the first in line 1); the others are read");
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
