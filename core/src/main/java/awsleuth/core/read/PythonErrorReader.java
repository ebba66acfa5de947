package awsleuth.core.read;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads exceptions of Python's own that came out of botocore, boto3 or what stands on them: the
 * last line of a traceback that passes through one of these.
 */
final class PythonErrorReader {

  private static final int REACH = 120;
  private static final String[] LIBRARIES = {
    "botocore", "boto3", "boto/", "s3transfer", "aiobotocore", "aioboto3", "s3fs", "awswrangler"
  };

  private PythonErrorReader() {}

  static List<Sighting> read(Flat flat) {
    List<Sighting> found = new ArrayList<>();
    int lastLibrary = -REACH;
    for (int i = 0; i < flat.lines.size(); i++) {
      String line = flat.lines.get(i).text();
      if (Tracebacks.isFrame(line)) {
        lastLibrary = passesLibrary(line) ? i : lastLibrary;
      } else if (i - lastLibrary < REACH) {
        int colon = exceptionColon(line);
        if (colon > 0) {
          found.add(sighting(flat, i, colon));
          lastLibrary = -REACH;
        }
      }
    }
    return found;
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
    boolean telling =
        name.endsWith("Error")
            || name.endsWith("Exception")
            || name.endsWith("error")
            || name.equals("IncompleteRead");
    return telling ? i : -1;
  }

  private static Sighting sighting(Flat flat, int index, int colon) {
    String line = flat.lines.get(index).text();
    Sighting s = new Sighting(flat.startOf(index), flat.lines.get(index).number());
    s.strength = Sighting.Strength.FAINT;
    s.exception = ClassNames.simple(line.substring(0, colon));
    Messages.Message m =
        Messages.read(flat, flat.startOf(index) + Math.min(line.length(), colon + 1), '\0');
    s.message = m.text();
    s.end = m.end();
    return s;
  }
}
