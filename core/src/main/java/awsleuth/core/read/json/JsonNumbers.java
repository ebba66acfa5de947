package awsleuth.core.read.json;

import awsleuth.core.read.json.JsonValue.Scalar;

/** Numbers of JSON documents. */
public final class JsonNumbers {

  private static final int LONGEST = 30;

  private JsonNumbers() {}

  /** The number; 0 where the literal is none. */
  public static double decimal(Scalar scalar) {
    String literal = scalar.literal();
    boolean digits =
        !literal.isEmpty()
            && literal.length() < LONGEST
            && "-0123456789".indexOf(literal.charAt(0)) >= 0;
    return digits ? Double.parseDouble(literal) : 0;
  }
}
