package awsleuth.core.cause.throttling;

import awsleuth.core.cause.Cause;
import awsleuth.core.cause.Finding;
import awsleuth.core.cause.Fix;
import awsleuth.core.cause.Outcome;
import awsleuth.core.cause.Stage;
import awsleuth.core.evidence.ThrottleReason;
import awsleuth.core.fact.Fact;
import awsleuth.core.fact.Facts;
import java.util.List;

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
        List.of(
            Throttles.citedReason(facts)
                .or(() -> facts.citation(ThrottlingClue.CONCURRENCY))
                .or(() -> facts.citation(ThrottlingClue.REASON_CONCURRENCY))
                .orElseGet(facts::citeError)),
        List.of(
            more(facts),
            Fix.codeEdit(
                "start fewer at a time",
                "with concurrent.futures.ThreadPoolExecutor(max_workers=<n>) as pool:")),
        Throttles.quotas(facts));
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
    return facts.call().service().equals("lambda")
        ? reserve(facts)
        : Fix.askAdministrator(
            "raise the concurrency, or the quota for it", quota(QuotaCode.of(facts), "<code>"));
  }

  private static Fix reserve(Facts facts) {
    return Fix.askAdministrator(
        "raise the concurrency, or the quota for it",
        "aws lambda put-function-concurrency --function-name "
            + facts.argument("FunctionName", "<function>")
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
