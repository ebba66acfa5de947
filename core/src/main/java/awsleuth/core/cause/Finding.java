package awsleuth.core.cause;

import awsleuth.core.fact.Citation;
import java.util.List;

/**
 * What a cause found. It cannot be made without evidence, a fix and a verification.
 *
 * @param summary one line of at most 80 characters: says what is wrong
 * @param specificity how exactly the cause accounts for what was seen
 * @param because the evidence, at least one
 * @param fixes what to do about it, the best first, at least one
 * @param verification how to get the evidence under which this cause is ruled out
 */
public record Finding(
    String summary,
    Specificity specificity,
    List<Citation> because,
    List<Fix> fixes,
    Verification verification) {

  /** Checks that there is evidence and a fix. */
  public Finding {
    if (because.isEmpty() || fixes.isEmpty() || summary.isBlank()) {
      throw new IllegalArgumentException("a finding needs a summary, evidence and a fix");
    }
  }

  /** The same where it is only possible: the summary says so. */
  public Finding perhaps() {
    return new Finding("perhaps " + summary, specificity, because, fixes, verification);
  }

  /** How exactly a cause accounts for what was seen, the most exact first. */
  public enum Specificity {
    /** It explains a value in further evidence: a condition, a setting, an event. */
    EVIDENCE,
    /** It explains particular words of the message, the host or the traceback. */
    MESSAGE,
    /** It explains the error code or the exception. */
    CODE,
    /** It explains no more than the kind of failure. */
    KIND
  }
}
