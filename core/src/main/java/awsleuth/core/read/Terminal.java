package awsleuth.core.read;

/** Takes terminal sequences and control characters out of text. */
final class Terminal {

  private static final char ESC = '\u001b';

  private Terminal() {}

  /** The text without escape sequences; other control characters but tab become spaces. */
  static String plain(String text) {
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
        if (c != '\ufeff' && c != '\u200b' && c != '\0') {
          out.append(isOdd(c) ? ' ' : c);
        }
        i++;
      }
    }
    return out.toString();
  }

  private static boolean isOdd(char c) {
    return (c < ' ' && c != '\t')
        || (c >= '\u007f' && c <= '\u00a0')
        || c == '\ufeff'
        || c == '\u200b';
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
    while (i < n && (text.charAt(i) < '@' || text.charAt(i) > '~')) {
      i++;
    }
    return Math.min(n, i + 1);
  }

  private static int afterOperatingSystemCommand(String text, int from) {
    int i = from;
    while (i < text.length() && text.charAt(i) != '\u0007' && text.charAt(i) != ESC) {
      i++;
    }
    return Math.min(text.length(), i + (i < text.length() && text.charAt(i) == ESC ? 2 : 1));
  }
}
