package awsleuth.iam;

import awsleuth.iam.match.Truth;
import awsleuth.iam.policy.Condition;
import awsleuth.iam.policy.Operator;
import awsleuth.iam.policy.PolicyVariables;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/** Says what a condition wants. */
public final class ConditionWords {

  private static final int MOST_VALUES = 5;

  private ConditionWords() {}

  /** {@code `DateLessThan` wants `aws:CurrentTime` to be before `2026-01-01T00:00:00Z`}. */
  static String wanted(Mismatch.OfCondition c) {
    Condition condition = c.condition();
    String start = "`" + condition.operator() + "` wants `" + condition.key() + "` ";
    return condition.operator().base() == Operator.Base.NULL
        ? start + presence(condition)
        : start + relation(condition.operator().base()) + " " + values(c);
  }

  /** {@code `aws:CurrentTime` is before `2026-01-01T00:00:00Z`}: what holds where it is met. */
  public static String stated(Condition condition) {
    String key = "`" + condition.key() + "`";
    Operator operator = condition.operator();
    if (operator.base() == Operator.Base.NULL) {
      return key + " " + presence(condition).replace("to be", "is");
    }
    String subject =
        switch (operator.set()) {
          case NONE -> key;
          case FOR_ALL_VALUES -> "every value of " + key;
          case FOR_ANY_VALUE -> "some value of " + key;
        };
    boolean absent =
        operator.ifExists()
            || operator.set() == Operator.SetPrefix.FOR_ALL_VALUES
            || (operator.set() == Operator.SetPrefix.NONE && operator.base().negated());
    return subject
        + " "
        + relation(operator.base()).replaceFirst("to be", "is")
        + " "
        + listed(condition, _ -> "")
        + (absent ? ", or is absent" : "");
  }

  private static String presence(Condition condition) {
    boolean absent = condition.values().stream().anyMatch(v -> v.value().equalsIgnoreCase("true"));
    boolean present =
        condition.values().stream().anyMatch(v -> v.value().equalsIgnoreCase("false"));
    return absent && present
        ? "to be present or absent"
        : absent ? "to be absent" : present ? "to be present" : "to be one of no values";
  }

  private static String relation(Operator.Base base) {
    return switch (base) {
      case STRING_EQUALS, NUMERIC_EQUALS, DATE_EQUALS, BOOL, BINARY_EQUALS, IP_ADDRESS, NULL ->
          "to be";
      case STRING_NOT_EQUALS, NUMERIC_NOT_EQUALS, DATE_NOT_EQUALS, NOT_IP_ADDRESS ->
          "to be other than";
      case STRING_EQUALS_IGNORE_CASE -> "to be, in any letter case,";
      case STRING_NOT_EQUALS_IGNORE_CASE -> "to be, in any letter case, other than";
      case STRING_LIKE, ARN_EQUALS, ARN_LIKE -> "to be like";
      case STRING_NOT_LIKE, ARN_NOT_EQUALS, ARN_NOT_LIKE -> "to be unlike";
      case NUMERIC_LESS_THAN -> "to be less than";
      case NUMERIC_LESS_THAN_EQUALS -> "to be at most";
      case NUMERIC_GREATER_THAN -> "to be more than";
      case NUMERIC_GREATER_THAN_EQUALS -> "to be at least";
      case DATE_LESS_THAN -> "to be before";
      case DATE_LESS_THAN_EQUALS -> "to be at or before";
      case DATE_GREATER_THAN -> "to be after";
      case DATE_GREATER_THAN_EQUALS -> "to be at or after";
    };
  }

  private static String values(Mismatch.OfCondition c) {
    return listed(c.condition(), i -> here(c, i));
  }

  private static String listed(Condition condition, IntFunction<String> remark) {
    int size = condition.values().size();
    List<String> shown = new ArrayList<>();
    for (int i = 0; i < Math.min(size, MOST_VALUES); i++) {
      shown.add("`" + condition.values().get(i) + "`" + remark.apply(i));
    }
    int more = size - MOST_VALUES;
    return size == 0
        ? "one of no values"
        : String.join(" or ", shown) + (more > 0 ? " or " + more + " more" : "");
  }

  /** What a value with policy variables stands for in the request. */
  private static String here(Mismatch.OfCondition c, int i) {
    boolean replaces = c.variables() && c.condition().operator().base().takesVariables();
    String resolved = c.resolved().get(i);
    if (replaces && PolicyVariables.isIn(resolved)) {
      return " (here " + open(c.truth()) + ")";
    }
    boolean same = resolved.equals(c.condition().values().get(i).value());
    return same ? "" : " (here `" + resolved + "`)";
  }

  private static String open(Truth truth) {
    return truth == Truth.UNKNOWN ? "not known" : "without a value";
  }
}
