package awsleuth.boto.params;

import java.util.Base64;

/** Whether a text is most likely base64. */
final class Base64Look {

  private static final int SHORTEST = 16;

  private Base64Look() {}

  /**
   * Of base64's characters alone, of a length that base64 has, with padding or with signs of all
   * kinds, as no word has them.
   */
  static boolean likely(String text) {
    String plain = text.strip();
    if (plain.length() < SHORTEST || plain.length() % 4 != 0) {
      return false;
    }
    boolean upper = plain.chars().anyMatch(Character::isUpperCase);
    boolean lower = plain.chars().anyMatch(Character::isLowerCase);
    boolean digit = plain.chars().anyMatch(Character::isDigit);
    boolean mixed = upper && lower && (digit || plain.endsWith("="));
    try {
      return mixed && Base64.getDecoder().decode(plain).length > 0;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
