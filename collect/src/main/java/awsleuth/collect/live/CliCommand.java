package awsleuth.collect.live;

import awsleuth.aws.AwsCatalog;
import awsleuth.boto.python.JsonText;
import awsleuth.boto.python.PyValue;
import awsleuth.core.fact.Literal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The AWS CLI's command for a call. */
final class CliCommand {

  private CliCommand() {}

  /** Ready for a shell; empty where the CLI has no such command, or not all of its options. */
  static String of(AwsCatalog aws, String service, String operation, Map<String, ?> parameters) {
    Optional<String> named = aws.cliCommand(service, operation);
    if (named.isEmpty()) {
      return "";
    }
    StringBuilder command = new StringBuilder("aws ");
    command.append(aws.cliName(service)).append(' ').append(named.get());
    for (Map.Entry<String, ?> parameter : new TreeMap<>(parameters).entrySet()) {
      Optional<String> option = aws.cliOption(service, operation, parameter.getKey());
      if (option.isEmpty()) {
        return "";
      }
      command.append(option(option.get(), CallParameters.value(parameter.getValue())));
    }
    return command + (aws.cliWritesFile(service, operation) ? " /dev/stdout" : "");
  }

  private static String option(String name, PyValue value) {
    return value instanceof PyValue.Bool(boolean on)
        ? (on ? " --" : " --no-") + name
        : " --" + name + " " + words(value);
  }

  /** A list of texts is several words, what has members is JSON. */
  private static String words(PyValue value) {
    return switch (value) {
      case PyValue.Str(String text) -> Literal.shell(text);
      case PyValue.PyList(List<PyValue> items)
          when !items.isEmpty() && items.stream().allMatch(PyValue.Str.class::isInstance) ->
          items.stream().map(CliCommand::words).collect(Collectors.joining(" "));
      default -> Literal.shell(JsonText.line(value));
    };
  }
}
