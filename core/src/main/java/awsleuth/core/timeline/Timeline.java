package awsleuth.core.timeline;

import awsleuth.core.Artifact;
import awsleuth.core.evidence.Evidence;
import awsleuth.core.fact.Citation;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * When what happened, from all evidence that has a date. A time without a zone is never taken for
 * UTC: it has a place among the others only where that holds in whatever zone.
 *
 * @param dated what has an instant, the earliest first; at the same instant by source
 * @param undated what has none, in the order it stands in
 * @param tried the calls around the failure, repeats, and commands in the texts
 * @param notes how times were read, and what is left out, each with what it rests on
 */
public record Timeline(
    List<Moment> dated, List<Moment> undated, List<Citation> tried, List<Citation> notes) {

  /** Offsets from UTC go from -12 to +14 hours. */
  private static final Duration EAST = Duration.ofHours(14);

  private static final Duration WEST = Duration.ofHours(12);

  private static final Comparator<Moment> ORDER =
      Comparator.comparing((Moment m) -> m.at().orElse(Instant.MAX))
          .thenComparing(Moment::source)
          .thenComparing(Moment::words);

  private static final Comparator<Moment> BY_PLACE =
      Comparator.comparing(Moment::source).thenComparing(Moment::words);

  /**
   * Of texts and what was read from them.
   *
   * @param texts the artifacts, whole
   * @param evidence what was read from them, and from others
   * @param zone the zone of times in logs that have none; empty where that is not known
   */
  public static Timeline of(
      List<Artifact> texts, List<? extends Evidence> evidence, Optional<ZoneId> zone) {
    return new TimelineMaker(texts, evidence, zone).make();
  }

  static Timeline of(List<Moment> moments, List<Citation> tried, List<Citation> notes) {
    List<Moment> distinct = moments.stream().distinct().toList();
    return new Timeline(
        distinct.stream().filter(m -> m.at().isPresent()).sorted(ORDER).toList(),
        distinct.stream().filter(m -> m.at().isEmpty()).sorted(BY_PLACE).toList(),
        List.copyOf(tried),
        List.copyOf(notes));
  }

  /** The last of the dated moments that is before an undated one in whatever zone; 0 for none. */
  public int surelyAfter(Moment undated) {
    Optional<LocalDateTime> clock = undated.time().clock();
    if (clock.isEmpty()) {
      return 0;
    }
    Instant earliest = clock.get().toInstant(ZoneOffset.UTC).minus(EAST);
    int number = 0;
    for (int i = 0; i < dated.size(); i++) {
      if (dated.get(i).at().orElseThrow().isBefore(earliest)) {
        number = i + 1;
      }
    }
    return number;
  }

  /** The first of the dated moments that is after an undated one in whatever zone; 0 for none. */
  public int surelyBefore(Moment undated) {
    Optional<LocalDateTime> clock = undated.time().clock();
    if (clock.isEmpty()) {
      return 0;
    }
    Instant latest = clock.get().toInstant(ZoneOffset.UTC).plus(WEST);
    for (int i = 0; i < dated.size(); i++) {
      if (dated.get(i).at().orElseThrow().isAfter(latest)) {
        return i + 1;
      }
    }
    return 0;
  }
}
