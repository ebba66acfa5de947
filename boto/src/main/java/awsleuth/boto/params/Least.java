package awsleuth.boto.params;

import awsleuth.boto.python.PythonFloat;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The least value or length that a model permits.
 *
 * @param value exactly as Python holds it
 * @param text as Python prints it
 */
record Least(BigDecimal value, String text) {

  /** Members that become a part of the host have at least one character. */
  static final Least ONE = new Least(BigDecimal.ONE, "1");

  /** What the model writes; null where it writes nothing. */
  static @Nullable Least of(String literal) {
    if (literal.isEmpty()) {
      return null;
    }
    boolean whole = literal.chars().noneMatch(c -> c == '.' || c == 'e' || c == 'E');
    if (whole) {
      return new Least(new BigDecimal(literal), literal);
    }
    double value = Double.parseDouble(literal);
    return new Least(new BigDecimal(value), PythonFloat.repr(value));
  }

  boolean above(long length) {
    return value.compareTo(BigDecimal.valueOf(length)) > 0;
  }
}
