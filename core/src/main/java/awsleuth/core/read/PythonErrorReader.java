package awsleuth.core.read;

import awsleuth.core.read.text.ClassNames;
import awsleuth.core.read.text.Flat;
import awsleuth.core.read.text.Tracebacks;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads exceptions of Python's own that came out of botocore, boto3 or what stands on them: the
 * last line of a traceback that passes through one of these, or the line before one, as AWS Lambda
 * prints it. A log may put the same words before each line.
 */
final class PythonErrorReader {

  private static final int REACH = 120;

  /** What botocore logs before the traceback of a request that failed. */
  private static final String RECEIVED = "Exception received when sending HTTP request";

  /** What Python says of an argument of a session. */
  private static final String REFUSES = "Session.__init__() got an unexpected keyword argument '";

  private static final int LONGEST_PREFIX = 200;
  private static final String[] LIBRARIES = {
    "botocore",
    "boto3",
    "boto/",
    "s3transfer",
    "awscli",
    "aiobotocore",
    "aioboto3",
    "s3fs",
    "awswrangler",
    "kombu/async/aws",
    "kombu/asynchronous/aws",
    "storages/backends/s3"
  };

  private final Flat flat;
  private final List<Sighting> found = new ArrayList<>();

  private PythonErrorReader(Flat flat) {
    this.flat = flat;
  }

  static List<Sighting> read(Flat flat) {
    PythonErrorReader reader = new PythonErrorReader(flat);
    reader.read();
    return reader.found;
  }

  private void read() {
    int library = -REACH;
    int prefix = 0;
    int before = -1;
    int chained = -1;
    for (int i = 0; i < flat.lines.size(); i++) {
      String line = flat.lines.get(i).text();
      if (Tracebacks.isLink(line)) {
        chained = lastRaised(i);
      } else if (line.contains(RECEIVED)) {
        library = i;
      } else if (Tracebacks.isFrame(line)) {
        before = before < 0 && isFirstFrame(i) ? i - 1 : before;
        if (passesLibrary(line)) {
          library = i;
          prefix = Math.max(0, Math.min(LONGEST_PREFIX, line.indexOf("File \"")));
          before = add(before);
        }
      } else if (Tracebacks.isHeader(line)) {
        before = i > 0 && startOf(i - 1, 0) >= 0 ? i - 1 : -1;
      } else if ((i - library < REACH || refusesArgument(i)) && startOf(i, prefix) >= 0) {
        add(i, startOf(i, prefix));
        library = -REACH;
        before = -1;
        chained = -1;
      }
    }
    if (chained >= 0 && library > chained) {
      add(chained, startOf(chained, 0)); // the end, where the last exception stood, is cut off
    }
  }

  /** Whether boto3 makes a session with an argument that it does not have: none of it ran. */
  private boolean refusesArgument(int index) {
    String line = flat.lines.get(index).text();
    int name = line.indexOf(REFUSES) + REFUSES.length();
    int end = name < REFUSES.length() ? -1 : line.indexOf('\'', name);
    return end > 0
        && (makesSession(index - 1, line.substring(name, end))
            || makesSession(index - 2, line.substring(name, end)));
  }

  /** Whether a line calls boto3's session so that it can be what has the argument. */
  private boolean makesSession(int index, String argument) {
    String code = index < 0 ? "" : flat.lines.get(index).text();
    int call = Math.max(code.indexOf("boto3.Session("), code.indexOf("boto3.session.Session("));
    String after = call < 0 ? "" : code.substring(call);
    return call >= 0
        && (after.contains(argument) || after.contains("**") || after.indexOf(')') < 0);
  }

  /** The exception's line right above a link of a chain; -1 where none stands there. */
  private int lastRaised(int link) {
    int i = link - 1;
    while (i > 0 && flat.lines.get(i).text().isBlank()) {
      i--;
    }
    return i >= 0 && startOf(i, 0) >= 0 ? i : -1;
  }

  /** Whether an exception's line stands right before a frame, as in the JSON of AWS Lambda. */
  private boolean isFirstFrame(int index) {
    return index > 0 && startOf(index - 1, 0) >= 0;
  }

  /** Adds the exception printed before a traceback; -1, for there is none to add any more. */
  private int add(int before) {
    if (before >= 0) {
      add(before, startOf(before, 0));
    }
    return -1;
  }

  private static boolean passesLibrary(String line) {
    for (String library : LIBRARIES) {
      int at = line.indexOf(library);
      if (at >= 0 && (at == 0 || !Character.isLetterOrDigit(line.charAt(at - 1)))) {
        return true;
      }
    }
    return false;
  }

  /**
   * Where an exception's class begins in a line: at its head, after a level in brackets, or after
   * what the log puts before each line; -1 where none begins there.
   */
  private int startOf(int index, int prefix) {
    String line = flat.lines.get(index).text();
    int level = line.startsWith("[ERROR] ") ? "[ERROR] ".length() : 0;
    for (int from : new int[] {level, prefix, Math.max(0, prefix - 2)}) {
      boolean whole = from == 0 || (from <= line.length() && !isWord(line.charAt(from - 1)));
      if (whole && exceptionColon(line.substring(from)) > 0) {
        return from;
      }
    }
    return -1;
  }

  private static boolean isWord(char c) {
    return Character.isLetterOrDigit(c) || c == '.' || c == '_';
  }

  /** The end of the exception class that a line begins with; -1 where it begins with none. */
  static int exceptionColon(String line) {
    int i = 0;
    while (i < line.length() && ClassNames.isPart(line.charAt(i))) {
      i++;
    }
    boolean ends = i > 4 && (i == line.length() || line.startsWith(": ", i) || line.endsWith(":"));
    if (!ends) {
      return -1;
    }
    String name = ClassNames.simple(line.substring(0, i));
    return name.endsWith("Error")
            || name.endsWith("Exception")
            || name.endsWith("error")
            || name.equals("IncompleteRead")
            || name.endsWith("VersionConflict")
            || name.equals("DistributionNotFound")
        ? i
        : -1;
  }

  private void add(int index, int from) {
    String line = flat.lines.get(index).text().substring(from);
    int colon = exceptionColon(line);
    int start = flat.startOf(index) + from;
    Sighting s = new Sighting(start, flat.lines.get(index).number());
    s.strength = Sighting.Strength.FAINT;
    s.exception = ClassNames.simple(line.substring(0, colon));
    Messages.Message m = Messages.read(flat, start + Math.min(line.length(), colon + 1), '\0');
    s.message = m.text();
    s.end = m.end();
    found.add(s);
  }
}
