package awsleuth.trail.incident;

import awsleuth.trail.change.Change;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Changes that were undone while calls went on failing: then something else refuses the calls, and
 * may have from the first on.
 *
 * @param undone what was undone long enough before the last failure
 */
record RolledBack(Undone undone) {

  /** The same, but possible at most where it was. */
  Suspect of(Suspect s) {
    Optional<Change> by =
        s.certainty() == Certainty.CONFIRMED ? undone.by(s.change()) : Optional.empty();
    if (by.isEmpty()) {
      return s;
    }
    List<String> why = new ArrayList<>(s.why());
    why.add(Undone.words(by.get()) + ", and calls still fail");
    return new Suspect(
        s.change(),
        s.touch(),
        Certainty.POSSIBLE,
        List.copyOf(why),
        "what else refuses the calls since",
        s.statements(),
        s.former());
  }
}
