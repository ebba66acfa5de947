package awsleuth.core.read;

import java.util.List;

/**
 * The lines of pytest that name an exception again which its {@code E} lines told: {@code
 * app/x.py:7: ParamValidationError} below a traceback, {@code FAILED app/test_x.py::test_y -
 * botocore.exceptions.Para…} in the summary at the end.
 */
final class PytestLines {

  private PytestLines() {}

  /** Whether a sighting is such a line's, and one before it is of the same exception. */
  static boolean isAgain(Flat flat, Sighting s, List<Sighting> before) {
    String line = flat.lines.get(flat.indexAt(s.position)).text().strip();
    if (s.exception.isEmpty() || !(isPlace(line, s.exception) || isSummary(line))) {
      return false;
    }
    return before.stream()
        .anyMatch(
            b -> b.exception.equals(s.exception) && (s.code.isEmpty() || s.code.equals(b.code)));
  }

  /** {@code path.py:7: Exception}, and nothing behind it. */
  private static boolean isPlace(String line, String exception) {
    int at = line.length() - exception.length();
    int space = line.indexOf(": ");
    return at > 2
        && line.endsWith(exception)
        && space > 0
        && space < at
        && Character.isDigit(line.charAt(space - 1))
        && line.lastIndexOf(':', space - 1) > 0
        && line.indexOf(' ', space + 2) < 0;
  }

  private static boolean isSummary(String line) {
    boolean leads = line.startsWith("FAILED ") || line.startsWith("ERROR ");
    return leads && line.contains("::") && line.indexOf(" - ") > line.indexOf("::");
  }
}
