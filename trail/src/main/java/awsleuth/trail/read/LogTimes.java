package awsleuth.trail.read;

import awsleuth.core.evidence.Failure;
import awsleuth.core.read.Occurrences;
import awsleuth.core.scan.Stretch;
import awsleuth.core.timeline.WrittenTime;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * When the failed calls of a log were told, second by second: by the time that the line begins
 * with, else the last before it within the same stretch. A time without a zone tells nothing,
 * unless it is said which zone the log is in.
 */
final class LogTimes implements Occurrences {

  /** So many seconds of kinds of calls are kept of one log; later ones have no time. */
  private static final int MOST = 1 << 19;

  /** A longer line is looked at so far. */
  private static final int LOOKED_AT = 400;

  private final Optional<ZoneId> zone;
  private final Map<String, TreeMap<Long, Integer>> seen = new HashMap<>();
  private int kept;

  /** The stretch that was looked at last, as lines. */
  private @Nullable Stretch latest;

  private List<String> lines = List.of();

  /**
   * None yet.
   *
   * @param zone of times that have none; empty where it is not known
   */
  LogTimes(Optional<ZoneId> zone) {
    this.zone = zone;
  }

  /** Of several in one stretch each that is told in a line of its own; else the first and last. */
  @Override
  @SuppressWarnings("ReferenceEquality") // the very stretch, whose bytes need not be compared
  public void seen(Failure failure, Stretch stretch, int line) {
    int last = line + failure.last().line() - failure.source().line();
    if (stretch != latest) {
      latest = stretch;
      lines = List.of(new String(stretch.bytes(), StandardCharsets.UTF_8).split("\n", -1));
    }
    List<Integer> told = told(failure, line, last);
    for (int n : told) {
      time(lines.subList(0, Math.min(n, lines.size()))).ifPresent(t -> count(failure, t));
    }
  }

  private List<Integer> told(Failure failure, int first, int last) {
    if (failure.count() == 1) {
      return List.of(first);
    }
    List<Integer> told = new ArrayList<>();
    for (int n = first; n <= Math.min(last, lines.size()); n++) {
      if (n > 0 && lines.get(n - 1).contains(failure.call().code())) {
        told.add(n);
      }
    }
    return told.size() == failure.count() ? told : List.of(first, last);
  }

  private void count(Failure failure, long time) {
    String kind = failure.call().kind();
    TreeMap<Long, Integer> times = seen.computeIfAbsent(kind, k -> new TreeMap<>());
    if (times.containsKey(time) || kept < MOST) {
      kept += times.containsKey(time) ? 0 : 1;
      times.merge(time, 1, Integer::sum);
    }
  }

  private Optional<Long> time(List<String> lines) {
    for (String line : lines.reversed()) {
      Optional<WrittenTime> written = WrittenTime.in(beginning(line));
      if (written.isPresent()) {
        return written
            .flatMap(this::instant)
            .map(i -> Math.multiplyExact(i.getEpochSecond(), 1000));
      }
    }
    return Optional.empty();
  }

  private static String beginning(String line) {
    return line.length() > LOOKED_AT ? line.substring(0, LOOKED_AT) : line;
  }

  private Optional<Instant> instant(WrittenTime written) {
    return written.instant().or(() -> zone.flatMap(z -> written.clock().flatMap(c -> at(c, z))));
  }

  /** Where clocks are put back an hour comes twice, and nothing tells which one is meant. */
  private static Optional<Instant> at(LocalDateTime clock, ZoneId zone) {
    List<ZoneOffset> valid = zone.getRules().getValidOffsets(clock);
    return valid.size() == 1 ? Optional.of(clock.toInstant(valid.getFirst())) : Optional.empty();
  }

  /** When a failed call was told how often, in milliseconds since 1970 UTC. */
  Map<Long, Integer> of(Failure failure) {
    return seen.getOrDefault(failure.call().kind(), new TreeMap<>());
  }
}
