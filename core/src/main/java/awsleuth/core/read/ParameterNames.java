package awsleuth.core.read;

import awsleuth.aws.AwsCatalog;
import awsleuth.aws.Service;
import awsleuth.aws.Shape;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Which service and operation take the parameters that a validation report names. The report of an
 * unknown parameter lists all that the operation has; an older botocore lists fewer.
 *
 * @param service empty where the names are those of several services
 * @param operation empty where several operations of the service take them
 */
record ParameterNames(String service, String operation) {

  private static final ParameterNames NONE = new ParameterNames("", "");
  private static final String ALLOWED = "must be one of: ";
  private static final double LEAST_LISTED = 0.75;

  static ParameterNames in(String report, AwsCatalog catalog) {
    Set<String> known = new LinkedHashSet<>();
    Set<String> all = new LinkedHashSet<>();
    Set<String> unknown = new LinkedHashSet<>();
    for (String line : report.split("\n", -1)) {
      int allowed = line.indexOf(ALLOWED);
      if (allowed >= 0 && line.contains(" in input:")) {
        for (String name : line.substring(allowed + ALLOWED.length()).split(", ", -1)) {
          all.add(name.strip());
        }
        unknown.add(unknown(line));
      } else if (line.startsWith("Invalid ")) {
        int at = line.indexOf("parameter ");
        known.add(at < 0 ? "" : first(line.substring(at + "parameter ".length())));
      }
    }
    Set<String> names = new LinkedHashSet<>(all);
    names.addAll(known);
    all.addAll(unknown);
    String listed = service(names, catalog);
    String service = listed.isEmpty() ? service(all, catalog) : listed;
    return service.isEmpty()
        ? NONE
        : new ParameterNames(
            service, operation(catalog.service(service).orElseThrow(), all, known));
  }

  /** The name that this botocore did not know; a newer one may. */
  private static String unknown(String line) {
    int open = line.indexOf('"');
    int close = open < 0 ? -1 : line.indexOf('"', open + 1);
    return close < 0 ? "" : line.substring(open + 1, close);
  }

  private static String first(String path) {
    int end = 0;
    while (end < path.length() && Character.isLetterOrDigit(path.charAt(end))) {
      end++;
    }
    return path.substring(0, end);
  }

  /** The one service that has parameters which no other has; empty where there are two. */
  private static String service(Set<String> names, AwsCatalog catalog) {
    Set<String> services = new LinkedHashSet<>();
    for (String name : names) {
      catalog.serviceWithParameter(name).ifPresent(services::add);
    }
    return services.size() == 1 ? services.iterator().next() : "";
  }

  /** The operation that has most of the listed names and few others; empty where two are alike. */
  private static String operation(Service service, Set<String> all, Set<String> known) {
    List<String> best = new ArrayList<>();
    double most = Double.MIN_VALUE;
    for (String name : service.operationNames()) {
      double share = service.input(name).map(input -> share(input, all, known)).orElse(0.0);
      if (share > most) {
        best.clear();
        most = share;
      }
      if (share == most) {
        best.add(name);
      }
    }
    return best.size() == 1 ? best.getFirst() : "";
  }

  /**
   * How well an operation's input fits the names: 0 where it lacks one that botocore took for a
   * parameter, or many of those listed; else the share of its members that are listed.
   */
  private static double share(Shape.Structure input, Set<String> all, Set<String> known) {
    if (!known.stream().allMatch(name -> input.member(name).isPresent())) {
      return 0;
    }
    if (all.isEmpty()) {
      return known.isEmpty() ? 0 : 1;
    }
    long both = all.stream().filter(name -> input.member(name).isPresent()).count();
    double listed = (double) both / all.size();
    return listed < LEAST_LISTED
        ? 0
        : listed + (double) both / (all.size() + input.members().size() - both);
  }
}
