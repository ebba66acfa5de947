package awsleuth.boto.params;

import awsleuth.boto.python.PyValue.Int;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;

/** The greatest values and lengths of a model, which botocore leaves to the service. */
final class Limits {

  private static final int LONG_DIGITS = 18;

  private Limits() {}

  /** Whether a length is above a limit; not if there is none. */
  static boolean above(long length, String max) {
    boolean whole =
        !max.isEmpty() && max.length() <= LONG_DIGITS && max.chars().allMatch(Character::isDigit);
    return whole ? length > Long.parseLong(max) : above(BigDecimal.valueOf(length), max);
  }

  static boolean above(BigDecimal value, String max) {
    try {
      return !max.isEmpty() && value.compareTo(new BigDecimal(max)) > 0;
    } catch (NumberFormatException e) {
      return false;
    }
  }

  /** The least number, where a whole number is below it. */
  static Optional<Int> below(Int value, String min) {
    boolean whole = min.matches("-?\\d{1,18}");
    return whole && value.value().compareTo(new BigInteger(min)) < 0
        ? Optional.of(new Int(new BigInteger(min)))
        : Optional.empty();
  }
}
