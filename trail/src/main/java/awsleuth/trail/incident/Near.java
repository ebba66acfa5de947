package awsleuth.trail.incident;

import awsleuth.trail.change.Change;
import java.util.Comparator;

/**
 * A change that has to do with a call.
 *
 * @param change the change
 * @param touch how
 */
record Near(Change change, Touch touch) {

  /** By what it touches, then the latest. */
  static final Comparator<Near> NEAREST =
      Comparator.comparing(Near::touch).thenComparing(Near::change, Comparator.reverseOrder());
}
