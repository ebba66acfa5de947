package awsleuth.aws;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * From an operation to the IAM actions it needs.
 *
 * <p>The table {@code iam-actions.txt} holds the operations whose action has another name or that
 * need several, {@code iam-prefixes.txt} the services whose actions have a prefix other than the
 * signing name.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html">Service
 *     Authorization Reference</a>
 */
final class IamActions {

  /** Stands in the table for the HTTP method of the operation. */
  static final String METHOD = "{method}";

  /** Stands in the table where IAM does not decide. */
  private static final String NONE = "-";

  private volatile @Nullable HandTable table;

  /**
   * The actions of an operation of a service with this prefix; the one of the same name for most.
   * Empty where IAM does not decide, and where it is unknown which action does.
   */
  List<String> of(String service, String prefix, String operation, IamCatalog iam) {
    List<String> actions = exceptions(service, operation);
    return actions.isEmpty() && !isWithout(service, operation)
        ? iam.action(prefix + ":" + operation).map(a -> List.of(a.fullName())).orElse(List.of())
        : actions;
  }

  /** The actions that the table has for an operation; empty if none. */
  List<String> exceptions(String service, String operation) {
    List<String> actions = line(service, operation);
    return actions.contains(NONE) ? List.of() : actions;
  }

  /** Whether the table says that IAM does not decide on an operation. */
  boolean isWithout(String service, String operation) {
    return line(service, operation).contains(NONE);
  }

  private List<String> line(String service, String operation) {
    HandTable exceptions = table;
    if (exceptions == null) {
      exceptions = HandTable.open("iam-actions.txt");
      table = exceptions;
    }
    List<String> actions = exceptions.find(service + ":" + operation);
    return actions.isEmpty() ? exceptions.find(service + ":*") : actions;
  }

  /** The prefix of the actions of a service. */
  static String prefix(ServiceMetadata service) {
    List<String> prefix = HandTable.open("iam-prefixes.txt").find(service.name());
    return prefix.isEmpty() ? service.signingName() : prefix.getFirst();
  }
}
