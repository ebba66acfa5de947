package awsleuth.boto.endpoint;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the rules were asked, in order.
 *
 * @param steps every rule that was asked
 */
public record Trace(List<Step> steps) {

  /**
   * A rule that was asked.
   *
   * @param path its number among its neighbours, the first is 1, after those of the rules around it
   * @param rule the rule
   * @param conditions those that were asked: all, or those up to the first that did not hold
   * @param decided whether it gave the endpoint or the error
   */
  public record Step(List<Integer> path, Rule rule, List<Condition> conditions, boolean decided) {

    /** Whether all of its conditions held. */
    public boolean held() {
      return conditions.stream().allMatch(Condition::held);
    }

    /** As {@code 1.4.2}. */
    public String number() {
      return String.join(".", path.stream().map(String::valueOf).toList());
    }
  }

  /**
   * A condition that was asked.
   *
   * @param call what was asked
   * @param result what it gave; null for none
   */
  public record Condition(Expression.Call call, @Nullable Object result) {

    /** Whether it gave something else than false or nothing. */
    public boolean held() {
      return result != null && !Boolean.FALSE.equals(result);
    }
  }

  /** The rules around the one that decided and that one itself; empty if none did. */
  public List<Step> decisive() {
    return steps.stream().filter(Step::decided).toList();
  }
}
