package awsleuth.boto.credentials;

import awsleuth.boto.Raised;
import awsleuth.boto.python.PyValue.Str;
import awsleuth.boto.python.PythonText;
import java.math.BigInteger;
import java.util.Optional;

/** Whole numbers as Python's {@code int()} reads them. */
final class Numbers {

  private Numbers() {}

  /** The number; empty where {@code int()} raises. */
  static Optional<BigInteger> of(String text) {
    String digits = text.strip();
    boolean sign = digits.startsWith("-") || digits.startsWith("+");
    String rest = sign ? digits.substring(1) : digits;
    boolean underscores = rest.startsWith("_") || rest.endsWith("_") || rest.contains("__");
    String plain = rest.replace("_", "");
    if (underscores || plain.isEmpty() || plain.length() > 4300) {
      return Optional.empty();
    }
    if (!plain.codePoints().allMatch(Character::isDigit)) {
      return Optional.empty();
    }
    StringBuilder ascii = new StringBuilder(digits.startsWith("-") ? "-" : "");
    plain.codePoints().forEach(c -> ascii.append(Character.digit(c, 10)));
    return Optional.of(new BigInteger(ascii.toString()));
  }

  static BigInteger require(String text) throws Raise {
    Optional<BigInteger> number = of(text);
    if (number.isEmpty()) {
      throw new Raise(
          new Raised(
              "ValueError",
              "invalid literal for int() with base 10: " + PythonText.repr(new Str(text))));
    }
    return number.get();
  }
}
