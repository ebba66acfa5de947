package awsleuth.core.cause.credentials;

import awsleuth.core.cause.Cause;
import java.util.List;

/** The causes of the credentials bucket. */
public final class CredentialsCauses {

  /** Every cause of this bucket. */
  public static final List<Cause> ALL =
      List.of(
          new NoneFound(),
          new Partial(),
          new ProfileNotFound(),
          new Shadowed(),
          new ExpiredToken(),
          new StaticTemporary(),
          new MissingSessionToken(),
          new InvalidAccessKey(),
          new RegionNotEnabled(),
          new MalformedKey(),
          new InvalidSessionToken(),
          new SignatureMismatch(),
          new SignatureVersion(),
          new ClockSkew(),
          new SsoLoginExpired(),
          new SsoMisconfigured(),
          new ProcessFailed(),
          new ImdsUnreachable(),
          new MetadataBadAnswer(),
          new ConcurrentResolution(),
          new MfaRejected(),
          new ContainerEndpointFailed(),
          new WebIdentityFailed(),
          new AssumeRoleConfig(),
          new ConfigMalformed(),
          new MissingCrt(),
          new RefreshFailed());

  private CredentialsCauses() {}
}
