package awsleuth.core.cause.permissions;

import awsleuth.core.cause.Cause;
import awsleuth.core.cause.Outcome;
import awsleuth.core.cause.Stage;
import awsleuth.core.evidence.PolicyDocument;
import awsleuth.core.fact.Facts;
import java.util.Optional;

/** The permissions boundary denies or does not allow the action. */
final class Boundary implements Cause {

  @Override
  public String id() {
    return "permissions/boundary";
  }

  @Override
  public Stage stage() {
    return Stage.AUTHORIZATION;
  }

  @Override
  public Outcome examine(Facts facts) {
    Optional<Unbounded> none = Unbounded.of(facts);
    if (none.isPresent() && !Decision.of(facts).claims(Reason.BOUNDARY)) {
      return none.get().outcome();
    }
    return Layers.examine(
        facts,
        Reason.BOUNDARY,
        PolicyDocument.Type.BOUNDARY,
        "who owns the permissions boundary",
        "aws iam get-role --role-name <role> --query Role.PermissionsBoundary");
  }
}
