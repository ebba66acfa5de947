package awsleuth.core.cause.throttling;

import awsleuth.core.cause.Cause;
import awsleuth.core.cause.Finding;
import awsleuth.core.cause.Fix;
import awsleuth.core.cause.Outcome;
import awsleuth.core.cause.Stage;
import awsleuth.core.fact.Facts;
import awsleuth.core.fact.Literal;
import java.util.List;

/** The rate of requests to an API was exceeded. */
final class ApiRate implements Cause {

  @Override
  public String id() {
    return "throttling/api-rate";
  }

  @Override
  public Stage stage() {
    return Stage.THROTTLING;
  }

  @Override
  public Outcome examine(Facts facts) {
    if (!(Throttles.isRate(facts) && !Throttles.isConcurrency(facts))) {
      return Outcome.NOT_SEEN;
    }
    return Outcome.confirmed(
        new Finding(
            "more requests than "
                + (facts.call().service().isEmpty() ? "the service" : facts.call().service())
                + " accepts in this time",
            Finding.Specificity.CODE,
            List.of(Throttles.citedReason(facts).orElseGet(facts::citeError)),
            List.of(
                Throttles.patience(facts),
                Throttles.patienceInCode(facts.call()),
                Fix.command(
                    "find who uses up the rate: it is shared by the whole account and Region",
                    callers(facts))),
            Throttles.rerun(facts)));
  }

  /** Who calls the operation, the most frequent first; CloudTrail has no data events here. */
  private static String callers(Facts facts) {
    return "aws cloudtrail lookup-events --lookup-attributes AttributeKey=EventName,AttributeValue="
        + Literal.shell(facts.call().operation(), "<operation>")
        + " --query 'Events[].Username' --output text | tr '\\t' '\\n' | sort | uniq -c | sort -rn";
  }
}
