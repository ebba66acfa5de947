package awsleuth.app.params;

import awsleuth.boto.call.CliCallReader;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Lines of a shell script, among which are commands of the AWS CLI. */
final class ShellScript {

  private static final int MOST_NAMED = 6;

  /** What shows that lines are no Python: a word of a shell with what it sets or prints. */
  private static final Pattern SHELL =
      Pattern.compile(
          "(?m)^(?:#!.{0,80}sh\\b|set -|export \\w|[ \\t]*echo |[ \\t]*aws"
              + " |\\w{1,80}=\\$?[\"'(\\w])");

  /** What may stand before a command in its line. */
  private static final Pattern BEFORE =
      Pattern.compile("^\\s*(?:if |! |then |do |\\w{1,80}=)?(?:[\"']?\\$\\()?");

  /** The command with the first letter or hyphen of what it is given; no variable {@code aws}. */
  private static final Pattern NAMED = Pattern.compile("\\baws\\s+[-a-z]");

  private ShellScript() {}

  static boolean isOne(String text) {
    return SHELL.matcher(text).find() && !lines(text).isEmpty();
  }

  /** The lines, from 1, that begin with a command of the AWS CLI and are no comments. */
  static List<Integer> lines(String text) {
    List<Integer> lines = new ArrayList<>();
    List<String> all = text.lines().toList();
    for (int i = 0; i < all.size(); i++) {
      String command = command(all.get(i));
      boolean comment = command.stripLeading().startsWith("#");
      if (!comment && CliCallReader.isCommand(command) && NAMED.matcher(command).find()) {
        lines.add(i + 1);
      }
    }
    return lines;
  }

  private static String command(String line) {
    return BEFORE.matcher(line).replaceFirst("");
  }

  static String several(List<Integer> lines) {
    return "one command at a time; there are commands in lines "
        + lines.stream().limit(MOST_NAMED).map(String::valueOf).collect(Collectors.joining(", "))
        + (lines.size() > MOST_NAMED ? ", …" : "");
  }

  /** The command that begins in a line, with the lines behind it. */
  static String from(String text, int line) {
    List<String> rest = new ArrayList<>(text.lines().skip(line - 1L).toList());
    String first = rest.getFirst();
    rest.set(0, command(first));
    String command = String.join("\n", rest);
    boolean bracket = first.substring(0, first.length() - rest.getFirst().length()).endsWith("(");
    return bracket ? command.substring(0, closing(command)) : command;
  }

  /** Where the bracket is closed that a command stands in; the end where it is not. */
  private static int closing(String command) {
    char quote = ' ';
    for (int i = 0; i < command.length(); i++) {
      char c = command.charAt(i);
      if (quote != ' ') {
        quote = c == quote ? ' ' : quote;
      } else if (c == '\'' || c == '"') {
        quote = c;
      } else if (c == ')') {
        return i;
      }
    }
    return command.length();
  }
}
