package awsleuth.trail.incident;

import awsleuth.trail.change.Change;
import awsleuth.trail.change.StatementChange;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A change that may be why calls fail.
 *
 * @param change the change
 * @param touch how it has to do with the calls
 * @param certainty how sure it is
 * @param why what shows it, sentence by sentence, each with what it is seen from
 * @param missing what would settle it; empty where it is settled
 * @param statements in which statements the document differs from the one before; empty where that
 *     is not known
 * @param former the change that wrote what was before; empty where the archive does not have it
 * @param blind whether nothing is known of what the change made of the call
 */
public record Suspect(
    Change change,
    Touch touch,
    Certainty certainty,
    List<String> why,
    String missing,
    List<StatementChange> statements,
    Optional<Change> former,
    boolean blind) {

  /** One of which something is known. */
  Suspect(
      Change change,
      Touch touch,
      Certainty certainty,
      List<String> why,
      String missing,
      List<StatementChange> statements,
      Optional<Change> former) {
    this(change, touch, certainty, why, missing, statements, former, false);
  }

  /**
   * The surest first, those of which something is known before the others, then by how near the
   * thing is to the call, then the latest.
   */
  static final Comparator<Suspect> ORDER =
      Comparator.comparing(Suspect::certainty)
          .thenComparing(Suspect::blind)
          .thenComparing(Suspect::touch)
          .thenComparing(Suspect::change, Comparator.reverseOrder());
}
