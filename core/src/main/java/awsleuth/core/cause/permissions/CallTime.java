package awsleuth.core.cause.permissions;

import awsleuth.core.evidence.Failure;
import awsleuth.core.evidence.Source;
import awsleuth.core.fact.Facts;
import awsleuth.iam.PolicySet;
import awsleuth.iam.request.Context;
import awsleuth.iam.request.ContextValue;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * When a call failed, as its log has it with a time zone. It is near the time of the request, so
 * that it settles comparisons with times that are not near it.
 *
 * @param time of the line of the failure, or of the last before it that has one
 * @param source that line
 * @param own whether it is the line of the failure; the call came later than a line before it
 */
record CallTime(Instant time, Source source, boolean own) {

  static final String KEY = "aws:CurrentTime";
  private static final Duration NEAR = Duration.ofHours(1);
  private static final Pattern BEGINNING =
      Pattern.compile(
          "^\\W{0,2}(\\d{4}-\\d{2}-\\d{2})[T ](\\d{2}:\\d{2}:\\d{2})(?:[.,]\\d{1,9})?"
              + "(Z|[+-]\\d{2}:\\d{2})");

  /** Empty where no line before it has a time with a zone. */
  static Optional<CallTime> of(Facts facts) {
    Source failed = facts.call().source();
    Optional<CallTime> last = Optional.empty();
    for (Failure.Passage p : facts.failure().passages()) {
      int line = p.source().line();
      for (String text : p.text().lines().toList()) {
        Source at = new Source(p.source().artifact(), line++);
        boolean before =
            at.artifact().equals(failed.artifact())
                && at.line() <= failed.line()
                && last.filter(l -> l.source.line() >= at.line()).isEmpty();
        Optional<CallTime> own =
            before ? read(text, at, at.line() == failed.line()) : Optional.empty();
        last = own.isPresent() ? own : last;
      }
    }
    return last;
  }

  /** A context with that time, where it settles all that policies compare it with. */
  static Context in(Context context, Facts facts, PolicySet set) {
    List<String> wanted = ConditionKeys.values(set, KEY).toList();
    boolean open = context.get(KEY) instanceof ContextValue.Unknown;
    return wanted.isEmpty() || !open
        ? context
        : of(facts)
            .filter(t -> wanted.stream().allMatch(t::settles))
            .map(t -> context.with(KEY, t.time.toString()))
            .orElse(context);
  }

  /** The key as the log tells it. */
  static Optional<awsleuth.core.cause.permissions.ContextValue> value(Facts facts) {
    return of(facts)
        .map(t ->
            new awsleuth.core.cause.permissions.ContextValue(
                Optional.of(t.time.toString()), "the log's time is `" + t.time + "`", t.source));
  }

  private static Optional<CallTime> read(String line, Source at, boolean own) {
    Matcher m = BEGINNING.matcher(line);
    try {
      return m.find()
          ? Optional.of(
              new CallTime(
                  OffsetDateTime.parse(m.group(1) + "T" + m.group(2) + m.group(3)).toInstant(),
                  at,
                  own))
          : Optional.empty();
    } catch (DateTimeException none) {
      return Optional.empty();
    }
  }

  /** Whether a time in a condition is surely before the call, or surely after it. */
  boolean settles(String wanted) {
    try {
      Instant other =
          wanted.length() == "2026-11-01".length()
              ? LocalDate.parse(wanted).atStartOfDay(ZoneOffset.UTC).toInstant()
              : OffsetDateTime.parse(wanted).toInstant();
      Duration since = Duration.between(other, time);
      return (own ? since.abs() : since).compareTo(NEAR) > 0;
    } catch (DateTimeException unread) {
      return false;
    }
  }
}
