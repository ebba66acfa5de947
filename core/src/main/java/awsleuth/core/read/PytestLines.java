package awsleuth.core.read;

import awsleuth.core.read.text.Flat;
import java.util.Set;

/**
 * The lines of pytest that name an exception again which its {@code E} lines told: {@code
 * app/x.py:7: ParamValidationError} below a traceback, {@code FAILED app/test_x.py::test_y -
 * botocore.exceptions.Para…} in the summary at the end; and Airflow's line {@code Failed to execute
 * job 7 for task t (MESSAGE; 71)} after the traceback of the task.
 */
final class PytestLines {

  private static final int LONGEST = 1000;

  private PytestLines() {}

  /** Whether a sighting is such a line's, and its exception was told before. */
  static boolean isAgain(Flat flat, Sighting s, Set<String> told) {
    String whole = flat.lines.get(flat.indexAt(s.position)).text();
    if (s.exception.isEmpty() || whole.length() > LONGEST) {
      return false;
    }
    String line = whole.strip();
    if (!isPlace(line, s.exception) && !isSummary(line) && !isJob(line)) {
      return false;
    }
    return told.contains(s.code.isEmpty() ? s.exception : key(s));
  }

  /** Adds what a sighting tells to what was told before. */
  static void add(Sighting s, Set<String> told) {
    told.add(s.exception);
    told.add(key(s));
  }

  private static String key(Sighting s) {
    return s.exception + " " + s.code;
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

  private static boolean isJob(String line) {
    int job = line.indexOf("Failed to execute job ");
    return job >= 0 && line.indexOf(" for task ", job) > 0;
  }

  private static boolean isSummary(String line) {
    boolean leads = line.startsWith("FAILED ") || line.startsWith("ERROR ");
    return leads && line.contains("::") && line.indexOf(" - ") > line.indexOf("::");
  }
}
