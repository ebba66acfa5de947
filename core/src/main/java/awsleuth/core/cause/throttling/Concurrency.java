package awsleuth.core.cause.throttling;

import awsleuth.core.cause.Cause;
import awsleuth.core.cause.Finding;
import awsleuth.core.cause.Fix;
import awsleuth.core.cause.Outcome;
import awsleuth.core.cause.Stage;
import awsleuth.core.cause.Verification;
import awsleuth.core.evidence.ThrottleReason;
import awsleuth.core.fact.Fact;
import awsleuth.core.fact.Facts;
import awsleuth.core.fact.ThingChange;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A limit on what runs at the same time was hit. */
final class Concurrency implements Cause {

  @Override
  public String id() {
    return "throttling/concurrency";
  }

  @Override
  public Stage stage() {
    return Stage.THROTTLING;
  }

  @Override
  public Outcome examine(Facts facts) {
    if (Throttles.isConcurrency(facts)) {
      return Outcome.confirmed(
          finding(facts, "too much of it runs at the same time", Finding.Specificity.MESSAGE));
    }
    return Throttles.isEither(facts)
        ? new Outcome.Possible(
            finding(
                facts, "perhaps too much of it runs at the same time", Finding.Specificity.CODE),
            List.of(Throttles.REASON))
        : Outcome.NOT_SEEN;
  }

  private static Finding finding(Facts facts, String summary, Finding.Specificity specificity) {
    return new Finding(
        summary,
        specificity,
        Stream.concat(
                Stream.of(
                    Throttles.citedReason(facts)
                        .or(() -> facts.citation(ThrottlingClue.CONCURRENCY))
                        .or(() -> facts.citation(ThrottlingClue.REASON_CONCURRENCY))
                        .orElseGet(facts::citeError)),
                set(facts)
                    .map(c -> c.cite("set its reserved concurrency to " + reserved(c)))
                    .stream())
            .toList(),
        isStopped(facts)
            ? List.of(free(facts))
            : List.of(
                more(facts),
                Fix.codeEdit(
                    "start fewer at a time",
                    "with concurrent.futures.ThreadPoolExecutor(max_workers=<n>) as pool:")),
        isStopped(facts)
            ? new Verification.Query(
                "aws lambda get-function-concurrency" + function(facts),
                "it names no reserved concurrency")
            : isReserved(facts)
                ? new Verification.Query(
                    "aws lambda get-function-concurrency" + function(facts),
                    "its reserved concurrency is above what is in use")
                : Throttles.quotas(facts));
  }

  private static boolean isStopped(Facts facts) {
    return set(facts).filter(c -> reserved(c).equals("0")).isPresent();
  }

  /** Whether the function's own reservation is what was used up. */
  private static boolean isReserved(Facts facts) {
    return facts.throttleReason() instanceof Fact.Known<ThrottleReason>(var reason, _)
        && reason == ThrottleReason.RESERVED_FUNCTION_CONCURRENT_INVOCATION_LIMIT_EXCEEDED;
  }

  private static String function(Facts facts) {
    return " --function-name " + facts.argument("FunctionName", "<function>");
  }

  /** Who set the function's reserved concurrency, which bounds it alone. */
  private static Optional<ThingChange> set(Facts facts) {
    return ThingChange.of(facts).filter(c -> !reserved(c).isEmpty());
  }

  private static String reserved(ThingChange change) {
    return change.event().field("requestParameters.reservedConcurrentExecutions");
  }

  /** None at all may run where it is 0. */
  private static Fix free(Facts facts) {
    return Fix.askAdministrator(
        "let the function run again: reserved concurrency of 0 stops it",
        "aws lambda delete-function-concurrency" + function(facts));
  }

  private static Fix more(Facts facts) {
    if (facts.throttleReason() instanceof Fact.Known<ThrottleReason>(var reason, _)) {
      return switch (reason) {
        case CONCURRENT_INVOCATION_LIMIT_EXCEEDED ->
            Fix.askAdministrator(
                "raise the account's quota of concurrent executions, which all functions share",
                quota("lambda", "L-B99A9384"));
        case CONCURRENT_SNAPSHOT_CREATE_LIMIT_EXCEEDED ->
            Fix.askAdministrator(
                "publish fewer versions with SnapStart at a time",
                "aws lambda wait published-version-active --function-name <function>");
        case RESERVED_FUNCTION_CONCURRENT_INVOCATION_LIMIT_EXCEEDED,
            FUNCTION_INVOCATION_RATE_LIMIT_EXCEEDED,
            RESERVED_FUNCTION_INVOCATION_RATE_LIMIT_EXCEEDED,
            CALLER_RATE_LIMIT_EXCEEDED ->
            reserve(facts);
      };
    }
    if (facts.code("ConcurrentRunsExceededException")) {
      return Fix.askAdministrator(
          "raise the job's own limit of runs at a time, which is 1 unless it was set",
          "In the settings of the Glue job %s (ExecutionProperty), raise MaxConcurrentRuns."
              .formatted(facts.argument("JobName", "<job>")));
    }
    if (facts.call().service().equals("dynamodb")) {
      return Fix.command(
          "wait until no table and no index is being changed: few may be at a time",
          "aws dynamodb describe-table --table-name "
              + facts.argument("TableName", "<table>")
              + " --query 'Table.[TableStatus,GlobalSecondaryIndexes[].[IndexName,IndexStatus]]'");
    }
    return facts.call().service().equals("lambda")
        ? reserve(facts)
        : Fix.askAdministrator(
            "raise the concurrency, or the quota for it", quota(QuotaCode.of(facts), "<code>"));
  }

  private static Fix reserve(Facts facts) {
    return Fix.askAdministrator(
        "raise the concurrency, or the quota for it",
        "aws lambda put-function-concurrency"
            + function(facts)
            + " --reserved-concurrent-executions <n>");
  }

  /** The command that asks for a higher quota. */
  static String quota(String service, String code) {
    return "aws service-quotas request-service-quota-increase --service-code "
        + service
        + " --quota-code "
        + code
        + " --desired-value <n>";
  }
}
