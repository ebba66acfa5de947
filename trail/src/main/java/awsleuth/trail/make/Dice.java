package awsleuth.trail.make;

import java.util.List;
import java.util.SplittableRandom;

/** Random values that follow from a seed and a name alone. */
final class Dice {

  private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  private static final String BASE62 =
      "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
  private static final char[] HEX = "0123456789abcdef".toCharArray();

  private final SplittableRandom random;

  private Dice(long seed) {
    this.random = new SplittableRandom(seed);
  }

  /** Those of a seed and what they are for. */
  static Dice of(long seed, long... parts) {
    long mixed = seed;
    for (long part : parts) {
      mixed = mix(mixed ^ (part * 0x9e3779b97f4a7c15L + 0x632be59bd9b4e019L));
    }
    return new Dice(mixed);
  }

  /** Those of a seed and a name. */
  static Dice of(long seed, String name) {
    long mixed = seed;
    for (int i = 0; i < name.length(); i++) {
      mixed = mix(mixed + name.charAt(i));
    }
    return new Dice(mix(mixed));
  }

  private static long mix(long z) {
    long a = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    long b = (a ^ (a >>> 27)) * 0x94d049bb133111ebL;
    return b ^ (b >>> 31);
  }

  /** A whole number from 0 to below a bound. */
  int below(int bound) {
    return random.nextInt(bound);
  }

  /** A whole number from 0 to below a bound. */
  long below(long bound) {
    return random.nextLong(bound);
  }

  /** True in so many of a thousand. */
  boolean chance(int perMille) {
    return random.nextInt(1000) < perMille;
  }

  <T> T one(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }

  /** So many hexadecimal digits. */
  String hex(int digits) {
    return letters(digits, i -> HEX[i & 15]);
  }

  /** So many digits and capital letters, as IDs of IAM have them. */
  String capitals(int length) {
    return letters(length, i -> BASE32.charAt(i & 31));
  }

  /** So many letters and digits. */
  String letters(int length) {
    return letters(length, i -> BASE62.charAt((i & 0x7fffffff) % 62));
  }

  private static final int BITS = 10;

  private String letters(int length, java.util.function.IntFunction<Character> letter) {
    StringBuilder out = new StringBuilder(length);
    long left = 0;
    for (int i = 0; i < length; i++) {
      if (i % 6 == 0) {
        left = random.nextLong();
      }
      out.append(letter.apply((int) (left & ((1 << BITS) - 1))).charValue());
      left >>>= BITS;
    }
    return out.toString();
  }

  /** An ID as request and event IDs are. */
  String uuid() {
    String h = hex(30);
    return String.join(
        "-",
        h.substring(0, 8),
        h.substring(8, 12),
        "4" + h.substring(12, 15),
        "89ab".charAt(random.nextInt(4)) + h.substring(15, 18),
        h.substring(18));
  }
}
