package awsleuth.core.cause.credentials;

import awsleuth.core.cause.Cause;
import java.util.List;

/** The causes of the credentials bucket. */
public final class CredentialsCauses {

  /** Every cause of this bucket. */
  public static final List<Cause> ALL = List.of();

  private CredentialsCauses() {}
}
