package awsleuth.boto.python;

import awsleuth.boto.python.PyValue.Str;
import java.math.BigInteger;
import java.util.Optional;

/** What Python's {@code int()} makes of a text. */
public final class PythonInts {

  private PythonInts() {}

  /** White space around, a sign, and single underscores between digits are allowed. */
  public static Optional<BigInteger> parse(String text) {
    String bare = text.strip();
    String digits = bare.startsWith("+") || bare.startsWith("-") ? bare.substring(1) : bare;
    boolean whole = !digits.isEmpty() && !digits.startsWith("_") && !digits.endsWith("_");
    boolean plain = digits.chars().allMatch(c -> Character.isDigit(c) || c == '_');
    if (!whole || !plain || digits.contains("__")) {
      return Optional.empty();
    }
    BigInteger value = new BigInteger(digits.replace("_", ""));
    return Optional.of(bare.startsWith("-") ? value.negate() : value);
  }

  /** Whether Python takes it. */
  public static boolean isWhole(String text) {
    return parse(text).isPresent();
  }

  /** What the ValueError says. */
  public static String complaint(String text) {
    return "invalid literal for int() with base 10: " + PythonText.repr(new Str(text));
  }
}
