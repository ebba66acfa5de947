package awsleuth.iam.match;

import awsleuth.iam.policy.Condition;
import awsleuth.iam.policy.Operator;
import awsleuth.iam.request.ContextValue;
import java.util.List;

/**
 * Whether one condition is met (IAM user guide, "Conditions with multiple context keys or values"
 * and "Set operators for multivalued context keys").
 */
public final class ConditionTest {

  private final Condition condition;
  private final Operator operator;
  private final int key;
  private final ValueTest[] wanted;
  private final boolean comparesArns;
  private final List<Template> templates;

  /**
   * @param variables whether the policy's version has policy variables
   * @param keys gets the condition's key and those of its variables
   */
  public ConditionTest(Condition condition, boolean variables, KeyTable keys) {
    this.condition = condition;
    this.operator = condition.operator();
    this.key = keys.add(condition.key().value());
    this.wanted =
        condition.values().stream()
            .map(v -> ValueTests.of(operator.base(), v.value(), variables, keys))
            .toArray(ValueTest[]::new);
    boolean replaces = variables && operator.base().takesVariables();
    this.templates =
        condition.values().stream()
            .map(v -> replaces ? Template.parse(v.value(), keys) : Template.plain(v.value()))
            .toList();
    this.comparesArns = wanted.length > 0 && wanted[0] instanceof ArnTest;
  }

  /** The condition. */
  public Condition condition() {
    return condition;
  }

  /** What the request has for the condition's key. */
  public ContextValue actual(View view) {
    return view.value(key);
  }

  /** The wanted values with those of their policy variables; those without one stand as written. */
  public List<String> resolved(View view) {
    return templates.stream().map(t -> t.resolved(view)).toList();
  }

  /** Whether the condition is met. */
  public Truth isMet(View view) {
    ContextValue value = view.value(key);
    if (operator.base() == Operator.Base.NULL) {
      return isNull(value);
    }
    return switch (value) {
      case ContextValue.Present present -> compare(present, view);
      case ContextValue.Absent _ -> absent();
      case ContextValue.Unknown _ -> Truth.UNKNOWN;
    };
  }

  private Truth absent() {
    if (operator.ifExists()) {
      return Truth.TRUE;
    }
    return switch (operator.set()) {
      case FOR_ALL_VALUES -> Truth.TRUE;
      case FOR_ANY_VALUE -> Truth.FALSE;
      case NONE -> Truth.of(operator.base().negated());
    };
  }

  private Truth isNull(ContextValue value) {
    return switch (value) {
      case ContextValue.Present present -> wantsNull(present.isNull());
      case ContextValue.Absent _ -> wantsNull(true);
      case ContextValue.Unknown unknown -> {
        Truth there = wantsNull(false);
        boolean same = !unknown.mayBeAbsent() || there == wantsNull(true);
        yield same ? there : Truth.UNKNOWN;
      }
    };
  }

  private Truth wantsNull(boolean isNull) {
    String text = isNull ? "true" : "false";
    return Truth.of(condition.values().stream().anyMatch(v -> v.value().equalsIgnoreCase(text)));
  }

  private Truth compare(ContextValue.Present present, View view) {
    Actual[] values = view.actuals(key, present);
    return switch (operator.set()) {
      case NONE -> plain(values, view);
      case FOR_ALL_VALUES -> present.isNull() ? Truth.TRUE : all(values, view);
      case FOR_ANY_VALUE -> present.isNull() ? Truth.FALSE : any(values, view);
    };
  }

  /**
   * Several values without a set operator meet no positive condition; the guide calls it misuse.
   */
  private Truth plain(Actual[] values, View view) {
    if (values.length == 0) {
      return passes(new Actual(""), view);
    }
    if (values.length == 1) {
      return passes(values[0], view);
    }
    return operator.base().negated() ? all(values, view) : Truth.FALSE;
  }

  private Truth all(Actual[] values, View view) {
    Truth all = Truth.TRUE;
    for (int i = 0; i < values.length && all != Truth.FALSE; i++) {
      all = all.and(passes(values[i], view));
    }
    return all;
  }

  private Truth any(Actual[] values, View view) {
    Truth any = Truth.FALSE;
    for (int i = 0; i < values.length && any != Truth.TRUE; i++) {
      any = any.or(passes(values[i], view));
    }
    return any;
  }

  /** One value of the request: it equals a wanted one, or with a negated operator none of them. */
  private Truth passes(Actual actual, View view) {
    Truth equals = Truth.FALSE;
    for (int i = 0; i < wanted.length && equals != Truth.TRUE; i++) {
      equals = equals.or(wanted[i].matches(actual, view));
    }
    if (!operator.base().negated()) {
      return equals;
    }
    return comparesArns && !comparable(actual, view) ? Truth.FALSE : equals.not();
  }

  /** What is no ARN neither equals nor differs from one. */
  private boolean comparable(Actual actual, View view) {
    if (!ArnTest.isArn(actual)) {
      return false;
    }
    for (ValueTest test : wanted) {
      if (test instanceof ArnTest arn && arn.isMalformed(view)) {
        return false;
      }
    }
    return true;
  }
}
