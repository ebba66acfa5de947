package awsleuth.core.cause.permissions;

import awsleuth.core.cause.Cause;
import awsleuth.core.cause.Outcome;
import awsleuth.core.cause.Stage;
import awsleuth.core.evidence.PolicyDocument;
import awsleuth.core.fact.Facts;

/** A resource control policy denies the action. */
final class Rcp implements Cause {

  @Override
  public String id() {
    return "permissions/rcp";
  }

  @Override
  public Stage stage() {
    return Stage.AUTHORIZATION;
  }

  @Override
  public Outcome examine(Facts facts) {
    return Layers.examine(
        facts,
        Reason.RCP,
        PolicyDocument.Type.RCP,
        "the administrators of the AWS organization",
        "aws organizations list-policies-for-target --filter RESOURCE_CONTROL_POLICY --target-id <account id>");
  }
}
