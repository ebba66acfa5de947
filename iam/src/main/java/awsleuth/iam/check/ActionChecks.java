package awsleuth.iam.check;

import awsleuth.aws.IamCatalog;
import awsleuth.iam.policy.Fault;
import awsleuth.iam.policy.Fault.Code;
import awsleuth.iam.policy.Located;
import awsleuth.iam.policy.Statement;
import java.util.List;

/** Actions that no service has. */
final class ActionChecks {

  private static final int MOST_NEAREST = 3;

  private final Statement statement;
  private final IamCatalog catalog;
  private final List<Fault> found;

  ActionChecks(Statement statement, IamCatalog catalog, List<Fault> found) {
    this.statement = statement;
    this.catalog = catalog;
    this.found = found;
  }

  void check() {
    for (Located action : statement.actions().values()) {
      check(action);
    }
  }

  private void check(Located action) {
    String text = action.value();
    int colon = text.indexOf(':');
    if (colon <= 0 || !catalog.expand(text).isEmpty()) {
      return;
    }
    String prefix = text.substring(0, colon);
    boolean known = catalog.hasPrefix(prefix);
    String what =
        known
            ? "`" + text + "` matches no action"
            : "no service has the action prefix `" + prefix + "`";
    List<String> nearest = catalog.nearestActions(text, MOST_NEAREST);
    String meant = nearest.isEmpty() ? "" : "; the nearest: `" + String.join("`, `", nearest) + "`";
    found.add(
        new Fault(known ? Code.UNKNOWN_ACTION : Code.UNKNOWN_SERVICE, what + meant, action.at()));
  }
}
