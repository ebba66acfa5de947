package awsleuth.core.cause.permissions;

import awsleuth.core.cause.Cause;
import java.util.List;

/** The causes of the permissions bucket. */
public final class PermissionsCauses {

  /** Every cause of this bucket. */
  public static final List<Cause> ALL = List.of();

  private PermissionsCauses() {}
}
