package awsleuth.core.cause.throttling;

import awsleuth.core.evidence.TrailEvent;
import awsleuth.core.fact.Citation;
import awsleuth.core.fact.Facts;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Who called the service in the minute up to a throttled call, as the CloudTrail events given tell:
 * a rate is shared by all callers of the account and Region.
 *
 * @param calls how many calls each principal made, by its ARN
 * @param noisiest who made most of them
 * @param first the first of those
 * @param change what was changed in the hour before under the name of the noisiest's role; empty
 *     where nothing was
 * @param victim the throttled caller; empty where its event was not given
 */
record Crowd(
    Map<String, Integer> calls,
    String noisiest,
    TrailEvent first,
    Optional<TrailEvent> change,
    String victim) {

  private static final Duration WINDOW = Duration.ofMinutes(1);
  private static final Duration CHANGED = Duration.ofHours(1);

  /** Fewer calls than this use up no rate. */
  private static final int FEWEST = 5;

  /** A shorter name may stand in another by chance. */
  private static final int SHORTEST_NAME = 6;

  /** Empty where no event of a throttled call of the operation was given, or of few calls. */
  static Optional<Crowd> of(Facts facts) {
    return throttled(facts).flatMap(e -> around(facts, e));
  }

  private static Optional<TrailEvent> throttled(Facts facts) {
    if (facts.event().isPresent()) {
      return facts.event();
    }
    String code = facts.call().code();
    List<TrailEvent> trail = facts.trail();
    int earliest = Math.max(0, trail.size() - Facts.MOST_EVENTS);
    for (int i = trail.size() - 1; i >= earliest && !code.isEmpty(); i--) {
      TrailEvent e = trail.get(i);
      if (e.operation().equals(facts.call().operation()) && isCode(e.errorCode(), code)) {
        return Optional.of(e);
      }
    }
    return Optional.empty();
  }

  /** CloudTrail may write a service's code with a prefix: {@code Client.RequestLimitExceeded}. */
  private static boolean isCode(String told, String code) {
    return told.equals(code) || told.endsWith("." + code);
  }

  private static Optional<Crowd> around(Facts facts, TrailEvent throttled) {
    Map<String, Integer> calls = new LinkedHashMap<>();
    Map<String, TrailEvent> first = new LinkedHashMap<>();
    for (TrailEvent e : before(facts, throttled, WINDOW)) {
      if (e.eventSource().equals(throttled.eventSource()) && !e.principal().isEmpty()) {
        calls.merge(e.principal(), 1, Integer::sum);
        first.putIfAbsent(e.principal(), e);
      }
    }
    Optional<Map.Entry<String, Integer>> most =
        calls.entrySet().stream().max(Map.Entry.comparingByValue());
    if (most.isEmpty() || most.get().getValue() < FEWEST) {
      return Optional.empty();
    }
    String noisiest = most.get().getKey();
    TrailEvent earliest = first.getOrDefault(noisiest, throttled);
    Optional<TrailEvent> change = change(facts, throttled, role(noisiest));
    String victim = facts.event().map(TrailEvent::principal).orElse("");
    return Optional.of(new Crowd(calls, noisiest, earliest, change, victim));
  }

  private static List<TrailEvent> before(Facts facts, TrailEvent throttled, Duration length) {
    try {
      Instant end = Instant.parse(throttled.time()).truncatedTo(ChronoUnit.SECONDS);
      return facts.trail(end.minus(length).toString(), end.toString());
    } catch (DateTimeException e) {
      return List.of();
    }
  }

  /** The name of a session's role, or of a user. */
  private static String role(String arn) {
    String[] path = arn.substring(arn.lastIndexOf(':') + 1).split("/");
    return path.length < 2 ? "" : path[0].equals("assumed-role") ? path[1] : path[path.length - 1];
  }

  private static Optional<TrailEvent> change(Facts facts, TrailEvent throttled, String name) {
    List<TrailEvent> hour = before(facts, throttled, CHANGED);
    for (int i = hour.size() - 1; i >= 0 && name.length() >= SHORTEST_NAME; i--) {
      TrailEvent e = hour.get(i);
      if (e.errorCode().isEmpty() && isWrite(e.eventName()) && names(e, name)) {
        return Optional.of(e);
      }
    }
    return Optional.empty();
  }

  private static boolean isWrite(String name) {
    return name.startsWith("Put")
        || name.startsWith("Update")
        || name.startsWith("Create")
        || name.startsWith("Modify")
        || name.startsWith("Enable");
  }

  private static boolean names(TrailEvent e, String name) {
    return e.fields().entrySet().stream()
        .anyMatch(f -> f.getKey().startsWith("requestParameters.") && f.getValue().contains(name));
  }

  /** Whether somebody other than the throttled caller surely made most of the calls. */
  boolean isAnother() {
    return !victim.isEmpty()
        && !noisiest.equals(victim)
        && calls.getOrDefault(noisiest, 0) >= 2 * calls.getOrDefault(victim, 0);
  }

  /** How many calls the noisiest and the throttled caller made, and the change. */
  List<Citation> cite() {
    List<Citation> cited = new ArrayList<>();
    int own = calls.getOrDefault(victim, 0);
    cited.add(
        new Citation(
            "in the minute before, `"
                + noisiest
                + "` made "
                + calls.get(noisiest)
                + " calls of the service"
                + (isAnother() && own > 0 ? ", the throttled caller " + own : ""),
            first.source()));
    change.ifPresent(e -> cited.add(Citation.of(e, what(e))));
    return cited;
  }

  private static String what(TrailEvent e) {
    String name = e.field("requestParameters.name");
    String schedule = e.field("requestParameters.scheduleExpression");
    return "changed what bears its name"
        + (name.isEmpty() ? "" : ": `" + name + "`")
        + (schedule.isEmpty() ? "" : ", `" + schedule + "`");
  }
}
