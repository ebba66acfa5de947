package awsleuth.boto.params;

/** The spaces of {@code \s} in a pattern of Python's. */
final class PythonSpaces {

  private PythonSpaces() {}

  /** Whether a text has no space. */
  static boolean none(String text) {
    return text.codePoints()
        .noneMatch(c ->
            (c >= 0x9 && c <= 0xd)
                || (c >= 0x1c && c <= 0x20)
                || c == 0x85
                || Character.isSpaceChar(c));
  }
}
