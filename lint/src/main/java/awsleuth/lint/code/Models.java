package awsleuth.lint.code;

import awsleuth.aws.AwsCatalog;
import awsleuth.aws.Operation;
import awsleuth.aws.Service;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** What AWS's models say of the methods of clients; kept, and for several threads at once. */
public final class Models {

  private final AwsCatalog catalog;
  private final Map<String, Optional<Known>> services = new ConcurrentHashMap<>();
  private final Map<String, Boolean> methods = new ConcurrentHashMap<>();

  /** A service, with its operations by the methods of its client. */
  private record Known(
      Service service, Map<String, String> operations, Map<String, Optional<Operation>> read) {

    Optional<Operation> operation(String method) {
      String name = operations.get(method);
      return name == null ? Optional.empty() : read.computeIfAbsent(name, service::operation);
    }
  }

  /** Of a catalog. */
  public Models(AwsCatalog catalog) {
    this.catalog = catalog;
  }

  /** The catalog. */
  public AwsCatalog catalog() {
    return catalog;
  }

  /** A service by the name of its client; empty if there is none. */
  public Optional<Service> service(String name) {
    return known(name).map(Known::service);
  }

  /** The operation of a method of a client; empty if it is none. */
  public Optional<Operation> operation(String service, String method) {
    return known(service).flatMap(k -> k.operation(method));
  }

  /** Whether a client of any service has that method for an operation. */
  public boolean isMethod(String method) {
    return methods.computeIfAbsent(
        method,
        m -> {
          synchronized (catalog) {
            return catalog
                .operationName(m)
                .filter(name -> catalog.methodName(name).equals(m))
                .isPresent();
          }
        });
  }

  private Optional<Known> known(String name) {
    Optional<Known> known = services.get(name);
    if (known == null) {
      known = read(name);
      services.put(name, known);
    }
    return known;
  }

  private Optional<Known> read(String name) {
    synchronized (catalog) {
      return catalog.hasService(name) ? catalog.service(name).map(this::read) : Optional.empty();
    }
  }

  private Known read(Service service) {
    Map<String, String> operations = new HashMap<>();
    List<String> names = service.operationNames();
    names.forEach(n -> operations.put(catalog.methodName(n), n));
    return new Known(service, operations, new ConcurrentHashMap<>());
  }
}
