package awsleuth.core.cause.resource;

import awsleuth.aws.Service;
import awsleuth.core.fact.Facts;
import awsleuth.core.fact.Literal;
import java.util.List;
import java.util.Optional;

/** The AWS CLI command that lists things of the kind that a call is about. */
final class Listing {

  private Listing() {}

  /** The command, with the call's Region; the help of the service where no operation lists them. */
  static String of(Facts facts) {
    String name = facts.call().service();
    Optional<Service> service = facts.catalog().service(name);
    String cli = name.isEmpty() ? "<service>" : Literal.shell(facts.catalog().cliName(name));
    String command =
        service
            .flatMap(known -> operation(known, noun(facts.call().operation())))
            .map(operation -> facts.catalog().commandName(operation))
            .orElse("help");
    boolean placed = !command.equals("help") && facts.catalog().region(region(facts)).isPresent();
    return "aws " + cli + " " + command + (placed ? " --region " + region(facts) : "");
  }

  private static String region(Facts facts) {
    return facts.call().region();
  }

  /** {@code Function} of {@code GetFunction}. */
  private static String noun(String operation) {
    int i = Math.min(1, operation.length());
    while (i < operation.length() && !Character.isUpperCase(operation.charAt(i))) {
      i++;
    }
    return operation.substring(i);
  }

  /** An operation that lists and needs no parameter. */
  private static Optional<String> operation(Service service, String noun) {
    if (noun.isEmpty()) {
      return Optional.empty();
    }
    String many = noun.endsWith("s") ? noun : noun + "s";
    String some = noun.endsWith("y") ? noun.substring(0, noun.length() - 1) + "ies" : many;
    for (String name :
        List.of("List" + many, "List" + some, "Describe" + many, "Describe" + some)) {
      boolean free =
          service.operation(name).isPresent()
              && service
                  .input(name)
                  .map(input -> input.members().stream().noneMatch(m -> m.required()))
                  .orElse(true);
      if (free) {
        return Optional.of(name);
      }
    }
    return Optional.empty();
  }
}
