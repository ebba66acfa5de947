package awsleuth.core.read.document;

/** The IAM action that a sentence says was denied or throttled. */
public final class Action {

  private Action() {}

  /** The IAM action that a sentence says was denied or throttled; empty where there is none. */
  public static String in(String message) {
    int denied = message.lastIndexOf("authorized to perform");
    int throttled = message.indexOf("has been throttled on ");
    if (denied < 0 && throttled < 0) {
      return "";
    }
    int i =
        denied < 0
            ? throttled + "has been throttled on ".length()
            : denied + "authorized to perform".length();
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

  private static boolean isActionPart(char c) {
    return Character.isLetterOrDigit(c) || c == ':' || c == '-' || c == '*';
  }
}
