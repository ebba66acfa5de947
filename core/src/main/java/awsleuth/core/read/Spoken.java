package awsleuth.core.read;

import awsleuth.core.read.Sighting.Strength;
import awsleuth.core.read.text.Flat;
import awsleuth.core.read.text.Tracebacks;
import java.util.List;
import java.util.Locale;

/**
 * Tells the places of a text that only speak of failures from those that a failed AWS call left
 * behind: lines of programs and documents, patterns, metrics, access logs, other clouds' errors,
 * retries, and what a test that passed has logged.
 */
final class Spoken {

  /** How far above a line its heading may stand. */
  private static final int ABOVE = 60;

  private static final int LAST_LINES = 40;
  private static final int LONGEST = 4000;

  /** Words of other clouds, whose errors have the words of S3's. */
  private static final List<String> OTHER_CLOUDS =
      List.of(
          "googleapis.com",
          "google.api_core",
          "google.cloud",
          "google.auth",
          "gcsfs",
          "gs://",
          "azure.",
          "adlfs",
          ".core.windows.net",
          "aliyuncs.com",
          "oss2.exceptions",
          "myqcloud.com");

  /** What a sentence begins with that says what to do once something has failed. */
  private static final List<String> CONDITIONS =
      List.of("if ", "when ", "whenever ", "in case ", "should ", "unless ", "once ");

  private static final List<String> PERSONAL =
      List.of(" i ", "i'm", " we ", " my ", " our ", "i get", "i am", "i've");

  private final Flat flat;

  /** The line from which on a passed test's log is printed; the number of lines where none is. */
  private final int passed;

  // What is known of the line looked at last.
  private int seen = -1;
  private boolean never;
  private boolean seldom;

  Spoken(Flat flat) {
    this.flat = flat;
    this.passed = passed(flat);
  }

  /** Whether nothing has failed at the place of a sighting. */
  boolean isOnly(Sighting s) {
    int index = flat.indexAt(s.position);
    if (index != seen) { // many can stand in one long line
      String text = flat.lines.get(index).text();
      String line = text.length() <= LONGEST ? text : text.substring(0, LONGEST);
      seen = index;
      never = isNever(index, line);
      seldom = never || isSeldom(line);
    }
    return s.strength == Strength.SURE ? never : seldom;
  }

  /** Whether no sentence of an SDK's own in a line tells of a failure. */
  private boolean isNever(int index, String line) {
    return index > passed
        || LineForms.isStatement(line)
        || LineForms.isMetric(line)
        || LineForms.isAccess(line)
        || isInComment(index)
        || isSource(index, line)
        || isTableRow(index)
        || isChange(index, line)
        || isCommitted(index, line);
  }

  /** Whether nothing less than an SDK's own sentence in a line tells of a failure. */
  private static boolean isSeldom(String line) {
    return LineForms.isProgram(line)
        || LineForms.isPattern(line)
        || isRetried(line)
        || isOtherCloud(line)
        || isCondition(line);
  }

  /** Where pytest's log of a run begins in which all tests passed. */
  private static int passed(Flat flat) {
    int n = flat.lines.size();
    boolean all = false;
    for (int i = n - 1; i >= Math.max(0, n - LAST_LINES); i--) {
      String line = flat.lines.get(i).text();
      boolean summary = line.startsWith("==") && line.contains(" passed");
      all |= summary && !line.contains("failed") && !line.contains("error");
    }
    for (int i = 0; all && i < n; i++) {
      String line = flat.lines.get(i).text();
      if (line.startsWith("--") && line.contains("- Captured ")) {
        return i;
      }
    }
    return n;
  }

  /** Whether a line is one of a comment over several lines, each with an asterisk. */
  private boolean isInComment(int index) {
    for (int i = index; i >= Math.max(0, index - ABOVE); i--) {
      String line = flat.lines.get(i).text();
      int first = firstVisible(line);
      if (line.startsWith("/*", first)) {
        return true;
      }
      if (!line.startsWith("*", first)) {
        return false;
      }
    }
    return false;
  }

  /** Whether a line is the source that IPython prints, each line with its number, below a frame. */
  private boolean isSource(int index, String line) {
    if (!isNumbered(line)) {
      return false;
    }
    int i = index - 1;
    while (i >= Math.max(0, index - ABOVE) && isNumbered(flat.lines.get(i).text())) {
      i--;
    }
    return i >= 0 && Tracebacks.isFrame(flat.lines.get(i).text());
  }

