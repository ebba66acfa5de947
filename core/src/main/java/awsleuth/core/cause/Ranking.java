package awsleuth.core.cause;

import awsleuth.core.Diagnosis.Verdict;
import java.util.Comparator;

/**
 * The order of causes: certainty, then how exactly the cause accounts for what was seen, then what
 * the corpus of real failures says of causes that are alike so far, then the stage, then the id.
 */
public final class Ranking {

  /** The one order of verdicts; total, since ids differ. */
  public static final Comparator<Verdict> ORDER =
      Comparator.comparingInt((Verdict v) -> certainty(v.outcome()))
          .thenComparing(v -> specificity(v.outcome()))
          .thenComparingInt(v -> -CorpusFigures.count(v.id()))
          .thenComparing(Verdict::stage)
          .thenComparing(Verdict::id);

  private Ranking() {}

  private static int certainty(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Confirmed _ -> 0;
      case Outcome.Possible _ -> 1;
      case Outcome.RuledOut _ -> 2;
      case Outcome.Crashed _ -> 3;
    };
  }

  private static Finding.Specificity specificity(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Confirmed c -> c.finding().specificity();
      case Outcome.Possible p -> p.finding().specificity();
      case Outcome.RuledOut _ -> Finding.Specificity.KIND;
      case Outcome.Crashed _ -> Finding.Specificity.KIND;
    };
  }
}
