package awsleuth.core.timeline;

import awsleuth.core.evidence.Failure;
import awsleuth.core.evidence.Source;
import awsleuth.core.fact.Facts;
import java.time.Instant;
import java.util.Optional;

/**
 * When a call failed, as the lines of its text have it with a time zone.
 *
 * @param time of the line of the failure, or of the last before it that has one
 * @param source that line
 * @param own whether it is the line of the failure; the call came later than a line before it
 */
public record LineTime(Instant time, Source source, boolean own) {

  /** Empty where no line before it has a time with a zone. */
  public static Optional<LineTime> of(Facts facts) {
    Source failed = facts.call().source();
    Optional<LineTime> last = Optional.empty();
    for (Failure.Passage p : facts.failure().passages()) {
      int line = p.source().line();
      for (String text : p.text().lines().toList()) {
        Source at = new Source(p.source().artifact(), line++);
        boolean before =
            at.artifact().equals(failed.artifact())
                && at.line() <= failed.line()
                && last.filter(l -> l.source.line() >= at.line()).isEmpty();
        Optional<LineTime> own =
            before ? read(text, at, at.line() == failed.line()) : Optional.empty();
        last = own.isPresent() ? own : last;
      }
    }
    return last;
  }

  private static Optional<LineTime> read(String line, Source at, boolean own) {
    return WrittenTime.in(line)
        .flatMap(WrittenTime::instant)
        .map(time -> new LineTime(time, at, own));
  }
}
