package awsleuth.core.fact;

/** The white space, words and quotes of an access-denied sentence. */
final class DenialText {

  private static final int LONGEST = 20_000;
  private static final String CLOSING = ".,;:!?)]}>'\"`\u2019\u201d";
  private static final String OPENING = "([{'\"`\u2018\u201c";

  private DenialText() {}

  /**
   * The text with white space and escaped line breaks folded to single spaces, escaped quotes made
   * plain. No more than its first 20,000 characters are looked at.
   */
  static String plain(String text) {
    int end = Math.min(text.length(), LONGEST);
    StringBuilder out = new StringBuilder(end);
    for (int i = 0; i < end; i++) {
      char c = text.charAt(i);
      char next = i + 1 < end ? text.charAt(i + 1) : ' ';
      boolean escape = c == '\\';
      if (escape && (next == 'n' || next == 't' || next == 'r')) {
        i++;
        space(out);
      } else if (Character.isWhitespace(c) || c == '\u00a0') {
        space(out);
      } else if (!escape || (next != '"' && next != '\'' && next != '\\')) {
        out.append(c);
      }
    }
    return out.toString();
  }

  private static void space(StringBuilder out) {
    if (!out.isEmpty() && out.charAt(out.length() - 1) != ' ') {
      out.append(' ');
    }
  }

  /** Where the word that begins at a place ends: at white space or the text's end. */
  static int wordEnd(String text, int from) {
    int space = text.indexOf(' ', from);
    return space < 0 ? text.length() : space;
  }

  /** The text in lower case, each character in its place: some have two in lower case. */
  static String lower(String text) {
    char[] lower = text.toCharArray();
    for (int i = 0; i < lower.length; i++) {
      lower[i] = Character.toLowerCase(lower[i]);
    }
    return new String(lower);
  }

  /** A word without the quotes, brackets and punctuation around it. */
  static String bare(String word) {
    int from = 0;
    int to = word.length();
    while (from < to && OPENING.indexOf(word.charAt(from)) >= 0) {
      from++;
    }
    while (to > from && CLOSING.indexOf(word.charAt(to - 1)) >= 0) {
      to--;
    }
    return word.substring(from, to);
  }

  /** Whether a word is an IAM action: {@code s3:ListBucket}, {@code iam:Get*} or {@code null}. */
  static boolean isAction(String word) {
    int colon = word.indexOf(':');
    if (colon <= 0 || colon == word.length() - 1) {
      return word.equals("null");
    }
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
      boolean other = (c >= '0' && c <= '9') || c == '-' || (i > colon && (c == '*' || c == '_'));
      if (i != colon && !letter && !other) {
        return false;
      }
    }
    return true;
  }
}
