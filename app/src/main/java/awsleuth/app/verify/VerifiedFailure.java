package awsleuth.app.verify;

import awsleuth.app.verify.Recorded.RecordedFailure;
import awsleuth.app.verify.Verified.State;
import java.util.List;

/** A failed call, and what became of its causes. */
record VerifiedFailure(RecordedFailure failure, List<Verified> causes) {

  /** Whether every cause is ruled out, and the call does not fail otherwise. */
  boolean isVerified() {
    return causes.stream().allMatch(c -> c.state() == State.RULED_OUT && c.instead().isEmpty());
  }
}
