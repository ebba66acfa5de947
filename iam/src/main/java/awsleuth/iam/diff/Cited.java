package awsleuth.iam.diff;

import awsleuth.iam.policy.Policy;
import awsleuth.iam.policy.Statement;

/**
 * A statement of one side.
 *
 * @param after whether it is of the policies after the change
 * @param policy the policy that it stands in
 * @param statement the statement
 */
public record Cited(boolean after, Policy policy, Statement statement) {

  static Cited of(Term term) {
    return new Cited(term.after(), term.policy(), term.statement());
  }

  /** {@code new.json:9}, where it begins. */
  public String place() {
    return policy.name() + ":" + statement.at().line();
  }
}
