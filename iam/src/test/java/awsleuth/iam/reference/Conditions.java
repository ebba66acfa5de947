package awsleuth.iam.reference;

import awsleuth.iam.policy.Condition;
import awsleuth.iam.policy.Located;
import awsleuth.iam.policy.Operator;
import awsleuth.iam.policy.Operator.Base;
import awsleuth.iam.policy.Policy;
import java.util.List;
import java.util.Optional;

/**
 * Condition elements (IAM user guide, "IAM JSON policy elements: Condition operators", "Conditions
 * with multiple context keys or values", "Single-valued vs. multivalued context keys").
 */
final class Conditions {

  private final Keys keys;
  private final ValueTests tests;

  Conditions(Policy policy, Keys keys) {
    this.keys = keys;
    this.tests = new ValueTests(policy.version2012(), new Variables(keys));
  }

  boolean met(Condition condition) {
    Optional<List<String>> values = keys.values(condition.key().value());
    if (condition.operator().base() == Base.NULL) {
      return nullCheck(condition, values.isEmpty() || isNull(values.get()));
    }
    return values.map(v -> met(condition, v)).orElseGet(() -> metByAbsence(condition.operator()));
  }

  /** "Condition operator to check existence of condition keys". */
  private static boolean nullCheck(Condition condition, boolean isNull) {
    return condition.values().stream()
        .anyMatch(value -> value.value().equalsIgnoreCase(Boolean.toString(isNull)));
  }

  /** No value, or the empty text: what the pages call a null data set. */
  private static boolean isNull(List<String> values) {
    return values.isEmpty() || values.equals(List.of(""));
  }

  /** "Important" at the top of the operators' page; "...IfExists"; "ForAllValues". */
  private static boolean metByAbsence(Operator operator) {
    return operator.ifExists()
        || switch (operator.set()) {
          case FOR_ALL_VALUES -> true;
          case FOR_ANY_VALUE -> false;
          case NONE -> operator.base().negated();
        };
  }

  private boolean met(Condition condition, List<String> values) {
    return switch (condition.operator().set()) {
      case FOR_ALL_VALUES ->
          isNull(values) || values.stream().allMatch(value -> passes(condition, value));
      case FOR_ANY_VALUE ->
          !isNull(values) && values.stream().anyMatch(value -> passes(condition, value));
      case NONE -> withoutSet(condition, values);
    };
  }

  /**
   * Several values need a set operator. What happens without is not documented: here a positive
   * operator is not met, a negated one if all values pass.
   */
  private boolean withoutSet(Condition condition, List<String> values) {
    if (values.isEmpty()) {
      return passes(condition, "");
    }
    boolean misused = values.size() > 1 && !condition.operator().base().negated();
    return !misused && values.stream().allMatch(value -> passes(condition, value));
  }

  /** OR over the policy's values; NOR where the operator is negated. */
  private boolean passes(Condition condition, String value) {
    Base base = condition.operator().base();
    List<String> wanted = condition.values().stream().map(Located::value).toList();
    return base.negated()
        ? wanted.stream().allMatch(w -> tests.differs(base, w, value))
        : wanted.stream().anyMatch(w -> tests.agrees(base, w, value));
  }
}
