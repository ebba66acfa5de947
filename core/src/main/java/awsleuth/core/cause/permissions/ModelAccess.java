package awsleuth.core.cause.permissions;

import awsleuth.core.cause.Cause;
import awsleuth.core.cause.Finding;
import awsleuth.core.cause.Fix;
import awsleuth.core.cause.Outcome;
import awsleuth.core.cause.Stage;
import awsleuth.core.cause.Verification;
import awsleuth.core.fact.Facts;
import java.util.List;

/** Bedrock model access was not granted to the account or Region. */
final class ModelAccess implements Cause {

  @Override
  public String id() {
    return "permissions/model-access";
  }

  @Override
  public Stage stage() {
    return Stage.AUTHORIZATION;
  }

  @Override
  public Outcome examine(Facts facts) {
    if (!facts.seen(PermissionsClue.MODEL)) {
      return Outcome.NOT_SEEN;
    }
    boolean marketplace = Access.of(facts).prefix().equals("aws-marketplace");
    Fix request =
        Fix.askAdministrator(
            "ask for access to the model in this Region",
            "Please open the model once in the model catalog of the Amazon Bedrock console (Region:"
                + " "
                + (facts.call().region().isEmpty() ? "<Region>" : facts.call().region())
                + ") and accept its terms; Anthropic's models want the use case form too.");
    Fix allow =
        Fix.policyEdit(
            "allow the subscription of the model once",
            """
            {
              "Effect": "Allow",
              "Action": ["aws-marketplace:ViewSubscriptions", "aws-marketplace:Subscribe"],
              "Resource": "*"
            }\
            """);
    return Outcome.confirmed(
        new Finding(
            "the account has no access to the Bedrock model",
            Finding.Specificity.MESSAGE,
            Words.cite(facts, PermissionsClue.MODEL),
            marketplace ? List.of(allow, request) : List.of(request, allow),
            new Verification.Query(
                "aws bedrock get-foundation-model-availability --model-id <model id>",
                "authorizationStatus is AUTHORIZED and agreementAvailability AVAILABLE")));
  }
}
