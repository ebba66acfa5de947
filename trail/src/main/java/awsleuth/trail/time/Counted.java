package awsleuth.trail.time;

import awsleuth.trail.Deliveries;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/** How many events of one kind there are when, and which of them stand there again. */
final class Counted implements Serializable {

  private static final long serialVersionUID = 1;

  /** As often as they stand. */
  final Series all;

  private @Nullable Series again;

  /** The number of the kind, where one was given. */
  int kind = Deliveries.NONE;

  /**
   * None yet.
   *
   * @param dated whether the time of the first event of each stretch is kept
   */
  Counted(boolean dated) {
    all = new Series(dated);
  }

  /** An event of that time was counted once more than it should. */
  void again(long time) {
    Series more = again == null ? new Series() : again;
    more.bound(all.most());
    more.add(time);
    again = more;
  }

  void merge(Counted other) {
    all.merge(other.all);
    if (other.again != null) {
      again = again == null ? new Series() : again;
      again.merge(other.again);
    }
  }

  void bound(int stretches) {
    all.bound(stretches);
    if (again != null) {
      again.bound(stretches);
    }
  }

  /** How many there are. */
  long total(boolean once) {
    return all.total() - (once && again != null ? again.total() : 0);
  }

  /**
   * The events.
   *
   * @param once whether each counts once; else as often as it stands
   */
  Series counts(boolean once) {
    return once && again != null ? all.less(again) : all;
  }
}
