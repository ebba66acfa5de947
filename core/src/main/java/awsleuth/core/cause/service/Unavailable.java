package awsleuth.core.cause.service;

import awsleuth.core.cause.Cause;
import awsleuth.core.cause.Finding;
import awsleuth.core.cause.Fix;
import awsleuth.core.cause.Outcome;
import awsleuth.core.cause.Stage;
import awsleuth.core.cause.Verification;
import awsleuth.core.fact.CodeFamily;
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
    boolean known =
        (facts.code(
                    "ServiceUnavailable",
                    "ServiceUnavailableException",
                    "Unavailable",
                    "ModelNotReadyException",
                    "ModelTimeoutException",
                    "502",
                    "504",
                    "BadGateway",
                    "GatewayTimeout",
                    "ServiceNotReadyException",
                    "ServiceTemporarilyUnavailableException",
                    "ServiceUnavailableError",
                    "EndpointTemporarilyUnavailableException")
                || (facts.code("503") && !facts.call().service().equals("s3"))
                || facts.seen(ServiceClue.NOT_READY))
            && !facts.code("ThrottlingException");
    if (!known && (facts.family() != CodeFamily.TIMEOUT)) {
      return Outcome.NOT_SEEN;
    }
    Finding finding =
        new Finding(
            "the service was unavailable for the moment",
            known ? Finding.Specificity.CODE : Finding.Specificity.KIND,
            List.of(facts.citeError()),
            List.of(
                Fix.command("try again after a while", facts.reproduction()),
                Fix.command(
                    "see whether AWS reports an event for the service",
                    "aws health describe-events --region us-east-1 --filter services=<SERVICE>")),
            new Verification.Rerun(facts.reproduction(), "the call succeeds"));
    return known
        ? Outcome.confirmed(finding)
        : Outcome.possible(
            finding,
            "what `" + facts.call().code() + "` means for this operation",
            "the errors of the operation in the API reference of the service");
  }
}
