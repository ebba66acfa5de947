package awsleuth.app.verify;

import awsleuth.app.input.ToldDiagnosis.Check;
import awsleuth.app.input.ToldDiagnosis.ToldCause;
import awsleuth.app.input.ToldDiagnosis.ToldFailure;
import awsleuth.app.verify.Verified.State;
import awsleuth.core.fact.Literal;
import java.util.Set;

/**
 * Failures of finding credentials: botocore raises before any call is signed, so that a signed call
 * which succeeds shows that they are gone.
 */
final class Unfound {

  /** What the providers of botocore raise ({@code botocore.credentials}). */
  private static final Set<String> RAISED =
      Set.of(
          "NoCredentialsError",
          "PartialCredentialsError",
          "CredentialRetrievalError",
          "MetadataRetrievalError",
          "InvalidConfigError",
          "ConfigNotFound",
          "ConfigParseError",
          "ProfileNotFound",
          "UnknownCredentialError",
          "InfiniteLoopConfigError",
          "SSOTokenLoadError",
          "UnauthorizedSSOTokenError",
          "TokenRetrievalError");

  /** Of which one call at rest tells nothing. */
  private static final Set<String> OTHERWISE =
      Set.of(
          "credentials/concurrent-resolution",
          "credentials/refresh-failed",
          "credentials/shadowed",
          "credentials/static-temporary");

  private Unfound() {}

  /** Whether a cause is one of such a failure. */
  static boolean is(ToldFailure failure, ToldCause cause) {
    return cause.id().startsWith("credentials/")
        && !OTHERWISE.contains(cause.id())
        && failure.code().isEmpty()
        && RAISED.contains(failure.exception());
  }

  /** The same cause, to be asked by a call that all credentials may make. */
  static ToldCause byCall(ToldCause cause) {
    return new ToldCause(
        cause.id(),
        cause.outcome(),
        cause.summary(),
        cause.because(),
        cause.needs(),
        cause.fixes(),
        Check.STATE,
        "aws sts get-caller-identity"
            + ChainNow.profile(cause.command())
                .map(p -> " --profile " + Literal.shell(p))
                .orElse(""),
        cause.expect());
  }

  /**
   * What the settings of a machine say of finding credentials; not known where boto3 asks or runs
   * something for them, of which they do not tell.
   */
  static Verified unlessAsked(Verified v, ToldFailure failure, ToldCause cause, ChainNow chain) {
    return v.state() == State.STILL_THERE && is(failure, cause)
        ? chain
            .asks(cause)
            .map(what -> Asked.open(cause, "what boto3 finds hangs on what `" + what + "` answers"))
            .orElse(v)
        : v;
  }
}
