package awsleuth.iam.check;

import awsleuth.iam.policy.Condition;
import awsleuth.iam.policy.Fault;
import awsleuth.iam.policy.Fault.Code;
import awsleuth.iam.policy.Literals;
import awsleuth.iam.policy.Statement;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Statements whose time is over: conditions that want the time of the request to be before one that
 * has passed (IAM user guide, "aws:CurrentTime", "aws:EpochTime").
 */
final class DateChecks {

  private final Statement statement;
  private final Instant now;
  private final List<Fault> found;

  DateChecks(Statement statement, Instant now, List<Fault> found) {
    this.statement = statement;
    this.now = now;
    this.found = found;
  }

  void check() {
    statement.conditions().stream().filter(DateChecks::isUntil).forEach(this::check);
  }

  private void check(Condition condition) {
    latest(condition)
        .filter(end -> end.isBefore(now))
        .ifPresent(_ -> {
          String times =
              String.join("`, `", condition.values().stream().map(v -> v.value()).toList());
          found.add(
              new Fault(
                  Code.PAST_DATE,
                  "the statement does nothing any more: `"
                      + condition.operator()
                      + "` on `"
                      + condition.key()
                      + "` wants a time up to `"
                      + times
                      + "`, which has passed (it is "
                      + now.truncatedTo(ChronoUnit.SECONDS)
                      + ")",
                  condition.values().getFirst().at()));
        });
  }

  /** The latest of the times, any of which is enough; empty where one is no time. */
  private static Optional<Instant> latest(Condition condition) {
    List<Optional<Instant>> times =
        condition.values().stream().map(v -> Literals.instant(v.value())).toList();
    return times.isEmpty() || times.stream().anyMatch(Optional::isEmpty)
        ? Optional.empty()
        : times.stream().flatMap(Optional::stream).max(Comparator.naturalOrder());
  }

  private static boolean isUntil(Condition condition) {
    String key = condition.key().value();
    boolean time = key.equalsIgnoreCase("aws:CurrentTime") || key.equalsIgnoreCase("aws:EpochTime");
    return time
        && switch (condition.operator().base()) {
          case DATE_LESS_THAN,
              DATE_LESS_THAN_EQUALS,
              DATE_EQUALS,
              NUMERIC_LESS_THAN,
              NUMERIC_LESS_THAN_EQUALS,
              NUMERIC_EQUALS ->
              true;
          case STRING_EQUALS,
              STRING_NOT_EQUALS,
              STRING_EQUALS_IGNORE_CASE,
              STRING_NOT_EQUALS_IGNORE_CASE,
              STRING_LIKE,
              STRING_NOT_LIKE,
              NUMERIC_NOT_EQUALS,
              NUMERIC_GREATER_THAN,
              NUMERIC_GREATER_THAN_EQUALS,
              DATE_NOT_EQUALS,
              DATE_GREATER_THAN,
              DATE_GREATER_THAN_EQUALS,
              BOOL,
              BINARY_EQUALS,
              IP_ADDRESS,
              NOT_IP_ADDRESS,
              ARN_EQUALS,
              ARN_LIKE,
              ARN_NOT_EQUALS,
              ARN_NOT_LIKE,
              NULL ->
              false;
        };
  }
}
