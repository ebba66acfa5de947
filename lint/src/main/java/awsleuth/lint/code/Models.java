package awsleuth.lint.code;

import awsleuth.aws.AwsCatalog;
import awsleuth.aws.Operation;
import awsleuth.aws.Service;
import awsleuth.aws.Shape;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

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

  /** What the data are of, such as {@code botocore 1.43.11}. */
  public String version() {
    return "botocore " + catalog.version();
  }

  /** The only service whose name is nearly that; empty where there is one of that name, or none. */
  public Optional<String> nearService(String name) {
    synchronized (catalog) {
      return catalog.hasService(name)
          ? Optional.empty()
          : catalog.misspelt(name, catalog.services());
    }
  }

  /** The only method for an operation that is nearly that; empty where there is one so, or none. */
  public Optional<String> nearMethod(String service, String method) {
    return known(service).flatMap(k -> near(method, k.operations().keySet()));
  }

  /**
   * Whether a method's answers cannot come in pages: boto3 has no paginator for it, and no
   * parameter asks for a next page, which a newer boto3 might go by.
   */
  public boolean isWithoutPages(String service, String method) {
    return operation(service, method).filter(o -> !o.paginated()).stream()
        .flatMap(o -> service(service).stream().map(s -> s.input(o.name())))
        .anyMatch(
            input -> input.stream().flatMap(i -> i.members().stream()).noneMatch(Models::isToken));
  }

  private static boolean isToken(Shape.Member member) {
    String name = member.name().toLowerCase(Locale.ROOT);
    return Stream.of("token", "marker", "next", "cursor", "page", "exclusivestart")
        .anyMatch(name::contains);
  }

  /** The only waiter of a service that is nearly that; empty where there is one so, or none. */
  public Optional<String> nearWaiter(String service, String waiter) {
    return service(service)
        .flatMap(
            s -> near(waiter, s.waiters().keySet().stream().map(catalog::methodName).toList()));
  }

  /** The only parameter of an operation that is nearly that; empty where it is one, or none is. */
  public Optional<String> nearParameter(String service, String method, String parameter) {
    Optional<Operation> operation = operation(service, method);
    return operation
        .flatMap(o -> service(service).flatMap(s -> s.input(o.name())))
        .flatMap(i -> near(parameter, i.members().stream().map(Shape.Member::name).toList()));
  }

  /** The only name that is nearly another one; empty where it is among them, or none is near. */
  public Optional<String> near(String name, Collection<String> among) {
    return among.contains(name) ? Optional.empty() : catalog.misspelt(name, among);
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
