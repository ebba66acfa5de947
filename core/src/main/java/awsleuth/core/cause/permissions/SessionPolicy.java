package awsleuth.core.cause.permissions;

import awsleuth.core.cause.Cause;
import awsleuth.core.cause.Outcome;
import awsleuth.core.cause.Stage;
import awsleuth.core.evidence.PolicyDocument;
import awsleuth.core.fact.Facts;

/** The session policy denies or does not allow the action. */
final class SessionPolicy implements Cause {

  @Override
  public String id() {
    return "permissions/session-policy";
  }

  @Override
  public Stage stage() {
    return Stage.AUTHORIZATION;
  }

  @Override
  public Outcome examine(Facts facts) {
    return Layers.examine(
        facts,
        Reason.SESSION,
        PolicyDocument.Type.SESSION,
        "who starts the session to pass another Policy or PolicyArns",
        "the Policy and PolicyArns of the AssumeRole call, from its CloudTrail event");
  }
}
