package awsleuth.iam.check;

import awsleuth.aws.IamAction;
import awsleuth.aws.IamCatalog;
import awsleuth.aws.IamService;
import awsleuth.iam.policy.Fault;
import awsleuth.iam.policy.Fault.Code;
import awsleuth.iam.policy.Located;
import awsleuth.iam.policy.Statement;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Actions whose resources are not among those of their statement. */
final class ResourceChecks {

  /** A policy variable; it may stand for any text. */
  private static final Pattern VARIABLE = Pattern.compile("\\$\\{[^}]*+}");

  private final Statement statement;
  private final IamCatalog catalog;
  private final List<Fault> found;

  ResourceChecks(Statement statement, IamCatalog catalog, List<Fault> found) {
    this.statement = statement;
    this.catalog = catalog;
    this.found = found;
  }

  void check() {
    if (!statement.resources().present()
        || statement.resources().negated()
        || statement.resources().values().isEmpty()) {
      return;
    }
    for (Concrete concrete : Concrete.of(statement, catalog)) {
      check(concrete);
    }
  }

  private void check(Concrete concrete) {
    IamAction action = concrete.action();
    Optional<IamService> service = catalog.service(action.prefix());
    if (service.isEmpty() || statement.resources().values().stream().anyMatch(this::isAny)) {
      return;
    }
    if (action.targets().isEmpty()) {
      found.add(
          new Fault(
              Code.UNSUPPORTED_RESOURCE_FOR_ACTION,
              "`" + action.fullName() + "` takes no resource: only the Resource `*` reaches it",
              concrete.written().at()));
      return;
    }
    boolean taken =
        statement.resources().values().stream()
            .anyMatch(r -> !service.get().resourceTypesOf(action, pattern(r)).isEmpty());
    if (!taken) {
      found.add(
          new Fault(
              Code.UNSUPPORTED_RESOURCE_FOR_ACTION,
              "`"
                  + action.fullName()
                  + "` is about "
                  + TakenResources.words(action, service.get())
                  + ", which no Resource here is",
              concrete.written().at()));
    }
  }

  private boolean isAny(Located resource) {
    return pattern(resource).chars().allMatch(c -> c == '*');
  }

  private static String pattern(Located resource) {
    return VARIABLE.matcher(resource.value()).replaceAll("*");
  }
}
