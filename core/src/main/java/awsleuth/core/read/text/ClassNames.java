package awsleuth.core.read.text;

/** Finds exception class names in text. */
public final class ClassNames {

  private ClassNames() {}

  /** Whether a character may stand in a class name, dots included. */
  public static boolean isPart(char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || c == '_'
        || c == '.';
  }

  /** The last segment of a dotted name. */
  public static String simple(String dotted) {
    return dotted.substring(dotted.lastIndexOf('.') + 1);
  }

  /** The dotted name that ends right before a position; empty where there is none. */
  public static String endingAt(CharSequence text, int end) {
    int start = end;
    while (start > 0 && isPart(text.charAt(start - 1)) && end - start < 200) {
      start--;
    }
    return text.subSequence(start, end).toString();
  }

  /** Whether a dotted name reads like an exception class. */
  public static boolean isException(String dotted) {
    String name = simple(dotted);
    if (name.length() < 5 || !Character.isUpperCase(name.charAt(0))) {
      return false;
    }
    if (dotted.length() > name.length()
        && (dotted.startsWith("botocore.") || dotted.startsWith("boto3."))) {
      return true;
    }
    return isExceptionName(name) && !isUpper(name);
  }

  private static boolean isExceptionName(String name) {
    return (name.endsWith("Error") && name.length() > 5)
        || name.endsWith("Exception")
        || (name.endsWith("Fault") && name.length() > 5)
        || name.endsWith("Timeout")
        || name.endsWith("VersionConflict");
  }

  private static boolean isUpper(String name) {
    for (int i = 0; i < name.length(); i++) {
      if (Character.isLowerCase(name.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  /** The last exception class before a colon or parenthesis in a lead. */
  public static String lastIn(String lead) {
    String last = "";
    for (int i = 1; i < lead.length(); i++) {
      char c = lead.charAt(i);
      if (c == ':' || c == '(') {
        String dotted = endingAt(lead, i);
        boolean named = isException(dotted) || dotted.equals("Exception");
        last = named ? simple(dotted) : last;
      }
    }
    return last;
  }

  /**
   * The exception class right before a message: {@code pkg.Class: message}, {@code
   * Class('message'}, {@code <class 'pkg.Class'> message}, {@code Class[46]: message}.
   *
   * @return the simple name; empty where there is none
   */
  public static String before(CharSequence text, int messageStart, String code) {
    int i = messageStart;
    boolean colon = false;
    while (i > 0 && messageStart - i < 12) {
      char c = text.charAt(i - 1);
      if (c == ':') {
        colon = true;
      } else if (c != ' ' && c != '\n' && c != '(' && c != '"' && c != '\'' && c != '>'
          && c != '`') {
        break;
      }
      i--;
    }
    if (i > 0 && text.charAt(i - 1) == ']' && colon) {
      int open = i - 2;
      while (open > 0 && Character.isDigit(text.charAt(open))) {
        open--;
      }
      i = open > 0 && text.charAt(open) == '[' ? open : i;
    }
    String dotted = endingAt(text, i);
    String name = simple(dotted);
    if (i < messageStart && (isException(dotted) || (!name.isEmpty() && name.equals(code)))) {
      return name;
    }
    boolean called = i + 2 == messageStart && text.charAt(i) == '(';
    boolean legacyCode = code.indexOf('.') > 0 && i < messageStart;
    if ((called || legacyCode) && CodeWords.looksLikeCode(name)) {
      return name;
    }
    return i < messageStart && dotted.equals("Exception") ? dotted : "";
  }
}
