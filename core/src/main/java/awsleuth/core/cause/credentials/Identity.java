package awsleuth.core.cause.credentials;

import awsleuth.boto.credentials.Method;
import awsleuth.core.cause.Fix;
import awsleuth.core.cause.Verification;
import awsleuth.core.evidence.EnvironmentVariable;
import awsleuth.core.fact.Citation;
import awsleuth.core.fact.Facts;
import awsleuth.core.fact.Literal;
import java.util.Optional;
import java.util.stream.Stream;

/** What the credentials causes share. */
final class Identity {

  /** {@code --profile} of a command, as parameters are called. */
  private static final String OPTION = "Profile";

  static final String WHO = "aws sts get-caller-identity";

  private Identity() {}

  static boolean isExpiredCode(Facts facts) {
    return facts.code(
            "ExpiredToken",
            "ExpiredTokenException",
            "RequestExpired.Token",
            "TokenRefreshRequired",
            "ExpiredCredentials")
        || (facts.code(
                "InvalidClientTokenId",
                "UnrecognizedClientException",
                "AuthFailure",
                "AccessDenied",
                "400",
                "403",
                "")
            && facts.seen(
                isOfProvider(facts) ? CredentialsClue.EXPIRED_AT_AWS : CredentialsClue.EXPIRED)
            && !facts.seen(CredentialsClue.SSO_EXPIRED)
            && !facts.seen(CredentialsClue.REGISTRY));
  }

  /** Whether the words are those of what should give credentials, about a token of its own. */
  private static boolean isOfProvider(Facts facts) {
    return facts.exception("CredentialRetrievalError") && facts.call().code().isEmpty();
  }

  static boolean isInvalidCode(Facts facts) {
    return facts.code(
            "InvalidClientTokenId",
            "InvalidAccessKeyId",
            "UnrecognizedClientException",
            "UnrecognizedClient",
            "InvalidAccessKey",
            "InvalidClientTokenIdException",
            "NotSignedUp.Key")
        || isUnspecific(facts)
        || (facts.call().code().isEmpty() && facts.seen(CredentialsClue.INVALID));
  }

  /**
   * Whether EC2 says no more than that it could not validate the credentials: a key unknown, a
   * signature that does not match, a clock that is off and an account not signed up all give it.
   * Where it says that something is another account's, it knows who called
   * (https://docs.aws.amazon.com/AWSEC2/latest/APIReference/errors-overview.html).
   */
  static boolean isUnspecific(Facts facts) {
    return facts.code("AuthFailure") && !facts.seen(CredentialsClue.OF_OTHERS);
  }

  /**
   * Whether EC2 says that a request came too late: by a clock that is off, with temporary
   * credentials that have expired, or by a presigned URL
   * (https://docs.aws.amazon.com/AWSEC2/latest/APIReference/errors-overview.html, RequestExpired).
   */
  static boolean isLate(Facts facts) {
    return facts.code("RequestExpired") && !facts.seen(CredentialsClue.CLOCK);
  }

  static boolean isClock(Facts facts) {
    return facts.code("RequestTimeTooSkewed", "RequestInTheFuture")
        || (facts.code(
                "RequestExpired",
                "SignatureDoesNotMatch",
                "InvalidSignatureException",
                "InvalidSignature",
                "AuthFailure",
                "")
            && facts.seen(CredentialsClue.CLOCK));
  }

  /** The profile that the program uses: that of the message, else that of the environment. */
  static String profile(Facts facts) {
    return facts
        .captured("profile")
        .or(() -> facts.parameter(OPTION))
        .or(() -> facts.boto().argument())
        .or(() -> facts.variable("AWS_DEFAULT_PROFILE").map(EnvironmentVariable::value))
        .or(() -> facts.variable("AWS_PROFILE").map(EnvironmentVariable::value))
        .filter(p -> !p.isEmpty())
        .orElse("default");
  }

  /** The variable that chooses the profile in use; empty where none of those given does. */
  static Optional<Citation> chosen(Facts facts) {
    return isNamed(facts)
        ? Optional.empty()
        : Stream.of("AWS_DEFAULT_PROFILE", "AWS_PROFILE")
            .flatMap(name -> facts.variable(name).stream())
            .filter(v -> !v.value().isEmpty())
            .findFirst()
            .map(v ->
                Facts.cite(
                    v.name() + " chooses the profile `" + Literal.line(v.value()) + "`",
                    v.source()));
  }

  /** Whether the message, the command or the program names the profile, whatever is set. */
  private static boolean isNamed(Facts facts) {
    return facts.captured("profile").isPresent()
        || facts.parameter(OPTION).isPresent()
        || facts.boto().argument().isPresent();
  }

  /** Whether the profile in use is known: named, or chosen by the environment that was given. */
  private static boolean isKnown(Facts facts) {
    return isNamed(facts) || !facts.environment().isEmpty();
  }

  /** The option that names the profile in use; a placeholder where no evidence names one. */
  static String profileOption(Facts facts) {
    return isKnown(facts) ? profileOf(facts) : " --profile <profile>";
  }

  /** The line in ~/.aws/config above its settings; a placeholder where no evidence names it. */
  static String section(Facts facts) {
    String profile = isKnown(facts) ? Literal.setting(profile(facts)) : "<profile>";
    return profile.equals("default") ? "[default]" : "[profile " + profile + "]";
  }

  /** The option for a profile that is told; empty for the default one. */
  static String profileOf(Facts facts) {
    String profile = profile(facts);
    return profile.equals("default") ? "" : " --profile " + Literal.shell(profile);
  }

  static Verification who(Facts facts, String expect) {
    String profile = profile(facts);
    return new Verification.Query(
        WHO
            + (profile.equals("default") || isHidden(facts)
                ? ""
                : " --profile " + Literal.shell(profile)),
        expect);
  }

  /** Whether keys in the environment win over the profile, which the option would undo. */
  private static boolean isHidden(Facts facts) {
    return facts.boto().decider().filter(m -> m == Method.ENV).isPresent();
  }

  /**
   * What boto3 does in the environment at hand, asked of awsleuth itself: the CLI has own rules.
   */
  static Verification here(Facts facts, String expect) {
    String given =
        facts
            .captured("profile")
            .filter(p -> !isChosen(facts, p))
            .or(() -> facts.boto().argument())
            .map(Literal::shell)
            .orElse("");
    return new Verification.Probe(
        "awsleuth credentials" + (given.isEmpty() ? "" : " --profile " + given), expect);
  }

  /** Whether a variable of the environment given chooses this profile. */
  private static boolean isChosen(Facts facts, String profile) {
    return facts.boto().resolution().profile().filter(f -> f.value().equals(profile)).isPresent();
  }

  /** Whether it was surely Python that made the call, and not a command or another SDK. */
  static boolean isPython(Facts facts) {
    return !facts.frames().isEmpty() || !facts.call().exception().isEmpty();
  }

  static Fix unset() {
    return Fix.command(
        "let the profile win: remove the keys from the environment",
        "unset AWS_ACCESS_KEY_ID AWS_SECRET_ACCESS_KEY AWS_SESSION_TOKEN");
  }

  /** Whether a key id is that of temporary credentials. */
  static boolean isTemporary(String keyId) {
    return keyId.startsWith("ASIA");
  }
}
