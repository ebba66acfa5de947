package awsleuth.aws;

import java.util.List;

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

  private IamActions() {}

  /** Stands in the table for the HTTP method of the operation. */
  static final String METHOD = "{method}";

  /**
   * The actions of an operation of a service with this prefix; {@code prefix:Operation} for most.
   */
  static List<String> of(String service, String prefix, String operation) {
    HandTable table = HandTable.open("iam-actions.txt");
    List<String> actions = table.find(service + ":" + operation);
    if (actions.isEmpty()) {
      actions = table.find(service + ":*");
    }
    return actions.isEmpty() ? List.of(prefix + ":" + operation) : actions;
  }

  /** The prefix of the actions of a service. */
  static String prefix(ServiceMetadata service) {
    List<String> prefix = HandTable.open("iam-prefixes.txt").find(service.name());
    return prefix.isEmpty() ? service.signingName() : prefix.getFirst();
  }
}
