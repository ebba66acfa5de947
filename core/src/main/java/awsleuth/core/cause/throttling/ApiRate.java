package awsleuth.core.cause.throttling;

import awsleuth.core.cause.Cause;
import awsleuth.core.cause.Finding;
import awsleuth.core.cause.Fix;
import awsleuth.core.cause.Outcome;
import awsleuth.core.cause.Stage;
import awsleuth.core.fact.Facts;
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
            List.of(facts.citeError()),
            List.of(
                Throttles.patience(facts),
                Throttles.patienceInCode(facts.call()),
                Fix.askAdministrator(
                    "find who uses up the rate: it is shared by the whole account and Region",
                    "Which principals call this API most often? CloudTrail, grouped by userIdentity.arn, around the failure")),
            Throttles.rerun(facts)));
  }
}
