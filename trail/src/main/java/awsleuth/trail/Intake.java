package awsleuth.trail;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * What was read of an archive, and what was not.
 *
 * @param files how many files were opened
 * @param eventless how many of them have no event and tell of no failed call
 * @param passed how many files and whole folders were passed over unopened, since nothing in them
 *     can be asked for
 * @param bytes the size of the opened files as they are stored
 * @param unpacked their size unpacked
 * @param events how many events were found, each as often as it stands
 * @param kept how many of them the filter kept
 * @param undated how many the filter left out because they have no time to compare
 * @param damages what could not be read, in order of files; at most {@link #MOST_DAMAGES}
 * @param damaged how many damages there were
 */
public record Intake(
    long files,
    long eventless,
    long passed,
    long bytes,
    long unpacked,
    long events,
    long kept,
    long undated,
    List<Damage> damages,
    long damaged)
    implements Serializable {

  /** How many damages are kept; the rest is counted. */
  public static final int MOST_DAMAGES = 100;

  /** Nothing read. */
  public static final Intake NONE = new Intake(0, 0, 0, 0, 0, 0, 0, 0, List.of(), 0);

  /** Both together. */
  public Intake plus(Intake other) {
    List<Damage> all = new ArrayList<>(damages);
    all.addAll(other.damages);
    all.sort(Damage.ORDER);
    return new Intake(
        files + other.files,
        eventless + other.eventless,
        passed + other.passed,
        bytes + other.bytes,
        unpacked + other.unpacked,
        events + other.events,
        kept + other.kept,
        undated + other.undated,
        List.copyOf(all.size() > MOST_DAMAGES ? all.subList(0, MOST_DAMAGES) : all),
        damaged + other.damaged);
  }
}
