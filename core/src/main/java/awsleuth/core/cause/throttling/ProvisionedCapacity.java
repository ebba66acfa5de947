package awsleuth.core.cause.throttling;

import awsleuth.core.cause.Cause;
import awsleuth.core.cause.Finding;
import awsleuth.core.cause.Outcome;
import awsleuth.core.cause.Stage;
import awsleuth.core.fact.Cancellation;
import awsleuth.core.fact.Facts;
import java.util.List;

/** A table's, stream's or shard's capacity was exceeded. */
final class ProvisionedCapacity implements Cause {

  @Override
  public String id() {
    return "throttling/provisioned-capacity";
  }

  @Override
  public Stage stage() {
    return Stage.THROTTLING;
  }

  @Override
  public Outcome examine(Facts facts) {
    if (!(Throttles.isCapacity(facts))) {
      return Outcome.NOT_SEEN;
    }
    CapacityOf of = CapacityOf.of(facts);
    return Outcome.confirmed(
        new Finding(
            of.summary(),
            Finding.Specificity.CODE,
            List.of(Cancellation.of(facts).cite(facts)),
            of.fixes(facts),
            of.verification(facts)));
  }
}
