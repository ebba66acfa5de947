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
                "ModelError",
                "500")
            || (facts.call().code().isEmpty() && facts.call().httpStatus().orElse(0) == 500);
    if (!known && facts.family() != CodeFamily.SERVER) {
      return Outcome.NOT_SEEN;
    }
    Meaning meaning = Meaning.of(known);
    Finding finding =
        new Finding(
            isModel(facts)
                ? "the container of the model failed inside"
                : "the service failed inside",
            meaning.specificity(),
            facts.citeErrorAndRequests(),
            isModel(facts) ? List.of(log(facts)) : fixes(facts),
            Again.of(facts, "the call succeeds"));
    return meaning.outcome(finding, facts);
  }

  private static List<Fix> fixes(Facts facts) {
    return List.of(
        Again.fix(facts, "try again: botocore has, but not for long", ""),
        HealthEvents.fix(facts),
        Fix.askAdministrator(
            "open a case with the request id where it stays",
            "Request id: "
                + (facts.call().requestId().isEmpty()
                    ? "<request-id>"
                    : facts.call().requestId())));
  }

  /** Whether what runs behind the endpoint answered so (SageMaker API reference, ModelError). */
  private static boolean isModel(Facts facts) {
    return facts.code("ModelError");
  }

  private static Fix log(Facts facts) {
    return Fix.command(
        "read what the container wrote when it failed",
        "aws logs tail --since 1h /aws/sagemaker/Endpoints/"
            + facts.argument("EndpointName", "<endpoint>"));
  }
}
