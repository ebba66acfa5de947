package awsleuth.iam.match;

/** Kleene's three truth values. */
public enum Truth {
  FALSE,
  UNKNOWN,
  TRUE;

  /** What a boolean is. */
  public static Truth of(boolean value) {
    return value ? TRUE : FALSE;
  }

  /** Whether both hold. */
  public Truth and(Truth other) {
    return compareTo(other) < 0 ? this : other;
  }

  /** Whether one of both holds. */
  public Truth or(Truth other) {
    return compareTo(other) > 0 ? this : other;
  }

  /** Whether it does not hold. */
  public Truth not() {
    return switch (this) {
      case FALSE -> TRUE;
      case UNKNOWN -> UNKNOWN;
      case TRUE -> FALSE;
    };
  }
}
