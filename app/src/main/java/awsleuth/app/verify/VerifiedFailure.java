package awsleuth.app.verify;

import awsleuth.app.input.ToldDiagnosis.ToldFailure;
import awsleuth.app.verify.Verified.State;
import java.util.List;

/**
 * A failed call, and what became of its causes.
 *
 * @param proofs what running the proofs of its fixes again shows
 */
record VerifiedFailure(ToldFailure failure, List<Verified> causes, List<ProofNow> proofs) {

  /**
   * Whether every cause is ruled out, the call does not fail otherwise, and the change does no more
   * than its proof allows.
   */
  boolean isVerified() {
    return proofs.stream().noneMatch(p -> p.shown() == ProofNow.Shown.TOO_MUCH)
        && causes.stream().allMatch(c -> c.state() == State.RULED_OUT && c.instead().isEmpty());
  }
}
