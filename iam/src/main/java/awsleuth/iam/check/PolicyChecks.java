package awsleuth.iam.check;

import awsleuth.aws.IamCatalog;
import awsleuth.iam.policy.Fault;
import awsleuth.iam.policy.Policy;
import awsleuth.iam.policy.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Compares a policy with the Service Authorization Reference: actions that do not exist, resources
 * that an action does not take, condition keys that its requests never have, operators that do not
 * fit a key, and actions that need others too. Statements whose time is over are told with them.
 */
public final class PolicyChecks {

  private PolicyChecks() {}

  /**
   * All that is found in a policy, in the order of its text.
   *
   * @param now the time that times in conditions are compared with
   */
  public static List<Fault> of(Policy policy, IamCatalog catalog, Instant now) {
    List<Fault> found = new ArrayList<>();
    for (Statement statement : policy.statements()) {
      new ActionChecks(statement, catalog, found).check();
      new ResourceChecks(statement, catalog, found).check();
      new KeyChecks(statement, catalog, found).check();
      new DateChecks(statement, now, found).check();
      if (policy.version2012()) {
        new VariableChecks(statement, catalog, found).check();
      }
    }
    new DependentActions(policy, catalog, found).check();
    found.sort(Comparator.comparingInt(f -> f.at().start()));
    return List.copyOf(found);
  }
}
