package awsleuth.core.cause.parameters;

import awsleuth.core.fact.Facts;
import awsleuth.core.fact.Literal;

/** What the {@code aws} command found wrong in its own arguments. */
enum CliUse {
  /** The service or operation. */
  CHOICE,
  /** An option, or a key in its value, that is not there. */
  OPTION,
  /** A required option is not given. */
  MISSING,
  /** The value of an option. */
  VALUE,
  /** The failure is none of the command's arguments. */
  NONE;

  static CliUse of(Facts facts) {
    return switch (facts.captured("usage").orElse("")) {
      case "choice" -> CHOICE;
      case "option" -> OPTION;
      case "missing" -> MISSING;
      case "value" -> VALUE;
      default -> NONE;
    };
  }

  /** The help of the command, as far as it is known. */
  static String help(Facts facts) {
    String service = facts.call().service();
    String operation = facts.call().operation();
    return "aws "
        + (service.isEmpty() ? "<service>" : Literal.shell(facts.catalog().cliName(service)))
        + " "
        + (operation.isEmpty()
            ? "<operation>"
            : Literal.shell(facts.catalog().commandName(operation)))
        + " help";
  }

  /** The argument that it is about; empty where the command does not name it. */
  static String subject(Facts facts) {
    return facts.captured("subject").orElse("");
  }
}
