package awsleuth.iam.diff;

import awsleuth.iam.policy.Effect;
import awsleuth.iam.policy.Policy;
import awsleuth.iam.policy.Statement;
import java.util.List;

/**
 * A statement and its parts.
 *
 * @param number its place among the statements of both sides
 * @param after whether it is of the policies after the change
 * @param parts what it asks of resource and context
 */
record Term(int number, boolean after, Policy policy, Statement statement, List<Part> parts) {

  boolean denies() {
    return statement.effect() == Effect.DENY;
  }

  /** {@code new.json:9}. */
  String citation() {
    return policy.name() + ":" + statement.at().line();
  }
}
