package awsleuth.core.scan;

/** Hashes (FNV-1a) of bytes in which all numbers and hexadecimal ids count alike. */
public final class Shapes {

  /** The hash of nothing. */
  public static final long START = 0xcbf29ce484222325L;

  private Shapes() {}

  /** A hash with one more byte. */
  public static long add(long hash, byte b) {
    return (hash ^ b) * 0x100000001b3L;
  }

  /** Whether a byte is a digit, or goes on a number or id that the byte before it is of. */
  public static boolean isNumber(byte b, boolean inNumber) {
    return (b >= '0' && b <= '9') || (inNumber && ((b >= 'a' && b <= 'f') || b == '-'));
  }
}
