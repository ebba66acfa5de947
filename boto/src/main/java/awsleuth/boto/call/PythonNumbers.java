package awsleuth.boto.call;

import awsleuth.boto.call.PythonLexer.Token;
import awsleuth.boto.python.PyValue;
import awsleuth.boto.python.PyValue.Int;
import awsleuth.boto.python.PyValue.Real;
import java.math.BigInteger;
import java.util.Locale;

/** Numbers as Python writes them. */
final class PythonNumbers {

  /** Digits of a number; Python reads no longer one. */
  private static final int MOST_DIGITS = 4300;

  private PythonNumbers() {}

  /**
   * The value.
   *
   * @throws NoLiteral if it is no number, or one that Python does not read
   */
  static PyValue of(Token token, boolean negative) throws NoLiteral {
    if (token.text().length() > MOST_DIGITS) {
      throw new NoLiteral(token, "not a number");
    }
    String text = token.text().replace("_", "").toLowerCase(Locale.ROOT);
    try {
      int radix =
          text.startsWith("0x") ? 16 : text.startsWith("0o") ? 8 : text.startsWith("0b") ? 2 : 10;
      boolean whole = radix != 10 || text.chars().allMatch(c -> c >= '0' && c <= '9');
      if (whole) {
        BigInteger value = new BigInteger(radix == 10 ? text : text.substring(2), radix);
        return new Int(negative ? value.negate() : value);
      }
      if (text.endsWith("d") || text.endsWith("f") || text.endsWith("j")) {
        throw new NoLiteral(token, "not a number");
      }
      double value = Double.parseDouble(text);
      return new Real(negative ? -value : value);
    } catch (NumberFormatException e) {
      throw new NoLiteral(token, "not a number");
    }
  }
}
