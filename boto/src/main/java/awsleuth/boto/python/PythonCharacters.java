package awsleuth.boto.python;

/** What Python says of a character. */
final class PythonCharacters {

  /** First and last of each run of digits, such as superscripts, that {@code int} does not read. */
  private static final int[] OTHER_DIGITS = {
    0xb2, 0xb3, 0xb9, 0xb9, 0x1369, 0x1371, 0x19da, 0x19da, 0x2070, 0x2070, 0x2074, 0x2079, 0x2080,
    0x2089, 0x2460, 0x2468, 0x2474, 0x247c, 0x2488, 0x2490, 0x24ea, 0x24ea, 0x24f5, 0x24fd, 0x24ff,
    0x24ff, 0x2776, 0x277e, 0x2780, 0x2788, 0x278a, 0x2792, 0x10a40, 0x10a43, 0x10e60, 0x10e68,
    0x11052, 0x1105a, 0x1f100, 0x1f10a
  };

  private PythonCharacters() {}

  /** {@code str.isprintable} of one character. */
  static boolean isPrintable(int c) {
    if (c < 0x7f) {
      return c >= ' ';
    }
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SPACE_SEPARATOR ->
          false;
      default -> true;
    };
  }

  /** {@code str.isdigit} of one character. */
  static boolean isDigit(int c) {
    return c < 0x80 ? c >= '0' && c <= '9' : Character.isDigit(c) || within(OTHER_DIGITS, c);
  }

  private static boolean within(int[] runs, int c) {
    for (int i = 0; i < runs.length; i += 2) {
      if (c >= runs[i] && c <= runs[i + 1]) {
        return true;
      }
    }
    return false;
  }

  /** The text with the decimal digits of all scripts and all spaces as those of ASCII. */
  static String ascii(String text) {
    if (isPlain(text)) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length());
    asciiDigits(text)
        .codePoints()
        .forEach(c -> out.appendCodePoint(PythonSpaces.isSpace(c) ? ' ' : c));
    return out.toString();
  }

  /** The text with the decimal digits of all scripts as those of ASCII. */
  static String asciiDigits(String text) {
    if (isPlain(text)) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length());
    text.codePoints()
        .forEach(c -> out.appendCodePoint(Character.isDigit(c) ? '0' + Character.digit(c, 10) : c));
    return out.toString();
  }

  private static boolean isPlain(String text) {
    return text.chars().allMatch(c -> c > ' ' && c < 0x7f);
  }
}
