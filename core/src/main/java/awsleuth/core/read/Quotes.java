package awsleuth.core.read;

/** Quotes around values. */
final class Quotes {

  private Quotes() {}

  /** A value without white space, line breaks and quotes of any kind around it. */
  static String bare(String value) {
    String v = value.replace("\n", "").strip();
    int start = 0;
    int end = v.length();
    while (start < end && isQuote(v.charAt(start))) {
      start++;
    }
    while (end > start && (isQuote(v.charAt(end - 1)) || v.charAt(end - 1) == '\\')) {
      end--;
    }
    return v.substring(start, end);
  }

  static boolean isQuote(char c) {
    return c == '"' || c == '\'' || c == '`' || (c >= '\u2018' && c <= '\u201f');
  }
}
