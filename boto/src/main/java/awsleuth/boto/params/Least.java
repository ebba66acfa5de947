package awsleuth.boto.params;

import awsleuth.boto.python.PythonFloat;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * The least value or length that a model permits. Nearly all are small whole numbers, which are
 * compared as such: Java's decimals take longer to get ready than all the rest of a call's
 * validation.
 *
 * @param text as Python prints it
 * @param whole its value; empty where it is no whole number of 64 bits
 */
record Least(String text, OptionalLong whole) {

  /** Members that become a part of the host have at least one character. */
  static final Least ONE = new Least("1", OptionalLong.of(1));

  private static final int LONG_DIGITS = 18;

  /** What the model writes; null where it writes nothing. */
  static @Nullable Least of(String literal) {
    if (literal.isEmpty()) {
      return null;
    }
    if (!isWhole(literal)) {
      return new Least(PythonFloat.repr(Double.parseDouble(literal)), OptionalLong.empty());
    }
    return new Least(
        literal,
        literal.length() <= LONG_DIGITS
            ? OptionalLong.of(Long.parseLong(literal))
            : OptionalLong.empty());
  }

  private static boolean isWhole(String literal) {
    return literal.chars().noneMatch(c -> c == '.' || c == 'e' || c == 'E');
  }

  boolean above(long value) {
    return whole.isPresent()
        ? whole.getAsLong() > value
        : exact().compareTo(BigDecimal.valueOf(value)) > 0;
  }

  boolean above(BigInteger value) {
    return value.bitLength() < Long.SIZE ? above(value.longValue()) : above(new BigDecimal(value));
  }

  boolean above(BigDecimal value) {
    return exact().compareTo(value) > 0;
  }

  /** Exactly as Python holds it. */
  private BigDecimal exact() {
    return isWhole(text) ? new BigDecimal(text) : new BigDecimal(Double.parseDouble(text));
  }
}
