package awsleuth.core.cause.parameters;

import awsleuth.core.cause.Cause;
import awsleuth.core.cause.Finding;
import awsleuth.core.cause.Fix;
import awsleuth.core.cause.Outcome;
import awsleuth.core.cause.Stage;
import awsleuth.core.fact.Facts;
import java.util.List;

/** The service refuses a value or a combination. */
final class RejectedByService implements Cause {

  @Override
  public String id() {
    return "parameters/rejected-by-service";
  }

  @Override
  public Stage stage() {
    return Stage.VALIDATION;
  }

  @Override
  public Outcome examine(Facts facts) {
    if (!((facts.code(
                "ValidationException",
                "ValidationError",
                "InvalidParameter",
                "InvalidParameterException",
                "InvalidParameterValue",
                "InvalidParameterValueException",
                "InvalidParameterCombination",
                "InvalidParameterCombinationException",
                "InvalidArgument",
                "InvalidArgumentException",
                "InvalidInput",
                "InvalidInputException",
                "InvalidRequest",
                "InvalidRequestException",
                "BadRequest",
                "BadRequestException",
                "MalformedXML",
                "SerializationException",
                "MalformedQueryString",
                "InvalidQueryParameter",
                "UnprocessableEntityException",
                "InvalidAttributeValue",
                "InvalidAttributeName",
                "InvalidDocument",
                "400",
                "CodeValidationException",
                "InvalidExpression")
            || facts.call().code().startsWith("InvalidParam"))
        && !Calls.isChecksum(facts)
        && !Elsewhere.claims(facts))) {
      return Outcome.NOT_SEEN;
    }
    return Outcome.confirmed(
        new Finding(
            "the service refuses a value or a combination of values",
            Finding.Specificity.CODE,
            List.of(facts.citeError()),
            List.of(
                Fix.codeEdit(
                    "correct what the message names", Calls.call(facts, "<corrected parameters>")),
                Fix.command(
                    "see the whole request",
                    "aws "
                        + (facts.call().service().isEmpty() ? "<service>" : facts.call().service())
                        + " help")),
            Calls.rerun(facts, "the service accepts it")));
  }
}
