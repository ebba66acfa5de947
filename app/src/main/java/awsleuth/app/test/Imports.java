package awsleuth.app.test;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The imports at the head of a generated file: only what the file uses stays. */
final class Imports {

  private static final String DOCUMENTED = "\"\"\"\n";
  private static final String CONSTANTS = "\nSERVICE = ";
  private static final String UNUSED = "\0";

  private Imports() {}

  /** The file without imports of what is named nowhere else; they stand behind the docstring. */
  static String used(String python) {
    int start = python.indexOf(DOCUMENTED, DOCUMENTED.length()) + DOCUMENTED.length();
    int end = python.indexOf(CONSTANTS, start - 1);
    String body = python.substring(end);
    String head =
        python
            .substring(start, end)
            .lines()
            .map(line -> used(line, body))
            .filter(line -> !line.equals(UNUSED))
            .collect(Collectors.joining("\n"));
    return python.substring(0, start) + head.stripTrailing() + "\n" + body;
  }

  private static String used(String line, String body) {
    if (line.startsWith("import ")) {
      return isNamed(line.substring("import ".length()), body) ? line : UNUSED;
    }
    int names = line.startsWith("from ") ? line.indexOf(" import ") : -1;
    if (names < 0) {
      return line;
    }
    String start = line.substring(0, names + " import ".length());
    List<String> kept =
        Arrays.stream(line.substring(start.length()).split(", ", -1))
            .filter(name -> isNamed(name, body))
            .toList();
    return kept.isEmpty() ? UNUSED : start + String.join(", ", kept);
  }

  private static boolean isNamed(String name, String body) {
    for (int at = body.indexOf(name); at >= 0; at = body.indexOf(name, at + 1)) {
      boolean begins = at == 0 || !Character.isJavaIdentifierPart(body.charAt(at - 1));
      int end = at + name.length();
      if (begins && (end == body.length() || !Character.isJavaIdentifierPart(body.charAt(end)))) {
        return true;
      }
    }
    return false;
  }
}
