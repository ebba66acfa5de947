package awsleuth.app.params;

import awsleuth.app.command.WrongUsage;
import awsleuth.aws.AwsCatalog;
import awsleuth.aws.Service;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What is said of an operation that a service does not have. */
record NoOperation(AwsCatalog catalog) {

  private static final int MOST_NAMES = 4;

  /** That a service has no operation of a name, with those that may be meant. */
  String words(Service service, String operation) {
    return service.metadata().name()
        + " has no operation `"
        + operation
        + "`"
        + near(service, operation);
  }

  /** The other services that have an operation; empty where none has it. */
  private String elsewhere(String operation) {
    List<String> having =
        catalog.operationName(operation).map(catalog::servicesWithOperation).orElse(List.of());
    String shown = String.join(", ", having.subList(0, Math.min(MOST_NAMES, having.size())));
    return having.isEmpty() ? "" : "; " + shown + (having.size() == 1 ? " has it" : " have it");
  }

  /** The nearest names, in the form that was used; or that a newer botocore has the operation. */
  private String near(Service service, String operation) {
    AwsCatalog pack = AwsCatalog.embedded();
    boolean newer =
        pack.operationName(service.metadata().name(), operation).isPresent()
            && !pack.origin().equals(catalog.origin());
    if (newer) {
      return " in botocore " + catalog.version() + "; botocore " + pack.version() + " has it";
    }
    boolean python =
        operation.indexOf('_') >= 0 || operation.equals(operation.toLowerCase(Locale.ROOT));
    List<String> names = new ArrayList<>(service.operationNames());
    if (python) {
      names.replaceAll(
          n -> operation.indexOf('-') >= 0 ? catalog.commandName(n) : catalog.methodName(n));
    }
    String near = WrongUsage.near(operation, names);
    return near.isEmpty() ? elsewhere(operation) : near;
  }
}
