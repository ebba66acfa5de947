package awsleuth.core.cause.parameters;

import awsleuth.core.cause.Cause;
import java.util.List;

/** The causes of the parameters bucket. */
public final class ParametersCauses {

  /** Every cause of this bucket. */
  public static final List<Cause> ALL = List.of();

  private ParametersCauses() {}
}
