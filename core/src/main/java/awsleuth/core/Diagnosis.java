package awsleuth.core;

import awsleuth.core.cause.Outcome;
import awsleuth.core.cause.Stage;
import awsleuth.core.conflict.Conflict;
import awsleuth.core.evidence.Failure;
import awsleuth.core.evidence.GivenParameters;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What failed and why.
 *
 * @param failures the failed calls, the primary one first: the one that the program died of, else
 *     the most frequent
 */
public record Diagnosis(List<FailureDiagnosis> failures) {

  /**
   * One failed call and what the causes say of it.
   *
   * @param failure the call
   * @param verdicts every cause's outcome in rank order: confirmed, possible, ruled out, crashed
   * @param conflicts pieces of evidence around the call that contradict each other
   * @param seen reads the parameters that the call is seen with; for who asks {@link #written}, as
   *     most views do not need them
   */
  public record FailureDiagnosis(
      Failure failure,
      List<Verdict> verdicts,
      List<Conflict> conflicts,
      Supplier<Optional<GivenParameters>> seen) {

    /** The parameters that the call is seen with; empty where nothing shows them. */
    public Optional<GivenParameters> written() {
      return seen.get();
    }

    /** The bucket of the first confirmed or possible cause; empty string where there is none. */
    public String bucket() {
      for (Verdict v : verdicts) {
        if (v.claims()) {
          return v.id().substring(0, v.id().indexOf('/'));
        }
      }
      return "";
    }
  }

  /** What one cause says. */
  public record Verdict(String id, Stage stage, Outcome outcome) {

    /** Whether the cause is confirmed or possible. */
    public boolean claims() {
      return outcome.certainty().compareTo(Outcome.Certainty.POSSIBLE) <= 0;
    }
  }
}
