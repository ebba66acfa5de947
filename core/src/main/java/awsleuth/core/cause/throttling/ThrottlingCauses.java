package awsleuth.core.cause.throttling;

import awsleuth.core.cause.Cause;
import java.util.List;

/** The causes of the throttling bucket. */
public final class ThrottlingCauses {

  /** Every cause of this bucket. */
  public static final List<Cause> ALL = List.of();

  private ThrottlingCauses() {}
}
