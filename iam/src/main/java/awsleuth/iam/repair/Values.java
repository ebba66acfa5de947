package awsleuth.iam.repair;

import awsleuth.iam.policy.Condition;
import awsleuth.iam.policy.Policy;
import awsleuth.iam.policy.Position;

/** Where the values of a condition stand. */
final class Values {

  private Values() {}

  /** The list, or the single value, behind a condition's key. */
  static Position whole(Policy policy, Condition condition) {
    int start = condition.key().at().end();
    while (policy.text().charAt(start) == ':'
        || Character.isWhitespace(policy.text().charAt(start))) {
      start++;
    }
    return new Position(0, 0, start, condition.at().end());
  }
}
