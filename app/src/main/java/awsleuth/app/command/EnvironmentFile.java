package awsleuth.app.command;

import awsleuth.app.input.InputException;
import awsleuth.app.input.NamedFile;
import awsleuth.boto.config.ShellWords;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Environment variables in a file: what {@code env} or {@code export -p} print, or a .env file. */
public final class EnvironmentFile {

  private static final List<String> STARTS = List.of("export ", "declare -x ", "set ");

  private EnvironmentFile() {}

  /**
   * The variables that a file sets, in its order.
   *
   * @throws InputException if it cannot be read
   */
  public static Map<String, String> read(String name) throws InputException {
    return parse(NamedFile.of(name).text());
  }

  static Map<String, String> parse(String text) {
    Map<String, String> variables = new LinkedHashMap<>();
    for (String each : text.split("\r?\n")) {
      String line = each.stripLeading();
      for (String start : STARTS) {
        line = line.startsWith(start) ? line.substring(start.length()).stripLeading() : line;
      }
      int equals = line.indexOf('=');
      if (equals > 0 && named(line, equals)) {
        variables.put(line.substring(0, equals), value(line.substring(equals + 1)));
      }
    }
    return variables;
  }

  private static boolean named(String line, int end) {
    return line.substring(0, end).chars().allMatch(c -> c == '_' || Character.isLetterOrDigit(c));
  }

  /** A value that is one quoted word is that word, as a shell has it. */
  private static String value(String text) {
    boolean quoted = text.length() > 1 && "\"'".indexOf(text.charAt(0)) >= 0;
    boolean closed = quoted && text.charAt(text.length() - 1) == text.charAt(0);
    List<String> words = closed ? ShellWords.split(text).orElse(List.of()) : List.of();
    return words.size() == 1 ? words.getFirst() : text;
  }
}
