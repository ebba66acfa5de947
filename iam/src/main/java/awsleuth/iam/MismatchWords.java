package awsleuth.iam;

import awsleuth.iam.match.Truth;
import awsleuth.iam.policy.PolicyVariables;
import awsleuth.iam.request.ContextValue;
import java.util.stream.Collectors;

/** Says in one line how an element of a statement and a request part. */
public final class MismatchWords {

  private static final int MOST_VALUES = 5;

  private MismatchWords() {}

  /** What the element wants and what the request has; policy and request texts in backticks. */
  public static String of(Mismatch mismatch) {
    return switch (mismatch) {
      case Mismatch.OfAction a -> action(a);
      case Mismatch.OfResource r -> resource(r);
      case Mismatch.OfPrincipal p -> principal(p);
      case Mismatch.OfCondition c -> wanted(c) + "; " + actual(c) + literal(c);
    };
  }

  /** The kind of the element: action, resource, principal or condition. */
  public static String element(Mismatch mismatch) {
    return switch (mismatch) {
      case Mismatch.OfAction a -> a.actions().negated() ? "NotAction" : "Action";
      case Mismatch.OfResource r -> r.resources().negated() ? "NotResource" : "Resource";
      case Mismatch.OfPrincipal p -> p.principals().negated() ? "NotPrincipal" : "Principal";
      case Mismatch.OfCondition _ -> "Condition";
    };
  }

  private static String action(Mismatch.OfAction a) {
    if (a.actions().negated()) {
      return "excepts `" + a.nearest() + "`, and so `" + a.action() + "`";
    }
    boolean more = a.actions().values().size() > 1;
    return "covers "
        + (more ? "at the nearest " : "")
        + "`"
        + a.nearest()
        + "`, not `"
        + a.action()
        + "`";
  }

  private static String resource(Mismatch.OfResource r) {
    if (r.truth() == Truth.UNKNOWN) {
      return "`" + r.nearest() + "` has a policy variable whose value is not known";
    }
    if (r.resources().negated()) {
      return "excepts `" + r.nearest() + "`, and so `" + r.resource() + "`";
    }
    String literal = LiteralWords.of(r.nearest().value(), r.variables());
    if (!literal.isEmpty()) {
      return literal;
    }
    if (PolicyVariables.isIn(r.resolved())) {
      return "`" + r.nearest() + "` has a policy variable without a value, so it covers nothing";
    }
    String part = r.part().name();
    return part.equals("ARN")
        ? "covers `" + r.resolved() + "`, not `" + r.resource() + "`"
        : "covers the " + part + " `" + r.part().wanted() + "`, not `" + r.part().actual() + "`";
  }

  private static String principal(Mismatch.OfPrincipal p) {
    String who = "`" + p.principal().text() + "`";
    if (p.truth() == Truth.UNKNOWN) {
      return p.principal().text().contains(":assumed-role/")
          ? "may name " + who + ", whose role's path is not known"
          : "may name " + who + ", which is not known";
    }
    if (p.principals().negated()) {
      return "excepts " + who;
    }
    String named =
        p.principals().entries().stream()
            .limit(MOST_VALUES)
            .map(e -> "`" + e.value() + "`")
            .collect(Collectors.joining(" or "));
    return "names " + (named.isEmpty() ? "nobody" : named) + ", not " + who;
  }

  /** What a condition wants: {@code `IpAddress` wants `aws:SourceIp` to be `203.0.113.0/24`}. */
  public static String wanted(Mismatch.OfCondition c) {
    return ConditionWords.wanted(c);
  }

  /** What in a condition's values looks like a policy variable and is none; empty for nothing. */
  private static String literal(Mismatch.OfCondition c) {
    return c.condition().values().stream()
        .map(v -> LiteralWords.of(v.value(), c.variables()))
        .filter(words -> !words.isEmpty())
        .findFirst()
        .map(words -> "; " + words)
        .orElse("");
  }

  /** What a request has for a condition's key: {@code the request has no `aws:SourceIp`}. */
  public static String actual(Mismatch.OfCondition c) {
    String key = "`" + c.condition().key() + "`";
    return switch (c.actual()) {
      case ContextValue.Absent _ -> "the request has no " + key;
      case ContextValue.Unknown _ -> "the request's " + key + " is not known";
      case ContextValue.Present p when p.values().isEmpty() ->
          "the request's " + key + " is an empty list";
      case ContextValue.Present p ->
          "the request has "
              + p.values().stream()
                  .limit(MOST_VALUES)
                  .map(v -> "`" + v + "`")
                  .collect(Collectors.joining(", "));
    };
  }
}
