package awsleuth.core.cause.parameters;

import awsleuth.core.fact.Facts;
import awsleuth.core.fact.Literal;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

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

  private static final Pattern OPTION_NAME = Pattern.compile("--[a-z0-9-]{1,80}");

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

  /** The command with what it lacks; the options alone where the command is not known. */
  static String given(Facts facts) {
    String options =
        Arrays.stream(subject(facts).split("[, ]+"))
            .filter(word -> OPTION_NAME.matcher(word).matches())
            .map(option -> option + " <" + option.substring(2) + ">")
            .collect(Collectors.joining(" "));
    boolean known = !facts.call().operation().isEmpty() && !facts.call().service().isEmpty();
    return known || options.isEmpty() ? facts.reproduction() : options;
  }

  /** The argument that it is about; empty where the command does not name it. */
  static String subject(Facts facts) {
    return facts.captured("subject").orElse("");
  }
}
