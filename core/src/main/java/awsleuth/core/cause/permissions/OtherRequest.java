package awsleuth.core.cause.permissions;

import awsleuth.aws.IamCatalog;
import awsleuth.iam.Authorizer;
import awsleuth.iam.Decision;
import awsleuth.iam.PolicySet;
import awsleuth.iam.check.ActionsOn;
import awsleuth.iam.repair.Beside;
import awsleuth.iam.repair.Repairs;
import awsleuth.iam.request.Request;
import java.util.Map;

/** Another request than the one refused: one that a service makes on the way. */
final class OtherRequest {

  private OtherRequest() {}

  /** Decided by some policies alone. */
  static Simulated decide(PolicySet set, Request request) {
    Decision decision = Authorizer.of(set).explain(request);
    return new Simulated(
        set,
        decision,
        Map.of(),
        Repairs.of(
                set,
                decision,
                pattern -> ActionsOn.of(pattern, request.resource(), IamCatalog.embedded()),
                Beside.NONE)
            .all());
  }
}
