package awsleuth.trail.incident;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.trail.Event;
import awsleuth.trail.RecordText;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which calls come another way than those before them. */
final class WaysTest {

  @ParameterizedTest
  @CsvSource({
    "'203.0.113.1 203.0.113.1', 198.51.100.1, true",
    "'203.0.113.1 203.0.113.1 198.51.100.1', 198.51.100.1, false",
    // Each from an address of its own: the next is from another too.
    "'203.0.113.1 203.0.113.2 203.0.113.3', 198.51.100.1, false",
    // Hosts of a subnet.
    "'10.0.0.1 10.0.0.1', 10.0.0.2, false",
    "'100.64.0.1 100.64.0.1', 100.127.0.2, false",
    "'fd00::1 fd00::1', fd00::2, false",
    // From within to the Internet.
    "'10.0.0.1 10.0.0.1', 203.0.113.1, true",
    "'10.0.0.1/vpce-1 10.0.0.1/vpce-1', 10.0.0.2/vpce-1, false",
    "'10.0.0.1/vpce-1 10.0.0.2/vpce-1', 10.0.0.1/vpce-2, true",
    "'10.0.0.1/vpce-1 10.0.0.2', 10.0.0.3/vpce-1, false",
    "10.0.0.1/vpce-1, 203.0.113.1, true",
    // A service on the caller's behalf has no address.
    "'athena.amazonaws.com athena.amazonaws.com', glue.amazonaws.com, false",
    "'', 203.0.113.1, false",
  })
  void a_set_of_ways_is_left_by_another(String before, String since, boolean left) {
    assertThat(ways(before).areLeftBy(ways(since))).isEqualTo(left);
  }

  private static Ways ways(String told) {
    List<Sampled> calls =
        Arrays.stream(told.split(" ")).filter(w -> !w.isEmpty()).map(WaysTest::call).toList();
    return new Ways(calls);
  }

  private static Sampled call(String told) {
    String[] way = told.split("/", 2);
    Event event =
        new Event(
            1, "s3.amazonaws.com", "GetObject", "", "", "", "", way[0], "", "", "", told, "f", 0);
    String endpoint = way.length == 1 ? "" : way[1];
    String json =
        """
        {"eventVersion": "1.11", "eventTime": "2026-11-02T00:00:00Z", "eventName": "GetObject",
         "eventSource": "s3.amazonaws.com", "vpcEndpointId": "%s"}
        """
            .formatted(endpoint);
    return new Sampled(event, RecordText.of(json, "f", 1));
  }
}
