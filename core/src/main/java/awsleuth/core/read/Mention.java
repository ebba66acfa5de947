package awsleuth.core.read;

import awsleuth.core.read.text.ClassNames;
import java.util.List;
import java.util.Locale;

/** Tells an error code that a line only mentions from one that it prints. */
final class Mention {

  /** Words that say that a failure was foreseen, and that nothing came of it. */
  private static final List<String> FORESEEN =
      List.of(
          "expected",
          "ignor",
          "is normal",
          "are normal",
          "harmless",
          "not an error",
          "no error",
          "fall back",
          "falling back",
          "handled");

  private static final List<String> COUNTS =
      List.of("=0", " = 0", ": 0", " count=0", "\" 0", "\"} 0");
  private static final int NEAR = 12;

  private Mention() {}

  /**
   * Whether a code is only spoken of: as something that may happen, that was foreseen, that did not
   * happen, or as one of several.
   */
  static boolean isMere(String line, String code, int end) {
    int start = end - code.length();
    if (line.startsWith("?", end) || isOneOfSeveral(line, start, end) || isCountOfNone(line, end)) {
      return true;
    }
    return isDocumented(line, start) || (!line.startsWith(": ", end) && isForeseen(line, code));
  }

  /** {@code or CODE}, {@code CODE or}, and lists of codes in brackets. */
  private static boolean isOneOfSeveral(String line, int start, int end) {
    String lead = line.substring(Math.max(0, start - NEAR), start);
    if (lead.endsWith(" or ") || lead.endsWith(" or `") || line.startsWith(" or ", end)) {
      return true;
    }
    int open = line.lastIndexOf('[', start);
    int close = line.indexOf(']', end);
    return open >= 0
        && close > 0
        && line.substring(open, close).indexOf(',') > 0
        && line.substring(open + 1, close).chars().allMatch(c -> isOfList((char) c));
  }

  private static boolean isOfList(char c) {
    return ClassNames.isPart(c) || c == ',' || c == ' ' || c == '"' || c == '\'';
  }

  private static boolean isCountOfNone(String line, int end) {
    for (String count : COUNTS) {
      int after = end + count.length();
      if (line.startsWith(count, end)
          && (after == line.length() || !Character.isLetterOrDigit(line.charAt(after)))) {
        return true;
      }
    }
    return false;
  }

  /** {@code S3.Client.exceptions.NoSuchKey}: boto3's documentation names classes so. */
  private static boolean isDocumented(String line, int start) {
    String lead = line.substring(0, Math.max(0, start));
    return lead.endsWith(".Client.exceptions.") && Character.isUpperCase(lead.strip().charAt(0));
  }

  private static boolean isForeseen(String line, String code) {
    String lower = line.replace(code, "").toLowerCase(Locale.ROOT);
    return FORESEEN.stream().anyMatch(lower::contains);
  }

  /** Whether signs set a code apart as something printed: brackets, quotes, a dash, line's ends. */
  static boolean isMarked(String line, int start, int end) {
    String before = line.substring(0, start).stripTrailing();
    String after = line.substring(end).stripLeading();
    boolean begins =
        before.isEmpty() || ":([{=>\"'`-|,.!".indexOf(before.charAt(before.length() - 1)) >= 0;
    boolean ends = after.isEmpty() || ":)]}=\"'`-|,;(!<".indexOf(after.charAt(0)) >= 0;
    return (begins && ends) || before.isEmpty() || before.endsWith("(") || before.endsWith("[");
  }
}
