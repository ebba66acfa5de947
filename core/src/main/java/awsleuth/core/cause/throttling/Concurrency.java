package awsleuth.core.cause.throttling;

import awsleuth.core.cause.Cause;
import awsleuth.core.cause.Finding;
import awsleuth.core.cause.Fix;
import awsleuth.core.cause.Outcome;
import awsleuth.core.cause.Stage;
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
    if (!(Throttles.isConcurrency(facts))) {
      return Outcome.NOT_SEEN;
    }
    return Outcome.confirmed(
        new Finding(
            "too much of it runs at the same time",
            Finding.Specificity.MESSAGE,
            List.of(
                facts
                    .citation(ThrottlingClue.CONCURRENCY)
                    .or(() -> facts.citation(ThrottlingClue.REASON_CONCURRENCY))
                    .orElseGet(facts::citeError)),
            List.of(
                Fix.askAdministrator(
                    "raise the concurrency, or the quota for it",
                    facts.call().service().equals("lambda")
                        ? "aws lambda put-function-concurrency --function-name "
                            + facts.argument("FunctionName", "<function>")
                            + " --reserved-concurrent-executions <n>"
                        : "aws service-quotas request-service-quota-increase --service-code "
                            + QuotaCode.of(facts)
                            + " --quota-code <code> --desired-value <n>"),
                Fix.codeEdit(
                    "start fewer at a time",
                    "with concurrent.futures.ThreadPoolExecutor(max_workers=<n>) as pool:")),
            Throttles.quotas(facts)));
  }
}