  /** {@code 355 "…"}, {@code --> 357 return …}. */
  private static boolean isNumbered(String line) {
    int i = 0;
    while (i < line.length() && " ->".indexOf(line.charAt(i)) >= 0) {
      i++;
    }
    int digits = i;
    while (digits < line.length() && Character.isDigit(line.charAt(digits))) {
      digits++;
    }
    return i > 0 && digits > i && (digits == line.length() || line.charAt(digits) == ' ');
  }

  private static int firstVisible(String line) {
    int i = 0;
    while (i < line.length() && line.charAt(i) <= ' ') {
      i++;
    }
    return i;
  }

  /** Whether a line is a row of Markdown's: its head has a line of bars and dashes below it. */
  private boolean isTableRow(int index) {
    if (flat.lines.get(index).text().indexOf('|') < 0) {
      return false;
    }
    for (int i = index - 1; i >= Math.max(0, index - ABOVE); i--) {
      String line = flat.lines.get(i).text();
      if (line.indexOf('|') < 0 || line.length() > LONGEST) {
        return false;
      }
      if (line.contains("---") && line.chars().allMatch(c -> "|-: ".indexOf(c) >= 0)) {
        return line.indexOf('|', 1) > 0 && line.lastIndexOf('-') > line.indexOf('|', 1);
      }
    }
    return false;
  }

  /** Whether a line is a point of a list of changes: above it stands a heading with a version. */
  private boolean isChange(int index, String line) {
    if (!isPoint(line)) {
      return false;
    }
    for (int i = index - 1; i >= Math.max(0, index - ABOVE); i--) {
      String above = flat.lines.get(i).text();
      if (isVersion(above)) {
        return true;
      }
      boolean plain = above.isBlank() || isPoint(above) || above.startsWith("  ");
      if (!plain && !above.startsWith("##")) {
        return false;
      }
    }
    return false;
  }

  private static boolean isPoint(String line) {
    int first = firstVisible(line);
    return line.startsWith("- ", first) || line.startsWith("* ", first);
  }

  /** {@code ## 2.4.1}, {@code ## [1.2.0] - 2026-03-01}, {@code v1.4.0 (2026-03-01)}. */
  private static boolean isVersion(String line) {
    int i = 0;
    while (i < line.length() && "# [vV".indexOf(line.charAt(i)) >= 0) {
      i++;
    }
    int from = i;
    int dots = 0;
    while (i < line.length() && (Character.isDigit(line.charAt(i)) || line.charAt(i) == '.')) {
      dots += line.charAt(i) == '.' ? 1 : 0;
      i++;
    }
    boolean heading = line.startsWith("##") || line.startsWith("[") || dots == 2;
    return heading && dots > 0 && i - from > 2 && line.length() < 80;
  }

  /** Whether a line is of a commit's message, which git prints with an indent. */
  private boolean isCommitted(int index, String line) {
    if (!line.startsWith("    ")) {
      return false;
    }
    for (int i = index - 1; i >= Math.max(0, index - ABOVE); i--) {
      String above = flat.lines.get(i).text();
      if (above.startsWith("Author: ") || above.startsWith("Date: ")) {
        return true;
      }
      if (!above.isBlank() && !above.startsWith("    ")) {
        return false;
      }
    }
    return false;
  }

  /** Whether botocore's log says that it calls once more; how that ended is told further down. */
  private static boolean isRetried(String line) {
    return line.contains("etry needed");
  }

  private static boolean isOtherCloud(String line) {
    return OTHER_CLOUDS.stream().anyMatch(line::contains)
        && !line.contains("amazonaws.com")
        && !line.contains("boto");
  }

  /** Whether a line says what to do in case of a failure, of which it has nothing particular. */
  private static boolean isCondition(String line) {
    String lower = line.toLowerCase(Locale.ROOT);
    int i = 0;
    while (i < lower.length() && " \"'#*->/;".indexOf(lower.charAt(i)) >= 0) {
      i++;
    }
    int from = i;
    return CONDITIONS.stream().anyMatch(c -> lower.startsWith(c, from))
        && PERSONAL.stream().noneMatch((' ' + lower)::contains)
        && !lower.contains("arn:aws")
        && !lower.contains("amazonaws.com");
  }
}
