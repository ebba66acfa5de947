package awsleuth.app.trail;

import awsleuth.app.input.InputException;
import awsleuth.trail.Archive.Asked;
import awsleuth.trail.Filter;
import awsleuth.trail.Fold;
import awsleuth.trail.Kept;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** What reads archives: this machine, or several. */
public interface Engine {

  /**
   * Reads all files once and asks a question of every event that the filter keeps. What cannot be
   * read is among the damages.
   *
   * @param places files and folders, as they were given
   * @param fold makes one part of the question
   * @param state where what was read is kept, to go on from; empty for nowhere
   * @throws InputException where a place or the state is none for it
   */
  <F extends Fold<F>> Asked<F> ask(
      List<String> places, Filter filter, Supplier<F> fold, Optional<Kept> state)
      throws InputException;

  /**
   * The same, which names some places otherwise in what it tells, where it can.
   *
   * @param names how people name places, by place
   */
  default Engine naming(Map<String, String> names) {
    return this;
  }
}
