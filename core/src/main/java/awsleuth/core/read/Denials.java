package awsleuth.core.read;

/** Knows where an access-denied sentence can be folded. */
final class Denials {

  private Denials() {}

  /** Whether a text stands in the middle of an access-denied sentence. */
  static boolean isOpen(StringBuilder text) {
    int at = Math.max(text.lastIndexOf("User: "), text.lastIndexOf("authorized to perform"));
    if (at < 0 || text.length() - at > 1500) {
      return false;
    }
    return text.indexOf(" action", at) < 0 && text.indexOf(" policy", at) < 0;
  }

  /** Whether a line reads like the next piece of an access-denied sentence. */
  static boolean continues(String line) {
    String s = line.strip();
    return s.startsWith("is not")
        || s.startsWith("not ")
        || s.startsWith("on resource")
        || s.startsWith("because")
        || s.startsWith("with an")
        || s.startsWith("to perform")
        || s.startsWith("perform")
        || s.startsWith("authorized")
        || s.startsWith("\"arn:")
        || s.startsWith("arn:")
        || (s.indexOf(':') > 0 && s.indexOf(' ') < 0)
        || (!s.isEmpty()
            && Character.isLowerCase(s.charAt(0))
            && s.indexOf(':') != s.indexOf(": "));
  }
}
