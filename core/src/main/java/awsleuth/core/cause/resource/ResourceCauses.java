package awsleuth.core.cause.resource;

import awsleuth.core.cause.Cause;
import java.util.List;

/** The causes of the resource bucket. */
public final class ResourceCauses {

  /** Every cause of this bucket. */
  public static final List<Cause> ALL =
      List.of(
          new NotFound(),
          new BucketNotFound(),
          new KeyNotFound(),
          new AlreadyExists(),
          new WrongState(),
          new BucketDisabled(),
          new ConditionFailed());

  private ResourceCauses() {}
}
