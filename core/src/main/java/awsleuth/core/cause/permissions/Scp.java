package awsleuth.core.cause.permissions;

import awsleuth.core.cause.Cause;
import awsleuth.core.cause.Outcome;
import awsleuth.core.cause.Stage;
import awsleuth.core.evidence.PolicyDocument;
import awsleuth.core.fact.Facts;

/** A service control policy denies or does not allow the action. */
final class Scp implements Cause {

  @Override
  public String id() {
    return "permissions/scp";
  }

  @Override
  public Stage stage() {
    return Stage.AUTHORIZATION;
  }

  @Override
  public Outcome examine(Facts facts) {
    return Layers.examine(
        facts,
        Reason.SCP,
        PolicyDocument.Type.SCP,
        "the administrators of the AWS organization",
        "aws organizations list-policies-for-target --filter SERVICE_CONTROL_POLICY --target-id <account id>");
  }
}
