package awsleuth.iam;

import awsleuth.iam.match.Truth;
import awsleuth.iam.policy.Policy;
import awsleuth.iam.policy.Statement;
import java.util.List;

/**
 * Whether one statement applies to a request, and if not, why.
 *
 * @param layer which type of policy it is in
 * @param level its level in an organization, 0 for the root; 0 in all other layers
 * @param policy the policy
 * @param statement the statement
 * @param applies whether it applies
 * @param mismatches every element that keeps it from applying or leaves that open, in the order
 *     principal, action, resource, conditions; empty where it applies
 */
public record StatementReport(
    Layer layer,
    int level,
    Policy policy,
    Statement statement,
    Truth applies,
    List<Mismatch> mismatches) {

  /** {@code role-policy.json:9}, the statement's first line. */
  public String citation() {
    return policy.name() + ":" + statement.at().line();
  }
}
