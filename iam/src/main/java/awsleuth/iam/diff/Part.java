package awsleuth.iam.diff;

import awsleuth.iam.match.ConditionTest;
import awsleuth.iam.policy.Condition;
import awsleuth.iam.policy.Elements;
import awsleuth.iam.policy.Policy;

/**
 * What a statement asks of one thing of a request. A part that stands in several statements is one
 * part, so that it cannot hold and not hold in one request.
 */
sealed interface Part {

  /** Its place in the table of parts. */
  int number();

  /** What it is about: a condition key in lower case, or empty for the resource. */
  String dimension();

  /**
   * A Resource or NotResource element.
   *
   * @param policy one that it stands in; all that it stands in read it alike
   */
  record OfResource(int number, Elements elements, Policy policy) implements Part {
    @Override
    public String dimension() {
      return "";
    }
  }

  /**
   * A condition.
   *
   * @param dimension its key in lower case
   * @param policy one that it stands in
   * @param whole the test of the condition
   * @param each the test of one value, without set prefix and IfExists
   */
  record OfKey(
      int number,
      String dimension,
      Condition condition,
      Policy policy,
      ConditionTest whole,
      ConditionTest each)
      implements Part {}
}
