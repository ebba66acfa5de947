package awsleuth.core.read;

import awsleuth.aws.AwsCatalog;
import java.util.List;
import java.util.Map;

/** What the name of a waiter tells (botocore's waiters-2.json). */
final class Waiters {

  private Waiters() {}

  /** The operation that a waiter asks; empty for a name that no service has, or with two. */
  static String operation(String waiter, AwsCatalog catalog) {
    Map<String, List<String>> asked = catalog.waiterOperations(waiter);
    return asked.size() == 1 ? asked.keySet().iterator().next() : "";
  }

  /** The services that have a waiter of that name. */
  static List<String> services(String waiter, AwsCatalog catalog) {
    return catalog.waiterOperations(waiter).values().stream().flatMap(List::stream).toList();
  }
}
