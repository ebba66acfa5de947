package awsleuth.core.cause.throttling;

import awsleuth.core.cause.Cause;
import awsleuth.core.cause.Finding;
import awsleuth.core.cause.Fix;
import awsleuth.core.cause.Outcome;
import awsleuth.core.cause.Stage;
import awsleuth.core.fact.Facts;
import java.util.List;

/** Application retries multiply botocore's. */
final class StackedRetries implements Cause {

  @Override
  public String id() {
    return "throttling/stacked-retries";
  }

  @Override
  public Stage stage() {
    return Stage.AFTERWARDS;
  }

  @Override
  public Outcome examine(Facts facts) {
    if (!((Throttles.isRate(facts) || Throttles.isCapacity(facts) || Throttles.isSlowDown(facts))
        && facts.seen(ThrottlingClue.RETRY_LAYER))) {
      return Outcome.NOT_SEEN;
    }
    return Outcome.confirmed(
        new Finding(
            "retries of the program multiply those of botocore",
            Finding.Specificity.CODE,
            List.of(facts.citeError(), facts.citation(ThrottlingClue.RETRY_LAYER).orElseThrow()),
            List.of(
                Fix.codeEdit(
                    "retry in one place: leave it to botocore",
                    "Config(retries={\"total_max_attempts\": 10, \"mode\": \"adaptive\"})  # and no retry decorator around the call")),
            Throttles.rerun(facts)));
  }
}
