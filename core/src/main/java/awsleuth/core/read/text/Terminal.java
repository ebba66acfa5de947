package awsleuth.core.read.text;

/** Takes terminal sequences and control characters out of text. */
public final class Terminal {

  private static final char ESC = '\u001b';

  private Terminal() {}

  /**
   * The text without escape sequences and without characters that turn the direction of writing;
   * other control characters but tab and line feed become spaces.
   */
  public static String plain(String text) {
    int i = 0;
    int n = text.length();
    while (i < n && !isOdd(text.charAt(i))) {
      i++;
    }
    if (i == n) {
      return text;
    }
    StringBuilder out = new StringBuilder(n).append(text, 0, i);
    while (i < n) {
      char c = text.charAt(i);
      if (c == ESC || c == '\u009b') {
        i = afterSequence(text, i);
      } else {
        if (c < '\u200b' ? c != '\0' : !isOdd(c)) {
          out.append(isOdd(c) ? ' ' : c);
        }
        i++;
      }
    }
    return out.toString();
  }

  private static boolean isOdd(char c) {
    return (c < ' ' && c != '\t' && c != '\n')
        || (c >= '\u007f' && c <= '\u00a0')
        || c == '\u200b'
        || (c >= '\u200e' && c <= '\u200f')
        || (c >= '\u202a' && c <= '\u202e')
        || (c >= '\u2066' && c <= '\u2069')
        || c == '\ufeff';
  }

  private static int afterSequence(String text, int at) {
    int i = at + 1;
    int n = text.length();
    if (text.charAt(at) == ESC && i < n) {
      char kind = text.charAt(i++);
      if (kind == ']') {
        return afterOperatingSystemCommand(text, i);
      }
      if (kind != '[') {
        return i;
      }
    }
    while (i < n && text.charAt(i) >= ' ' && (text.charAt(i) < '@' || text.charAt(i) > '~')) {
      i++;
    }
    return i < n && text.charAt(i) >= ' ' ? i + 1 : i;
  }

  private static int afterOperatingSystemCommand(String text, int from) {
    int i = from;
    while (i < text.length() && "\u0007\u001b\n".indexOf(text.charAt(i)) < 0) {
      i++;
    }
    boolean open = i == text.length() || text.charAt(i) == '\n';
    return open ? i : Math.min(text.length(), i + (text.charAt(i) == ESC ? 2 : 1));
  }
}
