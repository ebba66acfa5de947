package awsleuth.boto.config;

import awsleuth.boto.Raised;
import awsleuth.boto.python.PyValue.Str;
import awsleuth.boto.python.PythonText;
import java.util.List;
import java.util.Locale;

/**
 * The errors of Python's {@code configparser}.
 *
 * @see <a href="https://docs.python.org/3.11/library/configparser.html#exceptions">exceptions</a>
 */
final class ParserErrors {

  private ParserErrors() {}

  static Raised duplicateSection(Place place, String header) {
    return error("DuplicateSectionError", at(place) + "section " + quoted(header) + exists());
  }

  static Raised duplicateSetting(Place place, String name, String header) {
    String what = "option " + quoted(name) + " in section " + quoted(header);
    return error("DuplicateOptionError", at(place) + what + exists());
  }

  static Raised beforeSections(Place place, FileLine line) {
    return error(
        "MissingSectionHeaderError",
        "File contains no section headers.\nfile: "
            + quoted(place.file())
            + ", line: "
            + place.line()
            + "\n"
            + quoted(line.read()));
  }

  static Raised notSettings(String path, List<FileLine> lines) {
    StringBuilder message = new StringBuilder("Source contains parsing errors: ");
    message.append(quoted(path));
    for (FileLine line : lines) {
      message.append("\n\t[line ").append(number(line.number())).append("]: ");
      message.append(quoted(line.read()));
    }
    return error("ParsingError", message.toString());
  }

  private static String at(Place place) {
    return "While reading from " + quoted(place.file()) + " [line " + number(place.line()) + "]: ";
  }

  private static String exists() {
    return " already exists";
  }

  private static String number(int line) {
    return String.format(Locale.ROOT, "%2d", line);
  }

  private static String quoted(String text) {
    return PythonText.repr(new Str(text));
  }

  private static Raised error(String name, String message) {
    return new Raised("configparser." + name, message);
  }
}
