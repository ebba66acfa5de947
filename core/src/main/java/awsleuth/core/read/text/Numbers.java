package awsleuth.core.read.text;

import java.util.OptionalInt;

/** Small numbers in text. */
public final class Numbers {

  private Numbers() {}

  /** A number of one to nine digits; empty for anything else. */
  public static OptionalInt parse(String digits) {
    if (digits.isEmpty() || digits.length() > 9) {
      return OptionalInt.empty();
    }
    int n = 0;
    for (int i = 0; i < digits.length(); i++) {
      char c = digits.charAt(i);
      if (c < '0' || c > '9') {
        return OptionalInt.empty();
      }
      n = n * 10 + c - '0';
    }
    return OptionalInt.of(n);
  }

  /** The HTTP status, 100 to 599, that begins at a position; empty where there is none. */
  public static OptionalInt statusAt(String text, int at) {
    if (at + 3 > text.length() || (at + 3 < text.length() && isDigit(text.charAt(at + 3)))) {
      return OptionalInt.empty();
    }
    OptionalInt n = parse(text.substring(at, at + 3));
    return n.isPresent() && n.getAsInt() >= 100 && n.getAsInt() < 600 ? n : OptionalInt.empty();
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
