package awsleuth.core.read.document;

/** The IAM action that a sentence says was denied or throttled. */
public final class Action {

  private static final String DENIED = "authorized to perform";
  private static final String LAST = "perform";
  private static final String THROTTLED = "has been throttled on ";

  private Action() {}

  /** The IAM action that a sentence says was denied or throttled; empty where there is none. */
  public static String in(String message) {
    int i = behind(message);
    if (i < 0) {
      return "";
    }
    while (i < message.length() && (message.charAt(i) == ':' || message.charAt(i) == ' ')) {
      i++;
    }
    int end = i;
    while (end < message.length() && isActionPart(message.charAt(end))) {
      end++;
    }
    String action = message.substring(i, end);
    return action.indexOf(':') > 0 ? action : "";
  }

  /** Where the words before the action end, of which a cut may have left but the last; -1. */
  private static int behind(String message) {
    int denied = message.lastIndexOf(DENIED);
    int throttled = message.indexOf(THROTTLED);
    if (denied >= 0 || throttled >= 0) {
      return denied >= 0 ? denied + DENIED.length() : throttled + THROTTLED.length();
    }
    int from = message.startsWith("...") ? 3 : message.startsWith("\u2026") ? 1 : 0;
    int colon = message.indexOf(": ", from);
    boolean cut =
        colon >= from + LAST.length()
            && colon < from + DENIED.length()
            && DENIED.endsWith(message.substring(from, colon));
    return cut ? colon : -1;
  }

  private static boolean isActionPart(char c) {
    return Character.isLetterOrDigit(c) || c == ':' || c == '-' || c == '*';
  }
}
