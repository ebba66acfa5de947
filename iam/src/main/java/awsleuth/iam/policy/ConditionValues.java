package awsleuth.iam.policy;

import awsleuth.iam.policy.Fault.Code;
import java.util.List;

/** Whether the values of a condition are of the operator's type. */
final class ConditionValues {

  private ConditionValues() {}

  static void look(Condition condition, boolean version2012, List<Fault> faults) {
    for (Located value : condition.values()) {
      if (!fits(condition.operator().base(), value.value())) {
        boolean variable = version2012 && value.value().contains("${");
        faults.add(
            new Fault(
                variable ? Code.UNSUPPORTED_VARIABLE : Code.INVALID_CONDITION_VALUE,
                variable
                    ? condition.operator() + " replaces no policy variables, so this equals nothing"
                    : "`" + value.value() + "` is no value for " + condition.operator(),
                value.at()));
      }
    }
  }

  private static boolean fits(Operator.Base base, String value) {
    return switch (base) {
      case NUMERIC_EQUALS,
          NUMERIC_NOT_EQUALS,
          NUMERIC_LESS_THAN,
          NUMERIC_LESS_THAN_EQUALS,
          NUMERIC_GREATER_THAN,
          NUMERIC_GREATER_THAN_EQUALS ->
          Literals.number(value).isPresent();
      case DATE_EQUALS,
          DATE_NOT_EQUALS,
          DATE_LESS_THAN,
          DATE_LESS_THAN_EQUALS,
          DATE_GREATER_THAN,
          DATE_GREATER_THAN_EQUALS ->
          Literals.instant(value).isPresent();
      case BOOL, NULL -> value.equalsIgnoreCase("true") || value.equalsIgnoreCase("false");
      case IP_ADDRESS, NOT_IP_ADDRESS -> IpRange.parse(value).isPresent();
      case BINARY_EQUALS -> Literals.bytes(value).isPresent();
      case ARN_EQUALS, ARN_LIKE, ARN_NOT_EQUALS, ARN_NOT_LIKE ->
          value.contains("${") || value.split(":", 7).length >= 6;
      case STRING_EQUALS,
          STRING_NOT_EQUALS,
          STRING_EQUALS_IGNORE_CASE,
          STRING_NOT_EQUALS_IGNORE_CASE,
          STRING_LIKE,
          STRING_NOT_LIKE ->
          true;
    };
  }
}
