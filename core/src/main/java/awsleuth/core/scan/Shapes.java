package awsleuth.core.scan;

/** Hashes (FNV-1a) of bytes in which all numbers and hexadecimal ids count alike. */
public final class Shapes {

  /** The hash of nothing. */
  public static final long START = 0xcbf29ce484222325L;

  /** The digits of a status of HTTP. */
  private static final int STATUS = 3;

  /** How far before a status its name may end. */
  private static final int NEAR = 10;

  private Shapes() {}

  /** A hash with one more byte. */
  public static long add(long hash, byte b) {
    return (hash ^ b) * 0x100000001b3L;
  }

  /** Whether a byte is a digit, or goes on a number or id that the byte before it is of. */
  public static boolean isNumber(byte b, boolean inNumber) {
    return (b >= '0' && b <= '9') || (inNumber && ((b >= 'a' && b <= 'f') || b == '-'));
  }

  /**
   * Whether the number that begins at a place is part of a name ({@code ListObjectsV2}), of a
   * Region ({@code eu-west-1}), or a status: in parentheses, or after the word.
   */
  public static boolean tells(byte[] bytes, int at) {
    if (at < 2) {
      return false;
    }
    byte before = bytes[at - 1];
    return isLetter(before)
        || (before == '-' && isRegion(bytes, at))
        || (before == '(' && at + STATUS < bytes.length && bytes[at + STATUS] == ')')
        || isAfterStatus(bytes, at);
  }

  /** Whether the one digit after a direction, as in {@code us-east-1}, begins there. */
  private static boolean isRegion(byte[] bytes, int at) {
    byte last = bytes[at - 2];
    boolean one = at + 1 >= bytes.length || !isNumber(bytes[at + 1], false);
    return one && (last == 't' || last == 'h' || last == 'l');
  }

  /** Whether {@code status}, {@code StatusCode: } or the like stands a few bytes before. */
  private static boolean isAfterStatus(byte[] bytes, int at) {
    for (int i = at - 1; i >= Math.max(4, at - NEAR); i--) {
      if (bytes[i] == 's'
          && bytes[i - 1] == 'u'
          && bytes[i - 2] == 't'
          && bytes[i - 3] == 'a'
          && bytes[i - 4] == 't') {
        return true;
      }
    }
    return false;
  }

  private static boolean isLetter(byte b) {
    return (b >= 'a' && b <= 'z') || (b >= 'A' && b <= 'Z');
  }
}
