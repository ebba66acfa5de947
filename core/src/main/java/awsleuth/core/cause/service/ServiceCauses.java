package awsleuth.core.cause.service;

import awsleuth.core.cause.Cause;
import java.util.List;

/** The causes of the service bucket. */
public final class ServiceCauses {

  /** Every cause of this bucket. */
  public static final List<Cause> ALL =
      List.of(
          new InternalError(), new Unavailable(), new ResponseUnreadable(), new EmulatorLimits());

  private ServiceCauses() {}
}
