package awsleuth.core.cause.network;

import awsleuth.core.cause.Cause;
import java.util.List;

/** The causes of the network bucket. */
public final class NetworkCauses {

  /** Every cause of this bucket. */
  public static final List<Cause> ALL = List.of();

  private NetworkCauses() {}
}
