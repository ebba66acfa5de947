package awsleuth.core.cause;

import awsleuth.core.Diagnosis.Verdict;
import java.util.Comparator;

/**
 * The order of causes: certainty, then how exactly the cause accounts for what was seen, then what
 * the corpus of real failures says of causes that are alike so far, then the stage, then the id.
 */
public final class Ranking {

  /** The one order of verdicts; total, since ids differ. */
  public static final Comparator<Verdict> ORDER = Ranking::compare;

  private Ranking() {}

  /** Written out, since the comparators of the JDK are not in the ahead-of-time cache. */
  private static int compare(Verdict a, Verdict b) {
    int order = a.outcome().certainty().compareTo(b.outcome().certainty());
    order = order != 0 ? order : a.outcome().specificity().compareTo(b.outcome().specificity());
    order =
        order != 0
            ? order
            : Integer.compare(CorpusFigures.count(b.id()), CorpusFigures.count(a.id()));
    order = order != 0 ? order : a.stage().compareTo(b.stage());
    return order != 0 ? order : a.id().compareTo(b.id());
  }
}
