package awsleuth.trail.read;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WalkerTest extends Walked {

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
        "signin | CheckMfa | \"responseElements\": {\"other\": \"Failure\"} | ``",
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
}
