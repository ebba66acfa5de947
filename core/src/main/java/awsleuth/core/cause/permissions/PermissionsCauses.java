package awsleuth.core.cause.permissions;

import awsleuth.core.cause.Cause;
import java.util.List;

/** The causes of the permissions bucket. */
public final class PermissionsCauses {

  /** Every cause of this bucket. */
  public static final List<Cause> ALL =
      List.of(
          new NoIdentityAllow(),
          new ConditionNotMet(),
          new ResourceNotCovered(),
          new WrongAction(),
          new ExplicitDenyIdentity(),
          new ExplicitDenyResource(),
          new NoResourceAllow(),
          new Scp(),
          new Rcp(),
          new Boundary(),
          new SessionPolicy(),
          new VpcEndpointPolicy(),
          new TrustPolicy(),
          new PassRole(),
          new KmsKey(),
          new S3HeadForbidden(),
          new S3PublicAccessBlocked(),
          new S3AclDisabled(),
          new EncodedMessage(),
          new PropagationDelay(),
          new WrongIdentity(),
          new ServiceNotEnabled(),
          new ModelAccess(),
          new MfaRequired(),
          new AccountBlocked(),
          new SesIdentityUnverified(),
          new NotAwsPermissions());

  private PermissionsCauses() {}
}
