package awsleuth.collect.watch;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** The options with which Python starts without what would let the observer in. */
final class PythonOptions {

  private static final Pattern PYTHON = Pattern.compile("(python|pypy)[0-9.]{0,8}(\\.exe)?");

  /** Options whose value is a word of its own. */
  private static final String VALUED = "cmWX";

  private PythonOptions() {}

  /** Why no observer comes into this Python; empty where one does or it is no Python. */
  static String obstacle(List<String> command) {
    Path file = Path.of(command.getFirst()).getFileName();
    if (file == null || !PYTHON.matcher(file.toString()).matches()) {
      return "";
    }
    for (int i = 1; i < command.size(); i++) {
      String word = command.get(i);
      if (!word.startsWith("-") || word.startsWith("--") || word.length() == 1) {
        return "";
      }
      for (int k = 1; k < word.length(); k++) {
        char option = word.charAt(k);
        if (option == 'S' || option == 'I' || option == 'E') {
          return "`"
              + file
              + " -"
              + option
              + "` starts without "
              + (option == 'S' ? "the module site" : "PYTHONPATH");
        }
        if (VALUED.indexOf(option) >= 0) {
          i += k == word.length() - 1 ? 1 : 0;
          if (option == 'c' || option == 'm') {
            return "";
          }
          break;
        }
      }
    }
    return "";
  }
}
