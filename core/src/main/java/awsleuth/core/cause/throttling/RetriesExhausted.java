package awsleuth.core.cause.throttling;

import awsleuth.core.cause.Cause;
import awsleuth.core.cause.Finding;
import awsleuth.core.cause.Fix;
import awsleuth.core.cause.Outcome;
import awsleuth.core.cause.Stage;
import awsleuth.core.evidence.EnvironmentVariable;
import awsleuth.core.fact.Facts;
import java.util.List;
import java.util.Optional;

/** botocore's retries ran out. */
final class RetriesExhausted implements Cause {

  @Override
  public String id() {
    return "throttling/retries-exhausted";
  }

  @Override
  public Stage stage() {
    return Stage.AFTERWARDS;
  }

  @Override
  public Outcome examine(Facts facts) {
    if (!(facts.call().maxRetries().isPresent()
        && (Throttles.isRate(facts)
            || Throttles.isCapacity(facts)
            || Throttles.isSlowDown(facts)))) {
      return Outcome.NOT_SEEN;
    }
    Optional<EnvironmentVariable> few =
        facts.variable("AWS_MAX_ATTEMPTS").filter(v -> isFew(facts, v.value()));
    if (few.isPresent()) {
      return Outcome.confirmed(
          new Finding(
              "`AWS_MAX_ATTEMPTS` = "
                  + few.get().value()
                  + " allows too few requests for this load",
              Finding.Specificity.EVIDENCE,
              List.of(
                  facts.cite(
                      "the message says (reached max retries: "
                          + facts.call().maxRetries().getAsInt()
                          + ")"),
                  Facts.cite("the environment sets the total of requests", few.get().source())),
              List.of(Fix.command("unset it", "unset AWS_MAX_ATTEMPTS"), Throttles.patience(facts)),
              Throttles.rerun(facts)));
    }
    return Outcome.possible(
        new Finding(
            "botocore gave up after " + (facts.call().maxRetries().getAsInt() + 1) + " requests",
            Finding.Specificity.CODE,
            List.of(
                facts.cite(
                    "the message says (reached max retries: "
                        + facts.call().maxRetries().getAsInt()
                        + ")")),
            List.of(Throttles.patience(facts), Throttles.patienceInCode(facts.call())),
            Throttles.rerun(facts)),
        "the retry settings in use",
        "the environment (env) and ~/.aws/config: AWS_MAX_ATTEMPTS, AWS_RETRY_MODE, max_attempts, retry_mode");
  }

  /** Whether a total of requests is less than botocore's own: 5 in legacy mode, 3 in the others. */
  private static boolean isFew(Facts facts, String total) {
    String mode = facts.variable("AWS_RETRY_MODE").map(EnvironmentVariable::value).orElse("legacy");
    int usual = mode.equals("legacy") ? 5 : 3;
    return total.length() == 1 && total.charAt(0) >= '0' && total.charAt(0) - '0' < usual;
  }
}
