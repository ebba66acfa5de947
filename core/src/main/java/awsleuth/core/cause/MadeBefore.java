package awsleuth.core.cause;

import awsleuth.core.fact.Facts;
import awsleuth.core.fact.NewPrincipal;
import java.util.Optional;

/** Rules out that a value is wrong where IAM had not caught up with what it names. */
public final class MadeBefore {

  private MadeBefore() {}

  /** Empty where nothing that the call names was made moments before. */
  public static Optional<Outcome> rulesOut(Facts facts) {
    return NewPrincipal.of(facts)
        .map(made ->
            Outcome.ruledOut(
                "`" + made.name() + "` was made moments before", made.made().source()));
  }
}
