package awsleuth.core.cause.parameters;

import awsleuth.aws.AwsCatalog;
import awsleuth.core.fact.Facts;
import awsleuth.core.fact.Literal;
import java.util.List;
import java.util.Optional;

/**
 * A command of the AWS CLI that there is.
 *
 * @param text {@code aws}, the service and, where one is meant, the operation
 */
record Command(String text) {

  /** The command whose name is nearest to one that there is not; empty where none is near. */
  static Optional<Command> nearest(Facts facts, String unknown) {
    AwsCatalog aws = facts.catalog();
    String service = facts.call().service();
    if (unknown.isEmpty()) {
      return Optional.empty();
    }
    if (service.isEmpty() || aws.service(service).isEmpty()) {
      List<String> services = aws.services().stream().map(aws::cliName).distinct().toList();
      return near(aws, unknown, services).map(name -> new Command("aws " + Literal.shell(name)));
    }
    List<String> commands =
        aws.service(service).get().operationNames().stream().map(aws::commandName).toList();
    return near(aws, unknown, commands)
        .map(name -> new Command("aws " + Literal.shell(aws.cliName(service)) + " " + name));
  }

  /** A name that is there is not another one: the command was too old for it. */
  private static Optional<String> near(AwsCatalog aws, String unknown, List<String> names) {
    return names.contains(unknown)
        ? Optional.empty()
        : aws.nearest(unknown, names, 1).stream().findFirst();
  }
}
