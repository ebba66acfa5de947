package awsleuth.core.fact;

import awsleuth.aws.IamAction.Level;
import java.util.List;

/**
 * Whether a call only reads, so that it can be done again, and what is left out only narrows it.
 */
public final class Reading {

  private Reading() {}

  /**
   * By the access level of the IAM action that the operation needs; false where that is unknown.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_understand-policy-summary-access-level-summaries.html">IAM
   *     user guide, access levels</a>
   */
  public static boolean is(Facts facts) {
    List<String> needed =
        facts.catalog().iamActions(facts.call().service(), facts.call().operation());
    return needed.stream()
        .findFirst()
        .flatMap(facts.catalog().iam()::action)
        .filter(action -> action.level() == Level.LIST || action.level() == Level.READ)
        .isPresent();
  }
}
