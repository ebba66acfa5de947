package awsleuth.core.cause.credentials;

import awsleuth.core.cause.Cause;
import awsleuth.core.cause.Finding;
import awsleuth.core.cause.Fix;
import awsleuth.core.cause.Outcome;
import awsleuth.core.cause.Stage;
import awsleuth.core.evidence.EnvironmentVariable;
import awsleuth.core.fact.Citation;
import awsleuth.core.fact.Facts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A session token is sent but is not accepted. */
final class InvalidSessionToken implements Cause {

  @Override
  public String id() {
    return "credentials/invalid-session-token";
  }

  @Override
  public Stage stage() {
    return Stage.AUTHENTICATION;
  }

  @Override
  public Outcome examine(Facts facts) {
    Optional<EnvironmentVariable> leftOver = KeySource.leftOver(facts);
    if (leftOver.isPresent() && Identity.isInvalidCode(facts) && !Identity.isUnspecific(facts)) {
      return Outcome.confirmed(leftOver(facts, leftOver.get()));
    }
    if (!(facts.code(
            "InvalidToken",
            "InvalidTokenException",
            "InvalidSecurityToken",
            "InvalidSecurityTokenException",
            "MalformedSecurityToken")
        && !OptIn.in(facts)
        && !facts.call().service().startsWith("sso"))) {
      return Outcome.NOT_SEEN;
    }
    return Outcome.confirmed(
        new Finding(
            "the session token is damaged or belongs to other keys",
            Finding.Specificity.CODE,
            KeySource.because(facts),
            List.of(
                KeySource.seek(facts),
                Fix.command(
                    "get a fresh set of all three values",
                    "aws configure export-credentials"
                        + Identity.profileOption(facts)
                        + " --format env")),
            Identity.who(facts, "it prints the identity")));
  }

  /** A token of other credentials, with which AWS does not know a long-term key. */
  private static Finding leftOver(Facts facts, EnvironmentVariable token) {
    List<Citation> because = new ArrayList<>(KeySource.because(facts));
    because.add(
        Facts.cite(
            token.name() + " is set beside a long-term key id, which has no session token",
            token.source()));
    return new Finding(
        "a session token is sent with a long-term key, which has none",
        Finding.Specificity.EVIDENCE,
        because,
        List.of(
            Fix.command("take the left-over token out of the environment", "unset " + token.name()),
            Fix.command(
                "where temporary credentials are meant, get all three values anew",
                "aws configure export-credentials"
                    + Identity.profileOption(facts)
                    + " --format env")),
        Identity.who(facts, "it prints the identity"));
  }
}
