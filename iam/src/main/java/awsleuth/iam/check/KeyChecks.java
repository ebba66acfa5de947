package awsleuth.iam.check;

import awsleuth.aws.ConditionKey;
import awsleuth.aws.IamCatalog;
import awsleuth.iam.policy.Condition;
import awsleuth.iam.policy.Effect;
import awsleuth.iam.policy.Fault;
import awsleuth.iam.policy.Fault.Code;
import awsleuth.iam.policy.Operator;
import awsleuth.iam.policy.Operator.SetPrefix;
import awsleuth.iam.policy.Statement;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Condition keys that requests never have, and operators that do not fit their key. */
final class KeyChecks {

  private static final int MOST_NEAREST = 2;

  private final Statement statement;
  private final IamCatalog catalog;
  private final List<Fault> found;
  private final List<Concrete> actions;

  KeyChecks(Statement statement, IamCatalog catalog, List<Fault> found) {
    this.statement = statement;
    this.catalog = catalog;
    this.found = found;
    this.actions = Concrete.of(statement, catalog);
  }

  void check() {
    for (Condition condition : statement.conditions()) {
      presence(condition);
      catalog
          .conditionKeys()
          .find(condition.key().value())
          .ifPresent(key -> {
            type(condition, key);
            set(condition, key);
          });
    }
  }

  /** A key that no request of the statement's actions has. */
  private void presence(Condition condition) {
    String key = condition.key().value();
    boolean all = Concrete.isAll(statement, actions) && !actions.isEmpty();
    if (all && actions.stream().noneMatch(a -> catalog.conditionKeys().canHave(a.action(), key))) {
      List<String> nearest =
          catalog
              .conditionKeys()
              .nearest(actions.getFirst().action(), key, MOST_NEAREST + 1)
              .stream()
              .filter(this::isInAny)
              .limit(MOST_NEAREST)
              .toList();
      add(
          Code.KEY_NOT_IN_REQUEST,
          "requests of `"
              + actions.getFirst().action().fullName()
              + "` never have `"
              + key
              + "`"
              + (nearest.isEmpty() ? "" : "; the nearest: `" + String.join("`, `", nearest) + "`"),
          condition);
    } else if (key.toLowerCase(Locale.ROOT).startsWith("aws:")
        && catalog.conditionKeys().find(key).isEmpty()) {
      add(Code.UNKNOWN_CONDITION_KEY, "`" + key + "` is no global condition key", condition);
    }
  }

  /** Whether requests of one of the actions can have a key. */
  private boolean isInAny(String key) {
    return actions.stream().anyMatch(a -> catalog.conditionKeys().canHave(a.action(), key));
  }

  private void type(Condition condition, ConditionKey key) {
    Operator.Base base = condition.operator().base();
    boolean fits =
        switch (key.type()) {
          case UNKNOWN -> true;
          case STRING -> isText(base) || isArn(base) || isNull(base) || isBinary(base);
          case ARN -> isText(base) || isArn(base) || base == Operator.Base.NULL;
          case BOOL -> isText(base) || base == Operator.Base.BOOL || base == Operator.Base.NULL;
          case NUMERIC -> isText(base) || base.name().startsWith("NUMERIC") || isNull(base);
          case DATE ->
              base.name().startsWith("DATE") || base.name().startsWith("NUMERIC") || isNull(base);
          case IP_ADDRESS ->
              base == Operator.Base.IP_ADDRESS
                  || base == Operator.Base.NOT_IP_ADDRESS
                  || isNull(base);
        };
    if (!fits) {
      add(
          Code.OPERATOR_TYPE_MISMATCH,
          "`"
              + condition.operator()
              + "` does not fit `"
              + condition.key()
              + "`, whose values are of the type "
              + key.type().name().toLowerCase(Locale.ROOT).replace('_', ' '),
          condition);
    }
  }

  private static boolean isText(Operator.Base base) {
    return base.name().startsWith("STRING");
  }

  private static boolean isArn(Operator.Base base) {
    return base.name().startsWith("ARN");
  }

  private static boolean isBinary(Operator.Base base) {
    return base == Operator.Base.BINARY_EQUALS;
  }

  private static boolean isNull(Operator.Base base) {
    return base == Operator.Base.NULL;
  }

  /** Set operators are for keys with several values (IAM user guide, "Set operators"). */
  private void set(Condition condition, ConditionKey key) {
    SetPrefix set = condition.operator().set();
    if (key.multivalued() && set == SetPrefix.NONE && !isNull(condition.operator().base())) {
      add(
          Code.MISSING_QUALIFIER,
          "`"
              + condition.key()
              + "` can have several values, so the operator needs ForAllValues or ForAnyValue",
          condition);
    }
    boolean open = set == SetPrefix.FOR_ALL_VALUES && statement.effect() == Effect.ALLOW;
    if (open && !hasNullCheck(condition)) {
      add(
          Code.FOR_ALL_VALUES_WITHOUT_NULL,
          "ForAllValues is met where the request has no `"
              + condition.key()
              + "`, so this allows such requests; add `Null` with `false` to keep them out",
          condition);
    }
  }

  private boolean hasNullCheck(Condition condition) {
    Optional<Condition> check =
        statement.conditions().stream()
            .filter(c -> c.operator().base() == Operator.Base.NULL)
            .filter(c -> c.key().value().equalsIgnoreCase(condition.key().value()))
            .findFirst();
    return check.isPresent();
  }

  private void add(Code code, String message, Condition condition) {
    found.add(new Fault(code, message, condition.key().at()));
  }
}
