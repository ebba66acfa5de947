package awsleuth.iam.check;

import awsleuth.aws.IamCatalog;
import awsleuth.iam.match.ElementTest;
import awsleuth.iam.policy.Effect;
import awsleuth.iam.policy.Fault;
import awsleuth.iam.policy.Fault.Code;
import awsleuth.iam.policy.Policy;
import awsleuth.iam.policy.PolicyType;
import awsleuth.iam.policy.Statement;
import java.util.List;
import java.util.Locale;

/** Actions that a policy allows without the others that they need. */
final class DependentActions {

  private final Policy policy;
  private final IamCatalog catalog;
  private final List<Fault> found;

  DependentActions(Policy policy, IamCatalog catalog, List<Fault> found) {
    this.policy = policy;
    this.catalog = catalog;
    this.found = found;
  }

  void check() {
    if (policy.type() != PolicyType.IDENTITY) {
      return;
    }
    for (Statement statement : policy.statements()) {
      if (statement.effect() == Effect.ALLOW) {
        Concrete.of(statement, catalog).forEach(this::check);
      }
    }
  }

  private void check(Concrete concrete) {
    List<String> missing =
        concrete.action().dependentActions().orElse(List.of()).stream()
            .filter(a -> !allows(a))
            .toList();
    if (!missing.isEmpty()) {
      found.add(
          new Fault(
              Code.DEPENDENT_ACTION,
              "`"
                  + concrete.action().fullName()
                  + "` may need `"
                  + String.join("`, `", missing)
                  + "` too, which this policy does not allow",
              concrete.written().at()));
    }
  }

  private boolean allows(String action) {
    String lower = action.toLowerCase(Locale.ROOT);
    return policy.statements().stream()
        .filter(s -> s.effect() == Effect.ALLOW)
        .anyMatch(s -> ElementTest.actions(s.actions()).covers(lower));
  }
}
