package awsleuth.core.read.text;

/** Quotes around values. */
public final class Quotes {

  private Quotes() {}

  /** A value without white space, line breaks and quotes of any kind around it. */
  public static String bare(String value) {
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

  /** Whether it is a quotation mark, single, double or typographic. */
  public static boolean isQuote(char c) {
    return c == '"' || c == '\'' || c == '`' || (c >= '\u2018' && c <= '\u201f');
  }
}
