package awsleuth.trail.read;

import awsleuth.trail.Archive.Asked;
import awsleuth.trail.Damage;
import awsleuth.trail.Fold;
import awsleuth.trail.Intake;
import awsleuth.trail.ResumeRefused;
import java.util.List;
import java.util.Optional;

/**
 * What all threads have found out of whole files. Where that is kept in a file, each hands over
 * soon, and then every few seconds.
 */
final class Gathered<F extends Fold<F>> {

  /** How long threads keep what they have to themselves at most. */
  private static final long MOST_NANOS = Long.getLong("awsleuth.trail.save", 5000) * 1_000_000;

  /** How long at first; it is twice as long after each time. */
  private static final long FIRST_NANOS = Math.min(MOST_NANOS, 500_000_000);

  private static final String CHANGED =
      "has another size than when it was read before the interruption; what was there then counts";

  private final F fold;
  private final Optional<StateFile<F>> state;
  private final LongSet done;
  private Intake intake;
  private volatile long saved = System.nanoTime();
  private volatile long interval = FIRST_NANOS;

  /** From a question's beginning on, kept nowhere. */
  Gathered(F fold, Intake intake) {
    this(fold, intake, Optional.empty(), new LongSet());
  }

  private Gathered(F fold, Intake intake, Optional<StateFile<F>> state, LongSet done) {
    this.fold = fold;
    this.intake = intake;
    this.state = state;
    this.done = done;
  }

  /**
   * From where a file tells that it was left off, or the beginning where there is none.
   *
   * @throws ResumeRefused where the file is of no use
   */
  static <F extends Fold<F>> Gathered<F> from(StateFile<F> state, F empty) throws ResumeRefused {
    StateFile.State<F> known = state.read(empty);
    Gathered<F> gathered =
        new Gathered<>(known.fold(), known.intake(), Optional.of(state), known.done());
    state.write(known.fold(), known.intake(), gathered.done);
    return gathered;
  }

  /**
   * Whether a file was read before the interruption; where it has grown or was replaced since, that
   * is a damage: what it has now cannot be told apart from what was read.
   */
  boolean has(Found file) {
    if (state.isEmpty()) {
      return false;
    }
    synchronized (this) {
      boolean read = done.has(LongSet.hash(file.name()));
      if (read && !done.has(LongSet.hash(sized(file)))) {
        add(new Damage(file.name(), CHANGED));
      }
      return read;
    }
  }

  private static String sized(Found file) {
    return file.name() + "\n" + file.size();
  }

  /** Whether it is noted which files were read. */
  boolean isKept() {
    return state.isPresent();
  }

  /** Whether threads are to hand over what they have. */
  boolean isWaiting() {
    return state.isPresent() && System.nanoTime() - saved > interval;
  }

  /** Takes over what a thread has found in some files. */
  synchronized void add(F part, Intake more, List<Found> files) {
    fold.merge(part);
    intake = intake.plus(more);
    if (state.isPresent()) {
      for (Found file : files) {
        done.add(LongSet.hash(file.name()));
        done.add(LongSet.hash(sized(file)));
      }
      if (isWaiting()) {
        state.get().keep(fold, intake, done);
        interval = Math.min(MOST_NANOS, 2 * interval);
        saved = System.nanoTime();
      }
    }
  }

  private synchronized void add(Damage damage) {
    add(new Intake(0, 0, 0, 0, 0, 0, 0, 0, List.of(damage), 1));
  }

  /** Takes over what was passed over. */
  synchronized void add(Intake more) {
    intake = intake.plus(more);
  }

  /**
   * All is read: takes the file away, or leaves it with all that was found.
   *
   * @throws ResumeRefused where it is to stay and cannot be written
   */
  void finish(boolean stays) throws ResumeRefused {
    if (state.isPresent() && stays) {
      state.get().write(fold, intake, done);
    } else {
      state.flatMap(StateFile::delete).ifPresent(this::add);
    }
  }

  synchronized Asked<F> asked() {
    return new Asked<>(fold, intake);
  }
}
