package awsleuth.boto.python;

/** A text is not a date; dateutil would say ValueError or IndexError. */
final class NotADate extends Exception {

  private static final long serialVersionUID = 1;

  /** Whether it is a number that Python's decimals cannot take the remainder of. */
  private final boolean beyondDecimals;

  NotADate() {
    this(false);
  }

  NotADate(boolean beyondDecimals) {
    super("not a date", null, false, false);
    this.beyondDecimals = beyondDecimals;
  }

  boolean beyondDecimals() {
    return beyondDecimals;
  }
}
