package awsleuth.iam.match;

import awsleuth.iam.request.Context;
import awsleuth.iam.request.ContextValue;
import awsleuth.iam.request.Principal;
import awsleuth.iam.request.Request;
import java.util.Arrays;
import java.util.Map;

/**
 * A request as policies look at it: its context by the numbers of a {@link KeyTable}, with the keys
 * that follow from the principal and the resource (IAM user guide, "AWS global condition context
 * keys").
 */
public final class View {

  private final Request request;
  private final ContextValue[] values;
  private final String owner;
  private final String principalArn;
  private final boolean pathKnown;

  /** The request as the policies of a key table look at it. */
  public View(Request request, KeyTable keys) {
    this.request = request;
    this.owner = request.owner();
    this.values = new ContextValue[keys.size()];
    Context context = request.context();
    for (Map.Entry<String, ContextValue> e : context.values().entrySet()) {
      int number = keys.number(e.getKey());
      if (number >= 0) {
        values[number] = values[number] == null ? e.getValue() : Ambiguous.VALUE;
      }
    }
    Derived.fill(this, keys);
    if (values.length > 0) {
      fillRest(context.rest());
    }
    ContextValue given = context.values().isEmpty() ? null : context.values().get(Derived.ARN);
    boolean arnGiven = given instanceof ContextValue.Present p && p.values().size() == 1;
    this.principalArn =
        given instanceof ContextValue.Present p && arnGiven
            ? p.values().getFirst()
            : Derived.arn(request.principal());
    this.pathKnown =
        arnGiven
            || context.rest() instanceof ContextValue.Absent
            || !(request.principal() instanceof Principal.RoleSession s)
            || s.pathKnown();
  }

  private void fillRest(ContextValue rest) {
    for (int i = 0; i < values.length; i++) {
      if (values[i] == null) {
        values[i] = rest;
      }
    }
  }

  /** Two keys that differ only in letter case: which of them AWS looks at is not documented. */
  private static final class Ambiguous {
    static final ContextValue VALUE = ContextValue.UNKNOWN;
  }

  void fill(int number, ContextValue value) {
    if (number >= 0 && values[number] == null) {
      values[number] = value;
    }
  }

  ContextValue value(int number) {
    return values[number];
  }

  /** The request. */
  public Request request() {
    return request;
  }

  /** The account that owns the resource; empty where nothing tells. */
  public String owner() {
    return owner;
  }

  /** {@code aws:PrincipalArn}: the role's ARN for a session; empty where there is none. */
  public String principalArn() {
    return principalArn;
  }

  /** Whether {@link #principalArn} surely has the role's path. */
  boolean pathKnown() {
    return pathKnown;
  }

  @Override
  public String toString() {
    return request + " " + Arrays.toString(values);
  }
}
