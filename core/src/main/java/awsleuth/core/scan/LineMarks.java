package awsleuth.core.scan;

import java.nio.charset.StandardCharsets;

/**
 * Tells the lines that belong to a traceback or continue a message, with any prefix before them.
 */
final class LineMarks {

  private static final int LOOKED_AT = 240;
  private static final byte[] FRAME = ascii("File \"");
  private static final byte[] TRACEBACK = ascii("Traceback (");
  private static final byte[] EXCEPTION_ABOVE = ascii("The above exception");
  private static final byte[] DURING = ascii("During handling of");
  private static final byte[] CAUSED_BY = ascii("Caused by: ");
  private static final byte[] CARETS = ascii("^^^");
  private static final byte[] TILDES = ascii("~~~");
  private static final byte[] ARROW = ascii("---->");

  private LineMarks() {}

  private static byte[] ascii(String s) {
    return s.getBytes(StandardCharsets.US_ASCII);
  }

  /** Whether a line has nothing but blanks. */
  static boolean isBlank(byte[] bytes, int from, int to) {
    for (int i = from; i < Math.min(to, from + LOOKED_AT); i++) {
      if (bytes[i] > ' ' || bytes[i] < 0) {
        return false;
      }
    }
    return true;
  }

  /** Whether a line begins as a record of a log does: a time, a level, a bracket; or is blank. */
  static boolean isRecord(byte[] bytes, int from, int to) {
    byte first = bytes[from];
    byte second = from + 1 < to ? bytes[from + 1] : (byte) '\n';
    boolean month = from + 5 < to && bytes[from + 3] == ' ' && bytes[from + 4] <= '9';
    return (first >= '0' && first <= '9')
        || first == '['
        || first == '{'
        || first == '<'
        || (isCapital(first) && (isCapital(second) || month))
        || isBlank(bytes, from, to);
  }

  private static boolean isCapital(byte b) {
    return b >= 'A' && b <= 'Z';
  }

  /** Whether a line that is not blank is indented, boxed or marked as a part of a traceback. */
  static boolean isPart(byte[] bytes, int from, int to) {
    if (from == to) {
      return false;
    }
    if (beginsAsPart(bytes, from, to)) {
      return !isBlank(bytes, from, to);
    }
    int end = Math.min(to, from + LOOKED_AT);
    for (int i = from; i < end; i++) {
      if (isMark(bytes, i, to)) {
        return true;
      }
    }
    return false;
  }

  private static boolean beginsAsPart(byte[] bytes, int from, int to) {
    byte second = from + 1 < to ? bytes[from + 1] : (byte) '\n';
    return switch (bytes[from]) {
      case ' ', '\t', '|' -> true;
      case 'E', '>' -> second == ' ' && from + 2 < to && bytes[from + 2] == ' ';
      // Box drawing: U+2500 to U+257F, and the arrow U+2771 of framed tracebacks.
      case (byte) 0xe2 -> second == (byte) 0x94 || second == (byte) 0x95 || second == (byte) 0x9d;
      default -> false;
    };
  }

  private static boolean isMark(byte[] bytes, int at, int to) {
    return switch (bytes[at]) {
      case 'F' -> is(FRAME, bytes, at, to);
      case 'T' -> is(TRACEBACK, bytes, at, to) || is(EXCEPTION_ABOVE, bytes, at, to);
      case 'D' -> is(DURING, bytes, at, to);
      case 'C' -> is(CAUSED_BY, bytes, at, to);
      case '^' -> is(CARETS, bytes, at, to);
      case '~' -> is(TILDES, bytes, at, to);
      case '-' -> is(ARROW, bytes, at, to);
      default -> false;
    };
  }

  private static boolean is(byte[] mark, byte[] bytes, int at, int to) {
    if (to - at < mark.length) {
      return false;
    }
    for (int i = 1; i < mark.length; i++) {
      if (bytes[at + i] != mark[i]) {
        return false;
      }
    }
    return true;
  }
}
