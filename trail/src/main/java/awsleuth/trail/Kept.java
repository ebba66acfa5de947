package awsleuth.trail;

import java.nio.file.Path;

/**
 * Where a reading keeps how far it has come, to be gone on from.
 *
 * @param state the file that was named for it
 * @param round which of a question's readings it is
 */
public record Kept(Path state, Round round) {

  /** Questions read an archive once or twice. */
  public enum Round {
    /** The file goes when all is read. */
    ONLY,
    /** The file stays when all is read, so that it need not be read again for the second. */
    FIRST,
    /** Its file lies beside the first's, and goes when all is read. */
    SECOND
  }

  /** The file of this reading. */
  public Path file() {
    return round == Round.SECOND ? state.resolveSibling(state.getFileName() + ".second") : state;
  }

  /** Whether the file stays when all is read. */
  public boolean stays() {
    return round == Round.FIRST;
  }
}
