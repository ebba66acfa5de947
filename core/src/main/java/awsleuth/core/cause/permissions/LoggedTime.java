package awsleuth.core.cause.permissions;

import awsleuth.core.evidence.Source;
import awsleuth.core.fact.Facts;
import awsleuth.core.timeline.LineTime;
import awsleuth.iam.PolicySet;
import awsleuth.iam.request.Context;
import awsleuth.iam.request.ContextValue;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * When a call failed, as its log has it with a time zone. It is near the time of the request, so
 * that it settles comparisons with times that are not near it.
 *
 * @param time of the line of the failure, or of the last before it that has one
 * @param source that line
 * @param own whether it is the line of the failure; the call came later than a line before it
 */
record LoggedTime(Instant time, Source source, boolean own) {

  static final String KEY = "aws:CurrentTime";
  private static final Duration NEAR = Duration.ofHours(1);

  /** Empty where no line before it has a time with a zone. */
  static Optional<LoggedTime> of(Facts facts) {
    return LineTime.of(facts)
        .map(t -> new LoggedTime(t.time().truncatedTo(ChronoUnit.SECONDS), t.source(), t.own()));
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
