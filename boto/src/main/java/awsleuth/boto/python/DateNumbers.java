package awsleuth.boto.python;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Numbers in dates. Whole numbers that do not fit are the largest that does. */
final class DateNumbers {

  /** Digits of a number; Python reads no longer text as an int either. */
  private static final int MOST_DIGITS = 4300;

  private DateNumbers() {}

  /** {@code int(text)}. */
  static long whole(String text) throws NotADate {
    String digits = text.strip();
    if (digits.isEmpty()
        || digits.length() > MOST_DIGITS
        || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
      throw new NotADate();
    }
    return clamp(new BigDecimal(digits));
  }

  /** The whole part of a number. */
  static long whole(BigDecimal value) {
    return clamp(value);
  }

  private static long clamp(BigDecimal value) {
    return value.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) > 0
        ? Long.MAX_VALUE
        : value.longValue();
  }

  /** The number that a token is; null where dateutil does not take it for one. */
  static @Nullable BigDecimal of(String token) {
    boolean number = false;
    int points = 0;
    for (int i = 0; i < token.length(); i++) {
      char c = token.charAt(i);
      number |= c >= '0' && c <= '9';
      points += c == '.' ? 1 : 0;
      if (c != '.' && (c < '0' || c > '9')) {
        return null;
      }
    }
    return number && points <= 1 && token.length() <= MOST_DIGITS ? new BigDecimal(token) : null;
  }

  /** Whether every character is a digit, as {@code str.isdigit} sees it. */
  static boolean digits(String token) {
    return !token.isEmpty() && token.codePoints().allMatch(PythonCharacters::isDigit);
  }

  /** {@code s[from:to]}, which may be shorter or empty. */
  static String slice(String s, int from, int to) {
    int length = s.length();
    return s.substring(Math.min(from, length), Math.min(to, length));
  }

  /** {@code s[from:]}. */
  static String slice(String s, int from) {
    return slice(s, from, s.length());
  }
}
