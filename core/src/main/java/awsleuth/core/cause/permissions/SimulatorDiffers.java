package awsleuth.core.cause.permissions;

import awsleuth.core.conflict.Conflict;
import awsleuth.core.conflict.Contradiction;
import awsleuth.core.fact.Facts;
import java.util.List;

/** IAM's policy simulator decided otherwise than the policies given come to. */
public final class SimulatorDiffers implements Contradiction {

  @Override
  public List<Conflict> in(Facts facts) {
    return BesideSimulator.differing(facts).stream().map(BesideSimulator::conflict).toList();
  }
}
