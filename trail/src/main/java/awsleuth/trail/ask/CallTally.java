package awsleuth.trail.ask;

import awsleuth.trail.Deliveries;
import java.io.Serializable;

/** How many calls there are of an operation by a principal. */
final class CallTally implements Serializable {

  private static final long serialVersionUID = 1;

  long count;

  /** How many of them are told elsewhere too, and are to count there. */
  long repeated;

  int kind = Deliveries.NONE;

  void add(CallTally more) {
    count += more.count;
    repeated += more.repeated;
  }

  /**
   * How many there are.
   *
   * @param once whether each counts once
   */
  long count(boolean once) {
    return count - (once ? repeated : 0);
  }
}
