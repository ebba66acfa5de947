package awsleuth.trail.read;

import static awsleuth.trail.read.OneFile.damage;
import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.trail.Event;
import awsleuth.trail.Events;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Events within what passes them on, or finds them. */
class EnvelopeTest {

  private static final String EVENT = Events.event(1, "GetObject", "", "");

  /** As AWS's events are, with all that each of them has. */
  private static final String WHOLE =
      EVENT.replaceFirst(
          "\\{",
          "{\"eventID\":\"1\",\"sourceIPAddress\":\"203.0.113.7\",\"userIdentity\":{},\"x\":1,");

  @TempDir Path folder;

  private OneFile file;

  @BeforeEach
  void inAFolder() {
    file = new OneFile(folder);
  }

  private FileReader.Done read(String text) {
    return file.read("x.json", text.getBytes(StandardCharsets.UTF_8));
  }

  private static String text(String json) {
    return '"' + json.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      textBlock =
          """
          a topic           | {"Type":"Notification","Message":BRIDGED}
          a queue           | {"Messages":[{"MessageId":"m","Body":BRIDGED},{"Body":TEXT}],"x":1}
          a queue's record  | {"Records":[{"messageId":"m","body":TOPIC}]}
          a topic's record  | {"Records":[{"EventSource":"aws:sns","Sns":{"Message":BRIDGED}}]}
          OpenSearch, lines | {"_index":"ct","_source":EVENT}
          OpenSearch        | {"took":1,"hits":{"total":{"value":1},"hits":[{"_source":EVENT}]},"x":{"y":1}}
          Splunk            | {"preview":false,"result":{"_raw":TEXT,"source":"s"}}
          Splunk, all       | {"preview":false,"results":[{"_raw":TEXT}]}
          Lake              | {"eventJson":TEXT}
          a collector       | {"time":1,"event":EVENT}
          a detail's text   | {"detail-type":"AWS API Call via CloudTrail","detail":TEXT}
          beside another    | {"event":"start","message":TEXT}
          """)
  void an_event_within_is_read(String by, String form) {
    String bridged = text("{\"source\":\"aws.s3\",\"detail\":" + EVENT + "}");
    String topic = text("{\"Type\":\"Notification\",\"Message\":" + bridged + "}");
    FileReader.Done done =
        read(
            form.replace("BRIDGED", bridged)
                .replace("TOPIC", topic)
                .replace("TEXT", text(EVENT))
                .replace("EVENT", EVENT));
    assertThat(done.damages()).as(by).isEmpty();
    assertThat(file.events).extracting(Event::name).isNotEmpty().containsOnly("GetObject");
  }

  @Test
  void pages_of_open_search_in_an_array_are_read() {
    String page =
        "{\"took\":1,\n\"hits\":{\"total\":1,\"hits\":[{\"_source\":EVENT}\n]\n},\"x\":{\"y\":1}}";
    String pages = (page + ",\n" + page + ",\n" + page).replace("EVENT", EVENT);
    assertThat(read("[" + pages + "]").damages()).isEmpty();
    assertThat(file.events).hasSize(3);
    assertThat(damage(read("[" + pages + ",\n7]"))).contains("(line 13)");
  }

  @Test
  void what_splunk_saves_as_a_table_is_read() {
    String quoted = EVENT.replace("\"", "\"\"");
    file.read(
        "x.csv", ("\"_time\",\"_raw\"\n1,\"" + quoted + "\"\n").getBytes(StandardCharsets.UTF_8));
    assertThat(file.events).extracting(Event::name).containsExactly("GetObject");
  }

  @Test
  void an_event_within_a_form_that_is_not_known_is_named() {
    assertThat(damage(read("{\"doc\":{\"fields\":" + WHOLE + "}}\n")))
        .startsWith("1 record has an event within (line 1), in a form that is not read");
    assertThat(damage(read("{\"doc\":{\"eventName\":\"Login\",\"eventSource\":\"app\"}}\n")))
        .isEmpty();
  }

  @Test
  void events_that_tell_of_no_single_call_are_named_where_there_are_no_others() {
    String aggregated =
        """
        {"eventVersion":"1.0","accountId":"111122223333","eventId":"e","eventCategory":"Aggregated",
         "eventType":"AwsAggregatedEvent","eventSource":"s3.amazonaws.com","awsRegion":"eu-west-1"}
        """;
    assertThat(damage(read("[" + aggregated + "]")))
        .startsWith("1 record is an aggregated event (line 1)");
    String insight = WHOLE.replace("eventName", "insightDetails\":{\"eventName\":\"X\"},\"y");
    assertThat(damage(read(insight.replace("eventSource", "z")))).isEmpty();
  }
}
