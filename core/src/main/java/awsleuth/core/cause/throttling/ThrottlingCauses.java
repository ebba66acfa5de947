package awsleuth.core.cause.throttling;

import awsleuth.core.cause.Cause;
import java.util.List;

/** The causes of the throttling bucket. */
public final class ThrottlingCauses {

  /** Every cause of this bucket. */
  public static final List<Cause> ALL =
      List.of(
          new ApiRate(),
          new RetriesExhausted(),
          new ProvisionedCapacity(),
          new S3SlowDown(),
          new Concurrency(),
          new ServiceQuota(),
          new ResourceBusy(),
          new StackedRetries());

  private ThrottlingCauses() {}
}
