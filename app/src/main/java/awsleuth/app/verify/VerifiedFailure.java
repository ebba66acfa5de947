package awsleuth.app.verify;

import awsleuth.app.input.ToldDiagnosis.ToldFailure;
import awsleuth.app.verify.ProofNow.Shown;
import awsleuth.app.verify.Verified.State;
import java.util.List;
import java.util.Set;

/**
 * A failed call, and what became of its causes.
 *
 * @param proofs what running the proofs of its fixes again shows
 */
record VerifiedFailure(ToldFailure failure, List<Verified> causes, List<ProofNow> proofs) {

  private static final Set<Shown> AGAINST = Set.of(Shown.TOO_MUCH, Shown.UNCERTAIN);

  /**
   * Whether every cause is ruled out, the call does not fail otherwise, and the change does for
   * certain no more than its proof allows.
   */
  boolean isVerified() {
    return proofs.stream().noneMatch(p -> AGAINST.contains(p.shown()))
        && causes.stream().allMatch(c -> c.state() == State.RULED_OUT && c.instead().isEmpty());
  }
}
