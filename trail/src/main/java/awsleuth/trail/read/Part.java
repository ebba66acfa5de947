package awsleuth.trail.read;

import awsleuth.trail.Archive.Asked;
import awsleuth.trail.Damage;
import awsleuth.trail.Event;
import awsleuth.trail.Filter;
import awsleuth.trail.Fold;
import awsleuth.trail.Intake;
import awsleuth.trail.RecordText;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;

/**
 * A question's part that is asked of one file after the other, and what was read for it. Not for
 * two threads at a time.
 *
 * @param <F> the question's class
 */
public final class Part<F extends Fold<F>> {

  private final FileReader reader;
  private final Filter filter;
  private final boolean everything;
  private F fold;
  private Intake intake = Intake.NONE;
  private long kept;
  private long undated;

  /**
   * A part that has seen nothing.
   *
   * @param empty the question, without events
   * @param filter which events are asked about
   */
  public Part(F empty, Filter filter) {
    this(empty, filter, new LongAdder());
  }

  /**
   * Likewise.
   *
   * @param bytes where the bytes of all files are counted, as they are stored
   */
  Part(F empty, Filter filter, LongAdder bytes) {
    fold = empty;
    this.filter = filter;
    everything = filter.equals(Filter.ALL);
    reader = new FileReader(bytes, filter.logZone());
  }

  /**
   * Asks the events of a file. Never throws for what is in it or that it cannot be read: that is
   * among the damages.
   */
  public void read(Found file) {
    read(file, false);
  }

  /**
   * Likewise.
   *
   * @param ahead whether a second thread unpacks
   */
  void read(Found file, boolean ahead) {
    kept = 0;
    undated = 0;
    FileReader.Done done = reader.read(file, ahead, this::take);
    List<Damage> damages = done.damages();
    boolean eventless = done.events() == 0 && !done.digest() && damages.isEmpty();
    intake =
        intake.plus(
            new Intake(
                1,
                eventless ? 1 : 0,
                0,
                done.bytes(),
                done.unpacked(),
                done.events(),
                kept,
                undated,
                damages,
                damages.size()));
  }

  private void take(Event event, RecordText record) {
    if (everything || filter.keeps(event)) {
      kept++;
      fold.add(event, record);
    } else if (event.time() == Event.UNKNOWN_TIME && filter.isTimed()) {
      undated++;
    }
  }

  /** What came of the files so far. */
  public Asked<F> asked() {
    return new Asked<>(fold, intake);
  }

  /** Likewise; the part goes on as one that has seen nothing. */
  Asked<F> takeOver(F empty) {
    Asked<F> asked = asked();
    fold = empty;
    intake = Intake.NONE;
    return asked;
  }
}
