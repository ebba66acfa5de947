package awsleuth.app.command;

import awsleuth.app.input.InputException;
import awsleuth.app.terminal.Printable;
import awsleuth.aws.AwsCatalog;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;

/** The services and operations that a user names. */
public final class GivenNames {

  private static final int MOST = 3;

  private final AwsCatalog catalog;

  /** Over the names of a catalog. */
  public GivenNames(AwsCatalog catalog) {
    this.catalog = catalog;
  }

  /**
   * The name, if it is the name of a client.
   *
   * @throws InputException if it is not; the message has the nearest
   */
  public String service(String name) throws InputException {
    if (catalog.hasService(name)) {
      return name;
    }
    SequencedSet<String> near = new LinkedHashSet<>();
    catalog.serviceOfId(name).ifPresent(near::add);
    near.addAll(catalog.nearest(name, catalog.services(), MOST));
    throw new InputException(
        "there is no service `" + Printable.of(name) + "`" + near(List.copyOf(near)));
  }

  /**
   * The API name of an operation; empty for none.
   *
   * @throws InputException if the service has no such operation; the message has the nearest
   */
  public String operation(String service, String name) throws InputException {
    if (name.isEmpty()) {
      return "";
    }
    Optional<String> known = catalog.operationName(service, name);
    if (known.isPresent()) {
      return known.get();
    }
    List<String> names = catalog.service(service).orElseThrow().operationNames();
    throw new InputException(
        service
            + " has no operation `"
            + Printable.of(name)
            + "`"
            + near(catalog.nearest(name, names, MOST)));
  }

  private static String near(List<String> names) {
    return names.isEmpty() ? "" : "; near it: " + String.join(", ", names);
  }
}
