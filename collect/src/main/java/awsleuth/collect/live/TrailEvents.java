package awsleuth.collect.live;

import awsleuth.boto.python.PyValue;
import awsleuth.collect.call.Document;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * The events of CloudTrail: that of the call, by its request id, and those of the same operation
 * around it. LookupEvents knows management events of the last 90 days, no data events.
 *
 * @param operation the name of the event
 * @param requestId of the call; empty if it is not known
 * @param around when the call was made
 * @see <a
 *     href="https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_LookupEvents.html">LookupEvents</a>
 */
record TrailEvents(String operation, String requestId, Instant around) implements Question {

  private static final Duration NEAR = Duration.ofMinutes(15);

  /** LookupEvents takes two requests a second in each account and Region. */
  private static final int PAGES = 4;

  private static final long BETWEEN = 550;

  @Override
  public String what() {
    return "CloudTrail's events of " + operation;
  }

  @Override
  public List<String> permissions() {
    return List.of("cloudtrail:LookupEvents");
  }

  @Override
  public void ask(Asking asking) {
    List<Document> found = new ArrayList<>();
    Map<String, Object> parameters = new LinkedHashMap<>();
    parameters.put(
        "LookupAttributes",
        List.of(Map.of("AttributeKey", "EventName", "AttributeValue", operation)));
    parameters.put("StartTime", time(around.minus(NEAR)));
    parameters.put("EndTime", time(around.plus(NEAR)));
    parameters.put("MaxResults", 50);
    for (int page = 0; page < PAGES; page++) {
      var answer = asking.call(what(), "cloudtrail", "LookupEvents", parameters);
      answer.ifPresent(d -> found.addAll(d.items("Events")));
      String next = answer.map(d -> d.textAt("NextToken")).orElse("");
      if (next.isEmpty()) {
        break;
      }
      parameters.put("NextToken", next);
      pause();
    }
    List<PyValue> events =
        found.stream()
            .map(e -> e.textAt("CloudTrailEvent"))
            .filter(text -> !text.isEmpty())
            .sorted((a, b) -> Boolean.compare(isOwn(b), isOwn(a)))
            .map(Texts::value)
            .toList();
    if (events.isEmpty()) {
      asking.leaveOpen(what() + ": none near " + around + " (events of data are not among them)");
    } else {
      asking.keep("trail.json", Texts.pretty(Map.of("Records", new PyValue.PyList(events))));
    }
  }

  private boolean isOwn(String event) {
    return !requestId.isEmpty() && event.contains(requestId);
  }

  private static PyValue time(Instant instant) {
    return new PyValue.DateTime(
        instant.atOffset(ZoneOffset.UTC).toLocalDateTime(), OptionalInt.of(0));
  }

  private static void pause() {
    try {
      Thread.sleep(BETWEEN);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
