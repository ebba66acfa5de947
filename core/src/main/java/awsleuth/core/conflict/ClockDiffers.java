package awsleuth.core.conflict;

import awsleuth.core.evidence.Failure.Passage;
import awsleuth.core.evidence.TrailEvent;
import awsleuth.core.fact.Facts;
import awsleuth.core.timeline.WrittenTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The log has the request at another time than CloudTrail: one of the clocks is wrong. */
public final class ClockDiffers implements Contradiction {

  /** A log is written some time after the call; AWS itself lets clocks differ by 15 minutes. */
  private static final Duration TOLERATED = Duration.ofMinutes(5);

  @Override
  public List<Conflict> in(Facts facts) {
    return facts.trail().stream()
        .filter(e -> Same.request(e, facts.call()))
        .limit(1)
        .flatMap(e -> conflict(e, facts).stream())
        .toList();
  }

  private static Optional<Conflict> conflict(TrailEvent e, Facts facts) {
    Optional<Instant> recorded = WrittenTime.in(e.time()).flatMap(WrittenTime::instant);
    Optional<Passage> dated =
        facts.failure().passages().stream()
            .filter(p -> p.source().artifact().equals(facts.call().source().artifact()))
            .filter(p -> p.source().line() <= facts.call().source().line())
            .filter(p -> time(p).isPresent())
            .max((a, b) -> Integer.compare(a.source().line(), b.source().line()));
    if (recorded.isEmpty() || dated.isEmpty()) {
      return Optional.empty();
    }
    Duration apart = Duration.between(recorded.get(), time(dated.get()).orElseThrow()).abs();
    return apart.compareTo(TOLERATED) <= 0
        ? Optional.empty()
        : Optional.of(conflict(e, dated.get(), apart));
  }

  private static Optional<Instant> time(Passage p) {
    return WrittenTime.in(p.text()).flatMap(WrittenTime::instant);
  }

  private static Conflict conflict(TrailEvent e, Passage p, Duration apart) {
    String written = WrittenTime.in(p.text()).map(WrittenTime::written).orElse("");
    return new Conflict(
        "clock",
        "two times are told of one request, " + apart.toMinutes() + " minutes apart",
        List.of(
            Facts.cite("the log has `" + written + "`", p.source()),
            Facts.cite("CloudTrail has `" + e.time() + "`", e.at("eventTime"))),
        new Conflict.Taken.One(
            "CloudTrail's is taken, since AWS's clock wrote it; the log's clock or its zone is"
                + " wrong"));
  }
}
