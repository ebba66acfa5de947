package awsleuth.trail.read;

import static awsleuth.trail.read.OneFile.RECORDS;
import static awsleuth.trail.read.OneFile.damage;
import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.trail.Damage;
import awsleuth.trail.Event;
import awsleuth.trail.Events;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileReaderTest {

  @TempDir Path folder;

  private OneFile file;

  @BeforeEach
  void inAFolder() {
    file = new OneFile(folder);
  }

  @Test
  void an_event_within_event_data_is_read() {
    String event = Events.records(0, 1).replaceAll("^\\{\"Records\":\\[|\\]\\}$", "");
    file.read(
        "a.jsonl",
        ("{\"eventVersion\":\"1\",\"eventData\":" + event + "}\n")
            .getBytes(StandardCharsets.UTF_8));
    assertThat(file.events).hasSize(1);
  }

  @Test
  void results_of_athena_of_too_many_values_are_refused_before_they_are_held() {
    String many = "{\"ResultSet\": {\"Rows\": [" + "1,".repeat(2_000_000) + "1]}}";
    assertThat(damage(file.read("rows.json", many.getBytes(StandardCharsets.UTF_8))))
        .contains("larger than a page of results of Athena");
  }

  @Test
  void a_time_that_no_event_can_have_is_none() {
    String event = Events.event(3, "ListObjects", "", "");
    for (String year : List.of("1970", "2001", "2150", "+200000000")) {
      String other = event.replace("2026-11-18T", year + "-11-18T");
      file.read("a.json", ("{\"Records\":[" + other + "]}").getBytes(StandardCharsets.UTF_8));
      assertThat(file.events).extracting(Event::time).containsExactly(Event.UNKNOWN_TIME);
    }
  }

  @Test
  void tables_of_lake_and_athena_are_read() {
    FileReader.Done done =
        file.read(
            "x.csv",
            """
            eventtime,eventname,eventsource,errorcode,errormessage,useridentity,requestparameters
            2026-11-18 15:42:07.000,GetObject,s3.amazonaws.com,AccessDenied,"no, ""never\""","{type=AssumedRole, arn=arn:aws:sts::111122223333:assumed-role/a/x, sessioncontext={sessionissuer={arn=arn:aws:iam::111122223333:role/a}}}","{""bucketName"":""b""}"
            2026-11-18 15:42:08.000,GetObject,s3.amazonaws.com,,,,
            """
                .getBytes(StandardCharsets.UTF_8));
    assertThat(done.damages()).isEmpty();
    assertThat(file.events).hasSize(2);
    Event first = file.events.getFirst();
    assertThat(first.time()).isEqualTo(1_795_016_527_000L);
    assertThat(first.message()).isEqualTo("no, \"never\"");
    assertThat(first.principal()).isEqualTo("arn:aws:iam::111122223333:role/a");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ", \"ResultSetMetadata\": {}",
        ", \"ResultSetMetadata\": {\"ColumnInfo\": [{\"Name\": \"eventtime\"}, {\"Name\":"
            + " \"eventname\"}, {\"Name\": \"eventsource\"}, {\"Name\": \"errorcode\"}]}"
      })
  void rows_of_a_query_of_athena_are_read(String described) {
    String results =
        """
        {"UpdateCount": 0, "ResultSet": {"Rows": [
          {"Data": [{"VarCharValue": "eventtime"}, {"VarCharValue": "eventname"},
                    {"VarCharValue": "eventsource"}, {"VarCharValue": "errorcode"}]},
          {"Data": [{"VarCharValue": "2026-11-18T15:42:07Z"}, {"VarCharValue": "GetObject"},
                    {"VarCharValue": "s3.amazonaws.com"}, {"VarCharValue": "AccessDenied"}]},
          {"Data": [{"VarCharValue": "2026-11-18T15:42:08Z"}, {"VarCharValue": "GetObject"},
                    {"VarCharValue": "s3.amazonaws.com"}, {}]}]DESCRIBED}}
        """
            .replace("DESCRIBED", described);
    FileReader.Done done = file.read("x.json", results.getBytes(StandardCharsets.UTF_8));
    assertThat(done.damages()).isEmpty();
    assertThat(file.events).extracting(Event::code).containsExactly("AccessDenied", "");
    assertThat(file.events.getFirst().time()).isEqualTo(1_795_016_527_000L);
    FileReader.Done cut =
        file.read("x.json", results.substring(0, 300).getBytes(StandardCharsets.UTF_8));
    assertThat(cut.damages())
        .extracting(Damage::what)
        .containsExactly("1 record is no JSON (line 1); the others are read");
  }

  @Test
  void columns_that_hold_whole_events_are_read() {
    String quoted = Events.event(1, "A", "", "").replace("\"", "\"\"");
    for (String header : List.of("eventJson", "\ufeff\"eventjson\"", "@timestamp,@message")) {
      String row =
          (header.contains(",") ? "2026-11-18 10:00:00.000," : "") + "\"" + quoted + "\"\n";
      FileReader.Done done =
          file.read("x.csv", (header + "\n" + row + row).getBytes(StandardCharsets.UTF_8));
      assertThat(done.damages()).isEmpty();
      assertThat(file.events).extracting(Event::name).containsExactly("A", "A");
    }
  }

  @Test
  void what_is_called_as_a_file_of_cloudtrail_and_is_none_is_no_log() throws IOException {
    String name = "111122223333_CloudTrail_eu-west-1_20261118T1000Z_abcdefghijklmnop.json.gz";
    String error = "<Error><Code>NoSuchKey</Code><Message>not there</Message></Error>\n";
    for (String text : List.of(error, "garbage\n")) {
      assertThat(damage(file.read(name, text.getBytes(StandardCharsets.UTF_8))))
          .isEqualTo("is called as CloudTrail's files are and has no list of records");
      assertThat(file.events).isEmpty();
    }
    assertThat(file.read(name, "{\"Records\":[]}".getBytes(StandardCharsets.UTF_8)).damages())
        .isEmpty();
    assertThat(damage(file.read("x.json.gz", new byte[0])))
        .isEqualTo("is empty, as no packed file is");
    assertThat(damage(file.read(name.replace(".gz", ""), new byte[0]))).isEqualTo("is empty");
    assertThat(file.read("x.json", new byte[0]).damages()).isEmpty();
  }

  @Test
  void text_in_utf_16_is_named_with_what_to_do() {
    for (var charset : List.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
      assertThat(damage(file.read("x.json", "\ufeff{\"Records\":[]}".getBytes(charset))))
          .startsWith("is UTF-16");
    }
  }

  @Test
  void failed_calls_that_a_log_tells_are_events_without_a_time() {
    FileReader.Done done =
        file.read(
            "app.log",
            ("2026-11-18 15:42:07 ERROR botocore.exceptions.ClientError: An error occurred"
                    + " (AccessDenied) when calling the ListObjectsV2 operation: Access Denied\n")
                .repeat(3)
                .getBytes(StandardCharsets.UTF_8));
    assertThat(done.damages()).isEmpty();
    assertThat(file.events).hasSize(3);
    assertThat(file.events.getFirst().name()).isEqualTo("ListObjectsV2");
    assertThat(file.events.getFirst().code()).isEqualTo("AccessDenied");
    assertThat(file.events.getFirst().time()).isEqualTo(Event.UNKNOWN_TIME);
  }

  @Test
  void brackets_alone_make_no_json() {
    assertThat(
            file.read("config", "[default]\nregion = eu-west-1\n".getBytes(StandardCharsets.UTF_8))
                .damages())
        .isEmpty();
    file.read(
        "app.log",
        "[ERROR] An error occurred (AccessDenied) when calling the GetObject operation: no\n"
            .getBytes(StandardCharsets.UTF_8));
    assertThat(file.events).hasSize(1);
  }

  @Test
  void digests_and_empty_files_are_no_damage() {
    assertThat(
            file.read(
                "d.json",
                "{\"digestS3Object\":\"x\",\"logFiles\":[]}".getBytes(StandardCharsets.UTF_8)))
        .satisfies(done -> assertThat(done.digest()).isTrue())
        .satisfies(done -> assertThat(done.damages()).isEmpty());
    assertThat(file.read("e.json", new byte[0]).damages()).isEmpty();
    assertThat(file.read("n.json", "{\"Records\":[]}".getBytes(StandardCharsets.UTF_8)).damages())
        .isEmpty();
  }

  @Test
  void a_file_that_grows_is_read_and_named() throws IOException {
    Files.write(folder.resolve("x.json"), RECORDS);
    FileReader.Done done = file.readAs("x.json", RECORDS.length - 10, false);
    assertThat(file.events).hasSize(500);
    assertThat(damage(done)).isEqualTo("changed while it was read; what was there then is read");
  }

  @Test
  void what_is_not_there_is_told() {
    assertThat(damage(file.readAs("none", 0, false))).isEqualTo("cannot be read (it is not there)");
  }
}
