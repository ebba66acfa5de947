package awsleuth.app;

import awsleuth.boto.config.ShellWords;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Environment variables in a file: what {@code env} or {@code export -p} print, or a .env file. */
final class EnvironmentFile {

  private static final List<String> STARTS = List.of("export ", "declare -x ", "set ");
  private static final long LARGEST = 4 << 20;

  private EnvironmentFile() {}

  static Map<String, String> read(String name) throws InputException {
    try {
      Path path = Path.of(name);
      if (Files.size(path) > LARGEST) {
        throw new InputException(name + " is too large for a file of variables");
      }
      return parse(new String(Files.readAllBytes(path), StandardCharsets.UTF_8));
    } catch (IOException | InvalidPathException e) {
      throw new InputException(name + " cannot be read");
    }
  }

  static Map<String, String> parse(String text) {
    Map<String, String> variables = new LinkedHashMap<>();
    for (String each : text.split("\r?\n")) {
      String line = each;
      for (String start : STARTS) {
        line = line.startsWith(start) ? line.substring(start.length()) : line;
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
