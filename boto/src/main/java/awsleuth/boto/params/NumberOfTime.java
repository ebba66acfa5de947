package awsleuth.boto.params;

import awsleuth.boto.python.PyValue;
import awsleuth.boto.python.PyValue.Bool;
import awsleuth.boto.python.PyValue.Bytes;
import awsleuth.boto.python.PyValue.Date;
import awsleuth.boto.python.PyValue.DateTime;
import awsleuth.boto.python.PyValue.Dec;
import awsleuth.boto.python.PyValue.Dict;
import awsleuth.boto.python.PyValue.Int;
import awsleuth.boto.python.PyValue.None;
import awsleuth.boto.python.PyValue.PyList;
import awsleuth.boto.python.PyValue.PySet;
import awsleuth.boto.python.PyValue.Real;
import awsleuth.boto.python.PyValue.Str;
import awsleuth.boto.python.PyValue.Tuple;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/**
 * What a time is as a number, for the services that want one, such as CloudWatch Logs. The model
 * does not say whether they want seconds or milliseconds; of some members the documentation does.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_FilterLogEvents.html">FilterLogEvents</a>
 */
final class NumberOfTime {

  /** Seconds of a time in this century, which are taken for milliseconds. */
  private static final Range SECONDS = new Range(946_684_800L, 4_102_444_800L);

  private record Range(long least, long most) {

    boolean has(BigInteger number) {
      return number.bitLength() < Long.SIZE
          && number.longValue() >= least
          && number.longValue() <= most;
    }
  }

  private NumberOfTime() {}

  /** What a member counts in. */
  enum Unit {
    SECONDS,
    MILLISECONDS,
    UNKNOWN
  }

  /** The unit of a number, by its service, its operation and the name of its shape. */
  static Unit unit(String service, String operation, String shape) {
    return switch (service + "." + shape) {
      case "logs.Timestamp" ->
          List.of("StartQuery", "GetLogGroupFields").contains(operation)
              ? Unit.SECONDS
              : operation.contains("ScheduledQuery") ? Unit.UNKNOWN : Unit.MILLISECONDS;
      case "opensearch.Long" -> operation.equals("ListInsights") ? Unit.MILLISECONDS : Unit.UNKNOWN;
      case "finspace-data.TimestampEpoch", "iotevents-data.EpochMilliTimestamp" ->
          Unit.MILLISECONDS;
      case "iotsitewise.TimeInSeconds" -> Unit.SECONDS;
      default -> Unit.UNKNOWN;
    };
  }

  /** The number that is wanted for a time; empty where the unit or the time is not known. */
  static Optional<Int> wanted(PyValue value, Unit unit) {
    long factor = unit == Unit.MILLISECONDS ? 1000 : 1;
    return unit == Unit.UNKNOWN ? Optional.empty() : seconds(value).map(s -> Int.of(s * factor));
  }

  /** That a number of milliseconds looks like one of seconds; empty where it does not. */
  static Optional<String> looksLikeSeconds(PyValue value, Unit unit) {
    return unit == Unit.MILLISECONDS && value instanceof Int(BigInteger n) && SECONDS.has(n)
        ? Optional.of(
            "it counts in milliseconds from 1970, and that is "
                + Instant.ofEpochMilli(n.longValue()).atOffset(ZoneOffset.UTC).toLocalDate()
                + "; in seconds it is "
                + Instant.ofEpochSecond(n.longValue()).atOffset(ZoneOffset.UTC).toLocalDate()
                + ": multiply by 1000")
        : Optional.empty();
  }

  /** The milliseconds of a number of seconds with a fraction, where milliseconds are wanted. */
  static Optional<Int> milliseconds(Real value, Unit unit) {
    boolean seconds =
        unit == Unit.MILLISECONDS
            && Double.isFinite(value.value())
            && SECONDS.has(BigInteger.valueOf((long) value.value()));
    return seconds ? Optional.of(Int.of(Math.round(value.value() * 1000))) : Optional.empty();
  }

  /** Both numbers of a time; empty where the value is none, or its year has no four digits. */
  static Optional<String> of(PyValue value) {
    return seconds(value)
        .map(s ->
            "a time is a number here, from 1970 in UTC: %d000 in milliseconds, %1$d in seconds"
                .formatted(s));
  }

  private static Optional<Long> seconds(PyValue value) {
    try {
      return switch (value) {
        case Str s when s.value().matches("\\d{4}-\\d\\d-\\d\\d") ->
            Optional.of(LocalDate.parse(s.value()).atStartOfDay().toEpochSecond(ZoneOffset.UTC));
        case Str s when s.value().matches("\\d{4}-\\d\\d-\\d\\d[T ]\\d\\d:\\d\\d(:\\d\\d)?") ->
            Optional.of(
                LocalDateTime.parse(s.value().replace(' ', 'T')).toEpochSecond(ZoneOffset.UTC));
        case Str s
            when s.value().matches("\\d{4}-\\d\\d-\\d\\d[T ][0-9:.]{5,16}(Z|[+-]\\d\\d:\\d\\d)") ->
            Optional.of(OffsetDateTime.parse(s.value().replace(' ', 'T')).toEpochSecond());
        case DateTime t ->
            Optional.of(
                t.local().toEpochSecond(ZoneOffset.ofTotalSeconds(t.offsetSeconds().orElse(0))));
        case None _, Bool _, Int _, Real _, Dec _, Str _, Bytes _, Date _ -> Optional.empty();
        case PyList _, Tuple _, PySet _, Dict _ -> Optional.empty();
      };
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }
}
