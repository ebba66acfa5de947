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
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * What a time is as a number, for the services that want one, such as CloudWatch Logs. The model
 * does not say whether they want seconds or milliseconds.
 */
final class NumberOfTime {

  private NumberOfTime() {}

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
