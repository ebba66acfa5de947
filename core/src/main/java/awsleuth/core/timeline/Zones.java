package awsleuth.core.timeline;

import awsleuth.core.evidence.TrailEvent;
import awsleuth.core.timeline.Moment.Zone;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What tells the zone of the times in a log that are written without one.
 *
 * @param given the zone that the user says the logs are in
 * @param matched what a request id tells of one log; empty where none does
 */
record Zones(Optional<ZoneId> given, Optional<Match> matched) {

  private static final int SHORTEST_ID = 12;
  private static final int QUARTER = 15 * 60;

  /** A log's clock and CloudTrail's may differ by this much, and a call lasts a while. */
  private static final long TOLERANCE = 90;

  /** A log may go over a change of the clocks, so that a match says nothing of other days. */
  private static final Duration REACH = Duration.ofHours(24);

  /**
   * A request whose time both a log and a trail have.
   *
   * @param clock the log's
   * @param event the trail's
   * @param offset that makes both the same
   */
  record Match(LocalDateTime clock, TrailEvent event, ZoneOffset offset) {}

  /** Of one log. */
  static Zones of(Optional<ZoneId> given, LogMoments log, List<TrailEvent> trail) {
    return new Zones(given, given.isPresent() ? Optional.empty() : match(log, trail));
  }

  /** The first line that has a request id of the trail and a time without a zone. */
  private static Optional<Match> match(LogMoments log, List<TrailEvent> trail) {
    Map<String, TrailEvent> events = new HashMap<>();
    for (TrailEvent e : trail) {
      if (e.field("requestID").length() >= SHORTEST_ID) {
        events.putIfAbsent(e.field("requestID"), e);
      }
    }
    for (Map.Entry<Integer, String> id : log.ids(events.keySet()).entrySet()) {
      Optional<Match> match =
          log.timeOf(id.getKey())
              .filter(WrittenTime::lacksZone)
              .flatMap(t -> match(t.clock().orElseThrow(), events.get(id.getValue())));
      if (match.isPresent()) {
        return match;
      }
    }
    return Optional.empty();
  }

  private static Optional<Match> match(LocalDateTime clock, @Nullable TrailEvent event) {
    if (event == null) {
      return Optional.empty();
    }
    Optional<Instant> at = TimeReader.of(event.time()).flatMap(WrittenTime::instant);
    if (at.isEmpty()) {
      return Optional.empty();
    }
    long ahead = clock.toEpochSecond(ZoneOffset.UTC) - at.get().getEpochSecond();
    long quarters = Math.round((double) ahead / QUARTER);
    boolean near = Math.abs(ahead - quarters * QUARTER) <= TOLERANCE;
    boolean isZone = Math.abs(quarters) <= 14 * 4;
    return near && isZone
        ? Optional.of(new Match(clock, event, ZoneOffset.ofTotalSeconds((int) quarters * QUARTER)))
        : Optional.empty();
  }

  /** The moment at its instant, as far as the zone is known; itself where it is not. */
  Moment dated(Moment moment) {
    if (!moment.time().lacksZone()) {
      return moment;
    }
    LocalDateTime clock = moment.time().clock().orElseThrow();
    if (given.isPresent()) {
      List<ZoneOffset> valid = given.get().getRules().getValidOffsets(clock);
      // Where clocks are put back an hour comes twice, and nothing tells which one is meant.
      return valid.size() == 1 ? moment.at(clock.toInstant(valid.getFirst()), Zone.GIVEN) : moment;
    }
    return matched
        .filter(m -> Duration.between(m.clock(), clock).abs().compareTo(REACH) <= 0)
        .map(m -> moment.at(clock.toInstant(m.offset()), Zone.MATCHED))
        .orElse(moment);
  }

  /** How the times of a log that have no zone were read. */
  String words(Moment moment) {
    String without = "the times of this log have no zone; ";
    return switch (moment.zone()) {
      case GIVEN -> without + "they are read as " + given.orElseThrow() + ", as --log-zone says";
      case MATCHED -> without + matched.map(Zones::words).orElse("");
      case WRITTEN, UNKNOWN ->
          without
              + given
                  .map(z -> "in " + z + " this one comes twice or never, when clocks are changed")
                  .orElse("which one is meant is not known (--log-zone ZONE tells)");
    };
  }

  private static String words(Match m) {
    return "they are read as UTC"
        + (m.offset().equals(ZoneOffset.UTC) ? "" : m.offset())
        + ", since the request `"
        + m.event().field("requestID")
        + "` has "
        + m.event().time()
        + " in CloudTrail ("
        + m.event().source()
        + ")";
  }
}
