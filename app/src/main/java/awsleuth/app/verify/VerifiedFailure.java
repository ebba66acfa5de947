package awsleuth.app.verify;

import awsleuth.app.input.ToldDiagnosis.ToldFailure;
import awsleuth.app.verify.Verified.State;
import java.util.List;

/**
 * A failed call, and what became of its causes.
 *
 * @param proofs what running the proofs of its fixes again shows, a line each
 */
record VerifiedFailure(ToldFailure failure, List<Verified> causes, List<String> proofs) {

  /** Whether every cause is ruled out, and the call does not fail otherwise. */
  boolean isVerified() {
    return causes.stream().allMatch(c -> c.state() == State.RULED_OUT && c.instead().isEmpty());
  }
}
