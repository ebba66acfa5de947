package awsleuth.core.cause.service;

import awsleuth.core.cause.Cause;
import awsleuth.core.cause.Finding;
import awsleuth.core.cause.Fix;
import awsleuth.core.cause.Outcome;
import awsleuth.core.cause.Stage;
import awsleuth.core.cause.Verification;
import awsleuth.core.fact.Facts;
import java.util.List;

/** The service was unavailable for the moment. */
final class Unavailable implements Cause {

  @Override
  public String id() {
    return "service/unavailable";
  }

  @Override
  public Stage stage() {
    return Stage.EXECUTION;
  }

  @Override
  public Outcome examine(Facts facts) {
    if (!((facts.code(
                "ServiceUnavailable",
                "ServiceUnavailableException",
                "Unavailable",
                "ModelNotReadyException",
                "ModelTimeoutException",
                "502",
                "504",
                "BadGateway",
                "GatewayTimeout",
                "ServiceNotReadyException")
            || (facts.code("503") && !facts.call().service().equals("s3"))
            || facts.seen(ServiceClue.NOT_READY))
        && !facts.code("ThrottlingException"))) {
      return Outcome.NOT_SEEN;
    }
    return Outcome.confirmed(
        new Finding(
            "the service was unavailable for the moment",
            Finding.Specificity.CODE,
            List.of(facts.citeError()),
            List.of(
                Fix.command("try again after a while", facts.reproduction()),
                Fix.command(
                    "see whether AWS reports an event for the service",
                    "aws health describe-events --region us-east-1 --filter services=<SERVICE>")),
            new Verification.Rerun(facts.reproduction(), "the call succeeds")));
  }
}
