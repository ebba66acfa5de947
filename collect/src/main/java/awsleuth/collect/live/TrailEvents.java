package awsleuth.collect.live;

import awsleuth.boto.python.PyValue;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The events of CloudTrail: that of the call, by its request id, those of the same operation around
 * it, and what else was done in the account in the minute before it. LookupEvents knows management
 * events of the last 90 days, no data events.
 *
 * @param service whose events they are
 * @param operation the name of the event
 * @param requestId of the call; empty if it is not known
 * @param around when the call was made
 * @see <a
 *     href="https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_LookupEvents.html">LookupEvents</a>
 */
record TrailEvents(String service, String operation, String requestId, CallTime around)
    implements LiveQuestion {

  /**
   * Services without Regions, whose events are kept in us-east-1 alone (CloudTrail user guide,
   * Global service events).
   */
  private static final Set<String> GLOBAL = Set.of("cloudfront", "iam", "organizations", "route53");

  private static final Duration NEAR = Duration.ofMinutes(15);

  /** What others did in this time before the call may be why it failed. */
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private static final int PAGES = 4;
  private static final int PAGES_OF_NEIGHBOURS = 2;

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
    Asking there =
        GLOBAL.contains(service) && asking.isCommercial() ? asking.in("us-east-1") : asking;
    Lookup lookup = new Lookup(there, what());
    Map<String, Object> named = window(around.at().minus(NEAR), around.at().plus(NEAR));
    named.put(
        "LookupAttributes",
        List.of(Map.of("AttributeKey", "EventName", "AttributeValue", operation)));
    List<String> found = new ArrayList<>(lookup.events(named, PAGES));
    if (found.isEmpty()) {
      none(asking);
      return;
    }
    found.sort((a, b) -> Boolean.compare(isOwn(b), isOwn(a)));
    time(found.getFirst())
        .map(t -> lookup.events(window(t.minus(MINUTE), t.plusSeconds(1)), PAGES_OF_NEIGHBOURS))
        .ifPresent(found::addAll);
    List<PyValue> events = found.stream().distinct().map(Texts::value).toList();
    asking.keep("trail.json", Texts.pretty(Map.of("Records", new PyValue.PyList(events))));
  }

  /** There are none, unless they may not be read, which is said already. */
  private void none(Asking asking) {
    if (!asking.isOpen(what())) {
      asking.leaveOpen(what(), "none " + around.near() + " (events of data are not among them)");
    }
  }

  private static Map<String, Object> window(Instant from, Instant to) {
    Map<String, Object> parameters = new LinkedHashMap<>();
    parameters.put("StartTime", CallTime.parameter(from));
    parameters.put("EndTime", CallTime.parameter(to));
    parameters.put("MaxResults", 50);
    return parameters;
  }

  /** When an event was; empty where it does not tell. */
  private static Optional<Instant> time(String event) {
    try {
      return Texts.value(event) instanceof PyValue.Dict dict
              && dict.get("eventTime") instanceof PyValue.Str(String text)
          ? Optional.of(Instant.parse(text))
          : Optional.empty();
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private boolean isOwn(String event) {
    return !requestId.isEmpty() && event.contains(requestId);
  }
}
