package awsleuth.collect.live;

import awsleuth.core.fact.Literal;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The AWS CLI's command for a call of IAM. */
final class CliCommand {

  private static final Pattern WORD = Pattern.compile("(?<=[a-z])(?=[A-Z])");

  private CliCommand() {}

  /** Ready for a shell. */
  static String of(String service, String operation, Map<String, ?> parameters) {
    StringBuilder command = new StringBuilder("aws " + service + " " + dashed(operation));
    new TreeMap<>(parameters)
        .forEach((name, value) ->
            command
                .append(" --")
                .append(dashed(name))
                .append(' ')
                .append(Literal.shell(String.valueOf(value))));
    return command.toString();
  }

  private static String dashed(String name) {
    return WORD.matcher(name).replaceAll("-").toLowerCase(Locale.ROOT);
  }
}
