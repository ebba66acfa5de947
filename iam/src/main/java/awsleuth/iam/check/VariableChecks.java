package awsleuth.iam.check;

import awsleuth.aws.IamCatalog;
import awsleuth.iam.policy.Condition;
import awsleuth.iam.policy.Fault;
import awsleuth.iam.policy.Fault.Code;
import awsleuth.iam.policy.Located;
import awsleuth.iam.policy.Nearest;
import awsleuth.iam.policy.PolicyVariables;
import awsleuth.iam.policy.Statement;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Policy variables that are none: without an end, or of a global condition key that is none. */
final class VariableChecks {

  private final Statement statement;
  private final IamCatalog catalog;
  private final List<Fault> found;

  VariableChecks(Statement statement, IamCatalog catalog, List<Fault> found) {
    this.statement = statement;
    this.catalog = catalog;
    this.found = found;
  }

  void check() {
    statement.resources().values().forEach(this::check);
    for (Condition condition : statement.conditions()) {
      if (condition.operator().base().takesVariables()) {
        condition.values().forEach(this::check);
      }
    }
  }

  private void check(Located text) {
    if (PolicyVariables.isUnclosed(text.value())) {
      found.add(
          new Fault(
              Code.UNSUPPORTED_VARIABLE,
              "a policy variable in `" + text + "` has no closing brace, so it is literal text",
              text.at()));
    }
    PolicyVariables.of(text.value()).stream()
        .distinct()
        .filter(this::isUnknown)
        .forEach(name ->
            found.add(
                new Fault(
                    Code.UNKNOWN_CONDITION_KEY,
                    "the policy variable `${"
                        + name
                        + "}` is of no global condition key"
                        + near(name),
                    text.at())));
  }

  private boolean isUnknown(String name) {
    return name.toLowerCase(Locale.ROOT).startsWith("aws:")
        && catalog.conditionKeys().find(name).isEmpty();
  }

  private String near(String name) {
    List<String> names = catalog.conditionKeys().global().stream().map(k -> k.name()).toList();
    Optional<String> nearest = Nearest.of(name, names);
    return nearest.map(n -> "; the nearest: `${" + n + "}`").orElse("");
  }
}
