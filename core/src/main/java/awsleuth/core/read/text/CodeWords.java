package awsleuth.core.read.text;

import java.util.List;
import java.util.function.Predicate;

/** Words of a line that may be error codes. */
public final class CodeWords {

  /** What SDKs call their own errors though services have codes of the same name. */
  private static final List<String> NO_CODES =
      List.of("RequestError", "InvalidCertificateException");

  private CodeWords() {}

  /** The colon after the first word of a line that reads like an error code; -1 where none. */
  public static int colonOf(String line) {
    return colonOf(line, _ -> true);
  }

  /** The same, of those words that are wanted. */
  public static int colonOf(String line, Predicate<String> wanted) {
    for (int i = line.indexOf(':'); i >= 0; i = line.indexOf(':', i + 1)) {
      boolean ends = i + 1 == line.length() || line.charAt(i + 1) == ' ';
      String word = ends ? wordAt(line, i) : "";
      if (looksLikeCode(word.replace(".", "")) && wanted.test(word)) {
        return i;
      }
    }
    return -1;
  }

  /**
   * The word before a position; empty where a backslash, which joins PHP's names, precedes it, or
   * the service of an action ({@code sts:GetCallerIdentity}).
   */
  public static String wordAt(String line, int end) {
    String word = ClassNames.endingAt(line, end);
    if (word.startsWith("java")
        || word.startsWith("requests.")
        || NO_CODES.contains(ClassNames.simple(word))) {
      return "";
    }
    int before = end - word.length() - 1;
    char c = before < 0 ? ' ' : line.charAt(before);
    boolean action = c == ':' && before > 0 && Character.isLowerCase(line.charAt(before - 1));
    return c == '\\' || action ? "" : ofDotted(word);
  }

  /**
   * The code that a dotted word ends with: all of it where EC2 writes its codes so ({@code
   * InvalidGroup.Duplicate}), the last part where modules or packages stand before a class.
   */
  public static String ofDotted(String dotted) {
    String last = ClassNames.simple(dotted);
    boolean plain = dotted.length() == last.length() || ClassNames.isException(last);
    if (plain || dotted.indexOf('.') != dotted.length() - last.length() - 1) {
      return last;
    }
    return Character.isUpperCase(dotted.charAt(0)) && Character.isUpperCase(last.charAt(0))
        ? dotted
        : last;
  }

  /** Whether a word has the shape of an error code: two humps or more, no underscore. */
  public static boolean looksLikeCode(String word) {
    int humps = 0;
    boolean lower = false;
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      if (!Character.isLetterOrDigit(c)) {
        return false;
      }
      humps +=
          Character.isUpperCase(c) && (i == 0 || Character.isLowerCase(word.charAt(i - 1))) ? 1 : 0;
      lower |= Character.isLowerCase(c);
    }
    return (lower && humps >= 2 && word.length() > 5) || word.equals("Throttling");
  }
}
