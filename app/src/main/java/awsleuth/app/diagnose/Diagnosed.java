package awsleuth.app.diagnose;

import awsleuth.app.input.Looked;
import awsleuth.app.watched.RecordedRuns;
import awsleuth.core.Diagnosis;
import java.util.List;

/**
 * A diagnosis with what the views need beside it.
 *
 * @param diagnosis the diagnosis
 * @param catalog which AWS data it rests on
 * @param looked what was read
 * @param runs the programs whose records are among it
 */
public record Diagnosed(
    Diagnosis diagnosis, String catalog, List<Looked> looked, RecordedRuns runs) {

  /** One without records of programs, or where these are told apart from it. */
  public Diagnosed(Diagnosis diagnosis, String catalog, List<Looked> looked) {
    this(diagnosis, catalog, looked, RecordedRuns.NONE);
  }
}
