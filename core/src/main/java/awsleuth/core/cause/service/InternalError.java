package awsleuth.core.cause.service;

import awsleuth.core.cause.Again;
import awsleuth.core.cause.Cause;
import awsleuth.core.cause.Finding;
import awsleuth.core.cause.Fix;
import awsleuth.core.cause.Meaning;
import awsleuth.core.cause.Outcome;
import awsleuth.core.cause.Stage;
import awsleuth.core.fact.CodeFamily;
import awsleuth.core.fact.Facts;
import java.util.List;

/** The service failed inside. */
final class InternalError implements Cause {

  @Override
  public String id() {
    return "service/internal-error";
  }

  @Override
  public Stage stage() {
    return Stage.EXECUTION;
  }

  @Override
  public Outcome examine(Facts facts) {
    boolean known =
        facts.code(
                "InternalError",
                "InternalFailure",
                "InternalFailureException",
                "InternalServerError",
                "InternalServerErrorException",
                "InternalServerException",
                "InternalServiceError",
                "InternalServiceException",
                "InternalException",
                "ServerException",
                "ServiceException",
                "ServiceFailure",
                "KMSInternalException",
                "DependencyTimeoutException",
                "500")
            || (facts.call().code().isEmpty() && facts.call().httpStatus().orElse(0) == 500);
    if (!known && facts.family() != CodeFamily.SERVER) {
      return Outcome.NOT_SEEN;
    }
    Meaning meaning = Meaning.of(known);
    Finding finding =
        new Finding(
            "the service failed inside",
            meaning.specificity(),
            facts.citeErrorAndRequests(),
            List.of(
                Again.fix(facts, "try again: botocore has, but not for long", ""),
                HealthEvents.fix(facts),
                Fix.askAdministrator(
                    "open a case with the request id where it stays",
                    "Request id: "
                        + (facts.call().requestId().isEmpty()
                            ? "<request-id>"
                            : facts.call().requestId()))),
            Again.of(facts, "the call succeeds"));
    return meaning.outcome(finding, facts);
  }
}
