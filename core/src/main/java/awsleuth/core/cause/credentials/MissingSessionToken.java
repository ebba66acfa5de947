package awsleuth.core.cause.credentials;

import awsleuth.core.cause.Cause;
import awsleuth.core.cause.Finding;
import awsleuth.core.cause.Fix;
import awsleuth.core.cause.Outcome;
import awsleuth.core.cause.Stage;
import awsleuth.core.evidence.Source;
import awsleuth.core.fact.Citation;
import awsleuth.core.fact.Facts;
import awsleuth.core.fact.Literal;
import java.util.List;
import java.util.Optional;

/** An ASIA key is used without its session token. */
final class MissingSessionToken implements Cause {

  @Override
  public String id() {
    return "credentials/missing-session-token";
  }

  @Override
  public Stage stage() {
    return Stage.AUTHENTICATION;
  }

  @Override
  public Outcome examine(Facts facts) {
    if (!(Identity.isInvalidCode(facts) || facts.code("InvalidToken", "AccessDenied.Token"))) {
      return Outcome.NOT_SEEN;
    }
    Optional<Citation> longTerm =
        facts.citation(CredentialsClue.LONG_TERM_KEY).filter(c -> !facts.code("InvalidToken"));
    if (longTerm.isPresent()) {
      return Outcome.ruledOut(
          "the text shows a key id that begins with AKIA, which needs no token",
          longTerm.get().source());
    }
    Optional<Source> tokenless = KeySource.tokenless(facts);
    if (tokenless.isPresent()) {
      return Outcome.confirmed(
          new Finding(
              "a temporary key (ASIA…) is used without its session token",
              Finding.Specificity.EVIDENCE,
              List.of(
                  facts.citeError(),
                  Facts.cite("the key id begins with ASIA and no token is set", tokenless.get())),
              List.of(third(facts), KeySource.remove(facts)),
              Identity.here(facts, "behind the key it says: with a session token")));
    }
    Optional<Source> place = KeySource.in(facts).place();
    if (place.isPresent() || facts.code("InvalidToken")) {
      return Outcome.ruledOut(
          "the key in use is no temporary key without a token",
          place.stream().toArray(Source[]::new));
    }
    return Outcome.possible(
        new Finding(
                "a temporary key (ASIA…) is used without its session token",
                Finding.Specificity.KIND,
                List.of(facts.citeError()),
                List.of(
                    Fix.setting("set the third value too", "aws_session_token = <session-token>")),
                Identity.who(facts, "it prints the identity"))
            .perhaps(),
        "the first four letters of the key id, and whether a token is set",
        "the environment (env | grep AWS_) or the profile's section");
  }

  private static Fix third(Facts facts) {
    return KeySource.in(facts)
        .profile()
        .map(p ->
            Fix.setting(
                "set the third value too",
                "[" + Literal.setting(p) + "]\naws_session_token = <session-token>"))
        .orElseGet(() ->
            Fix.command("set the third value too", "export AWS_SESSION_TOKEN=<session-token>"));
  }
}
