package awsleuth.trail.incident;

import awsleuth.core.fact.Denial;
import awsleuth.trail.incident.Decided.Verdict;

/**
 * What a policy that stayed as it was says of two requests.
 *
 * @param then of the one that succeeded
 * @param now of the one that was refused
 */
record Both(Decided then, Decided now) {

  /** Whether it denies the one and not the other, as far as AWS's sentence goes. */
  boolean denies(Refused call) {
    return now.verdict() == Verdict.DENIES
        && (then.verdict() == Verdict.ALLOWS || then.verdict() == Verdict.SILENT)
        && call.denial().kind() != Denial.Kind.IMPLICIT;
  }

  /** Whether it allows the other and not the one, likewise. */
  boolean lacks(Refused call) {
    return now.verdict() == Verdict.SILENT
        && then.verdict() == Verdict.ALLOWS
        && call.denial().kind() != Denial.Kind.EXPLICIT;
  }
}
