package awsleuth.aws;

import java.util.List;
import java.util.Optional;

/**
 * Commands and options of the AWS CLI that are named otherwise than by their operations and
 * members, as {@code aws/cli-names.py} found them.
 */
final class CliNames {

  private static final String NONE = "-";
  private static final HandTable TABLE = HandTable.open("cli-names.txt");

  private CliNames() {}

  /** The command; empty if the CLI has none for the operation. */
  static Optional<String> command(String service, String operation) {
    return name(service + "." + operation, operation);
  }

  /** The option without its hyphens; empty if the command has none for the member. */
  static Optional<String> option(String service, String operation, String member) {
    return name(service + "." + operation + "." + member, member);
  }

  /** Whether the command wants the name of a file for what the service streams. */
  static boolean writesFile(String service, String operation) {
    return !TABLE.find(service + "." + operation + ".").isEmpty();
  }

  private static Optional<String> name(String key, String usual) {
    List<String> other = TABLE.find(key);
    return other.isEmpty()
        ? Optional.of(OperationNames.xform(usual, '-'))
        : Optional.of(other.getFirst()).filter(n -> !n.equals(NONE));
  }
}
