package awsleuth.boto.call;

import awsleuth.aws.AwsCatalog;
import awsleuth.aws.Service;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The waiters of services, by the names that Python and the AWS CLI have for them. */
record Waiters(AwsCatalog catalog) {

  /**
   * The operation that a waiter asks: of the service at hand, else of the only one that has such a
   * waiter; empty where there is none.
   *
   * @param service the boto3 client; empty or unknown where that is not told
   * @param name such as {@code instance_running} or {@code instance-running}
   */
  Optional<String> operation(String service, String name) {
    String method = name.replace('-', '_');
    return catalog
        .service(service)
        .map(s -> of(s, method))
        .orElseGet(() -> asked(method).stream().reduce((a, b) -> "").filter(o -> !o.isEmpty()));
  }

  private Optional<String> of(Service service, String method) {
    return service.waiters().entrySet().stream()
        .filter(w -> catalog.methodName(w.getKey()).equals(method))
        .map(w -> w.getValue())
        .findFirst();
  }

  /** The operations that waiters of a name ask, whatever service has them. */
  private List<String> asked(String method) {
    StringBuilder camel = new StringBuilder();
    for (String part : method.split("_", -1)) {
      camel.append(part.isEmpty() ? "" : part.substring(0, 1).toUpperCase(Locale.ROOT));
      camel.append(part.isEmpty() ? "" : part.substring(1));
    }
    return List.copyOf(catalog.waiterOperations(camel.toString()).keySet());
  }

  /** That there is no such waiter, with the near ones of the service. */
  String none(String service, String name) {
    boolean cli = name.indexOf('-') >= 0;
    List<String> names = new ArrayList<>();
    catalog
        .service(service)
        .ifPresent(s -> s.waiters().keySet().forEach(w -> names.add(catalog.methodName(w))));
    names.replaceAll(n -> cli ? n.replace('_', '-') : n);
    List<String> near = catalog.nearest(name, names, 3);
    return "there is no waiter `%s`".formatted(name)
        + (names.isEmpty() ? "" : " of " + service)
        + (near.isEmpty() ? "" : "; near it: " + String.join(", ", near));
  }
}
