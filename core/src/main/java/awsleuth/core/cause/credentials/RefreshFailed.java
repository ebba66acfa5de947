package awsleuth.core.cause.credentials;

import awsleuth.core.cause.Cause;
import awsleuth.core.cause.Finding;
import awsleuth.core.cause.Fix;
import awsleuth.core.cause.Outcome;
import awsleuth.core.cause.Stage;
import awsleuth.core.fact.Citation;
import awsleuth.core.fact.Facts;
import awsleuth.core.fact.Literal;
import java.util.ArrayList;
import java.util.List;

/** Refreshable credentials could not be refreshed. */
final class RefreshFailed implements Cause {

  @Override
  public String id() {
    return "credentials/refresh-failed";
  }

  @Override
  public Stage stage() {
    return Stage.CREDENTIALS;
  }

  @Override
  public Outcome examine(Facts facts) {
    if (isOther(facts)) {
      return Outcome.possible(
          finding(facts, "the provider of the credentials failed"),
          "what the provider asked, and what came back",
          "the program with boto3.set_stream_logger('botocore.credentials')");
    }
    if (!(facts.call().code().isEmpty()
        && (facts.seen(CredentialsClue.REFRESH) || isInRefresh(facts))
        && !facts.exception(
            "RefreshWithMFAUnsupportedError",
            "TokenRetrievalError",
            "UnauthorizedSSOTokenError",
            "SSOTokenLoadError")
        && !facts.seen(CredentialsClue.SSO_EXPIRED))) {
      return Outcome.NOT_SEEN;
    }
    return Outcome.confirmed(finding(facts, "the credentials could not be renewed"));
  }

  private static Finding finding(Facts facts, String summary) {
    return new Finding(
        summary,
        Finding.Specificity.MESSAGE,
        because(facts),
        List.of(
            Fix.command(
                "see why: the provider and its error",
                profile(facts)
                    + "python3 -c 'import boto3;"
                    + " boto3.set_stream_logger(\"botocore.credentials\");"
                    + " print(boto3.client(\"sts\").get_caller_identity())'"),
            Fix.command(
                "compare the clock",
                "date -u; curl -sI https://sts.amazonaws.com | grep -i ^date")),
        Identity.who(facts, "it prints the identity"));
  }

  /** A profile named default is refused where no file has one, so that it is not named. */
  private static String profile(Facts facts) {
    String profile = Identity.profile(facts);
    return facts.environment().isEmpty()
        ? "AWS_PROFILE=<profile> "
        : profile.equals("default") ? "" : "AWS_PROFILE=" + Literal.shell(profile) + " ";
  }

  private static List<Citation> because(Facts facts) {
    List<Citation> because = new ArrayList<>();
    because.add(facts.citation(CredentialsClue.REFRESH).orElseGet(facts::citeError));
    facts
        .found("container")
        .filter(_ -> facts.seen(CredentialsClue.REFRESH))
        .ifPresent(p -> because.add(Facts.cite(p.words(), p.source())));
    return because;
  }

  /** Whether a provider failed that no other cause knows: one of a plugin or of another's fork. */
  private static boolean isOther(Facts facts) {
    return facts.exception("CredentialRetrievalError")
        && NamedSource.in(facts).isEmpty()
        && !facts.captured("provider").orElse("").equals("custom-process")
        && !facts.seen(CredentialsClue.IMDS)
        && !facts.seen(CredentialsClue.CONTAINER)
        && !facts.seen(CredentialsClue.SSO_EXPIRED)
        && !facts.seen(CredentialsClue.SSO_CONFIG)
        && !facts.seen(CredentialsClue.WEB_IDENTITY)
        && !facts.seen(CredentialsClue.MFA);
  }

  /** Whether one of Python's own errors came up while botocore renewed credentials or a token. */
  private static boolean isInRefresh(Facts facts) {
    return facts.exception("RuntimeError", "TypeError", "AttributeError", "KeyError", "OSError")
        && facts.frames().stream()
            .anyMatch(f ->
                f.function().equals("_protected_refresh")
                    || f.function().equals("_refresh_access_token"));
  }
}
