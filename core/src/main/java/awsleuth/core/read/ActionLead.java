package awsleuth.core.read;

/**
 * What GitHub Actions and Azure Pipelines put before a line of a job's log: {@code
 * 2025-09-14T03:12:46.8234567Z ##[error]}, {@code ::error file=deploy.py,line=12::}, {@code Error:
 * }.
 */
final class ActionLead {

  private static final int LONGEST_TIME = 34;
  private static final int LONGEST = 200;

  private ActionLead() {}

  /** Where the text of a line begins after such marks; its first position where there are none. */
  static int end(String text, int from, int to) {
    int at = afterTime(text, from, to);
    if (text.startsWith("##[error]", at)) {
      at += "##[error]".length();
    } else if (text.startsWith("::error", at)) {
      int close = text.indexOf("::", at + 2, Math.min(to, at + LONGEST));
      at = close < 0 ? at : close + 2;
    } else if (text.startsWith("Error: ", at)) {
      at += "Error: ".length();
    } else {
      return from;
    }
    return at > to ? from : at;
  }

  private static int afterTime(String text, int from, int to) {
    int i = from;
    int end = Math.min(to, from + LONGEST_TIME);
    while (i < end
        && (Character.isDigit(text.charAt(i)) || "-T:.Z+".indexOf(text.charAt(i)) >= 0)) {
      i++;
    }
    return i > from && i < to && text.charAt(i) == ' ' ? i + 1 : from;
  }
}
