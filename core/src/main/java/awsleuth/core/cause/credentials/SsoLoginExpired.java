package awsleuth.core.cause.credentials;

import awsleuth.core.cause.Cause;
import awsleuth.core.cause.Finding;
import awsleuth.core.cause.Fix;
import awsleuth.core.cause.Outcome;
import awsleuth.core.cause.Stage;
import awsleuth.core.fact.Citation;
import awsleuth.core.fact.Facts;
import awsleuth.core.fact.Literal;
import awsleuth.core.fact.Mentioned;
import java.util.List;
import java.util.stream.Stream;

/** The SSO token is missing or expired. */
final class SsoLoginExpired implements Cause {

  /**
   * The status of an answer without an error type, which is that of no other error (SSO portal API
   * reference, GetRoleCredentials).
   */
  private static final String UNTYPED = "401";

  @Override
  public String id() {
    return "credentials/sso-login-expired";
  }

  @Override
  public Stage stage() {
    return Stage.CREDENTIALS;
  }

  @Override
  public Outcome examine(Facts facts) {
    if (!(facts.exception(
            "SSOTokenLoadError",
            "UnauthorizedSSOTokenError",
            "TokenRetrievalError",
            "LoginRefreshRequired",
            "LoginTokenLoadError",
            "SSOError")
        || (facts.call().service().equals("sso-oidc")
            && facts.code(
                "InvalidGrantException", "ExpiredTokenException", "UnauthorizedClientException"))
        || (facts.call().service().equals("sso") && facts.code("UnauthorizedException", UNTYPED))
        || ((facts.call().code().isEmpty() || facts.code("UnauthorizedException"))
            && facts.seen(CredentialsClue.SSO_EXPIRED))
        || NoneFound.isEndedBySso(facts))) {
      return Outcome.NOT_SEEN;
    }
    return Outcome.confirmed(
        new Finding(
            facts.seen(CredentialsClue.SSO_ABSENT)
                ? "there is no token of an SSO login"
                : "the SSO login has expired",
            Finding.Specificity.CODE,
            because(facts),
            List.of(
                Fix.command(
                    facts.seen(CredentialsClue.SSO_ABSENT) ? "log in" : "log in again",
                    "aws sso login"
                        + session(facts)
                        + (!session(facts).isEmpty() || Identity.profile(facts).equals("default")
                            ? ""
                            : " --profile " + Literal.shell(Identity.profile(facts))))),
            Identity.who(facts, "it prints the identity")));
  }

  private static List<Citation> because(Facts facts) {
    Citation said =
        facts
            .citation(CredentialsClue.SSO_EXPIRED)
            .or(() -> facts.citation(CredentialsClue.CHAIN_SSO))
            .orElseGet(facts::citeError);
    return session(facts).isEmpty()
        ? Stream.concat(Stream.of(said), Identity.chosen(facts).stream()).toList()
        : List.of(said);
  }

  /** The session that the message names; older profiles are told by their start URL. */
  private static String session(Facts facts) {
    return Mentioned.after(facts, "Token for ")
        .filter(name -> !name.contains("://") && facts.seen(CredentialsClue.SSO_EXPIRED))
        .map(name -> " --sso-session " + Literal.shell(name))
        .orElse("");
  }
}
