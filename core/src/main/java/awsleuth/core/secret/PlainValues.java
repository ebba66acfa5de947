package awsleuth.core.secret;

import java.util.Set;

/** Values that stand where a secret could and tell nothing. */
final class PlainValues {

  /** Operations that awsleuth itself tells the answers of. */
  private static final Set<String> READING =
      Set.of(
          "LookupEvents",
          "SimulatePrincipalPolicy",
          "DecodeAuthorizationMessage",
          "FilterLogEvents",
          "GetMetricData",
          "GetServiceQuota");

  private static final int SHORTEST_MIXED = 8;

  private static final String QUOTES = "\"'`\\";

  private PlainValues() {}

  /** Whether a value is empty, all stars, a placeholder, no value at all, or masked already. */
  static boolean isPlain(String written) {
    String value = bare(written);
    return value.isEmpty()
        || isOneCharacter(value)
        || isPlaceholder(value)
        || value.startsWith("(secret")
        || value.equals("None")
        || value.equals("null")
        || value.equals("true")
        || value.equals("false");
  }

  /**
   * Whether a word after a name and a colon rather begins what a program says of it: {@code cannot
   * read the password: An error occurred}, {@code InvalidToken: the session has expired}.
   */
  static boolean beginsSentence(String written) {
    String word = written.endsWith(":") ? written.substring(0, written.length() - 1) : written;
    return word.equalsIgnoreCase("an")
        || word.equalsIgnoreCase("a")
        || word.equalsIgnoreCase("the")
        || word.equals("is")
        || READING.contains(word)
        || word.equals("Unable")
        || word.endsWith("Error")
        || word.endsWith("Exception")
        || word.endsWith("Fault")
        || word.endsWith("Denied");
  }

  private static String bare(String written) {
    int from = 0;
    int to = written.length();
    while (from < to && isBlankOrQuote(written.charAt(from))) {
      from++;
    }
    while (to > from && isBlankOrQuote(written.charAt(to - 1))) {
      to--;
    }
    return written.substring(from, to);
  }

  private static boolean isBlankOrQuote(char c) {
    return c <= ' ' || QUOTES.indexOf(c) >= 0;
  }

  private static boolean isOneCharacter(String value) {
    char first = value.charAt(0);
    if ("*xX.•-".indexOf(first) < 0) {
      return false;
    }
    for (int i = 1; i < value.length(); i++) {
      if (value.charAt(i) != first) {
        return false;
      }
    }
    return true;
  }

  /** Whether a value is a number of few digits: a PIN, a code of one use. */
  static boolean isDigits(String written) {
    String value = bare(written);
    return value.length() >= 3
        && value.length() <= 12
        && value.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  /** Whether a value has letters and digits and is no path, ARN, call, variable or date. */
  static boolean isMixed(String value) {
    boolean letter = false;
    boolean digit = false;
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c <= ' ' || "()[]{}<>$/\\:".indexOf(c) >= 0) {
        return false;
      }
      letter |= Character.isLetter(c);
      digit |= c >= '0' && c <= '9';
    }
    return letter && digit && value.length() >= SHORTEST_MIXED;
  }

  /** Whether a value is a file's path: the directory that {@code pwd} names. */
  static boolean isPath(String written) {
    return written.startsWith("/")
        || written.startsWith("~/")
        || written.startsWith("./")
        || written.startsWith(":\\", 1);
  }

  /** {@code <password>}, {@code ${PASSWORD}}, {@code $PASSWORD}, {@code {password}}. */
  private static boolean isPlaceholder(String value) {
    if (value.length() > 80) {
      return false;
    }
    boolean braces = value.startsWith("{") && value.endsWith("}");
    boolean angles = value.startsWith("<") && (value.endsWith(">") || value.indexOf('>') < 0);
    if (!braces && !angles && !value.startsWith("$")) {
      return false;
    }
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (!Character.isLetter(c) && "<>${}_-. ()".indexOf(c) < 0) {
        return false;
      }
    }
    return true;
  }
}
