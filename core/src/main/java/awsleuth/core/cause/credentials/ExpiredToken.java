package awsleuth.core.cause.credentials;

import awsleuth.boto.credentials.Method;
import awsleuth.boto.credentials.Resolution;
import awsleuth.core.cause.Cause;
import awsleuth.core.cause.FileEdits;
import awsleuth.core.cause.Finding;
import awsleuth.core.cause.Fix;
import awsleuth.core.cause.Outcome;
import awsleuth.core.cause.SilentAnswer;
import awsleuth.core.cause.Stage;
import awsleuth.core.evidence.Source;
import awsleuth.core.fact.BotoSetup;
import awsleuth.core.fact.Facts;
import awsleuth.core.fact.Literal;
import java.util.List;
import java.util.Optional;

/** Temporary credentials are past their expiry. */
final class ExpiredToken implements Cause {

  @Override
  public String id() {
    return "credentials/expired-token";
  }

  @Override
  public Stage stage() {
    return Stage.AUTHENTICATION;
  }

  @Override
  public Outcome examine(Facts facts) {
    boolean silent = SilentAnswer.isOfHead(facts);
    boolean late = Identity.isLate(facts);
    if (!silent && !late && !Identity.isExpiredCode(facts)) {
      return Outcome.NOT_SEEN;
    }
    if (KeySource.isLongTerm(facts)) {
      return Outcome.ruledOut(
          "the key in use is a long-term one, without a session token that could end",
          KeySource.in(facts).place().stream().toArray(Source[]::new));
    }
    Finding finding =
        new Finding(
            silent
                ? "the temporary credentials may have expired: to HEAD S3 answers 400"
                : late
                    ? "the temporary credentials may have expired"
                    : "the temporary credentials have expired",
            Finding.Specificity.CODE,
            KeySource.because(facts),
            fixes(facts),
            Identity.who(facts, "it prints the identity, not ExpiredToken"));
    if (late) {
      return Outcome.possible(
          finding,
          "whether the credentials are temporary and when they end, and both clocks",
          "aws configure list; date -u");
    }
    return silent ? SilentAnswer.possible(facts, finding) : Outcome.confirmed(finding);
  }

  /** New ones, and the old ones out of the way: that first where others wait behind them. */
  private static List<Fix> fixes(Facts facts) {
    BotoSetup boto = facts.boto();
    KeySource source = KeySource.in(facts);
    Fix login =
        Fix.command(
            "get new ones where the old came from",
            "aws sso login" + Identity.profileOption(facts));
    if (source.place().isEmpty() && boto.hasEnvironment()) {
      return List.of(again(facts).orElse(login));
    }
    if (!boto.isWhole() || source.place().isEmpty()) {
      return List.of(login, KeySource.seek(facts));
    }
    Resolution without = boto.without(KeySource.set(boto));
    boolean sso = Winner.method(without).filter(m -> m == Method.SSO).isPresent();
    Fix again =
        source.profile().isPresent()
            ? Fix.setting(
                "write new ones over the old from " + FileEdits.at(source.place().get()) + " on",
                """
                aws_access_key_id = <key-id>
                aws_secret_access_key = <secret>
                aws_session_token = <session-token>\
                """)
            : Fix.command(
                "export new ones over the old",
                "export AWS_ACCESS_KEY_ID=<key-id> AWS_SECRET_ACCESS_KEY=<secret>"
                    + " AWS_SESSION_TOKEN=<session-token>");
    return sso
        ? List.of(KeySource.remove(facts), login)
        : Winner.isOfProfile(without) && source.profile().isEmpty()
            ? List.of(KeySource.remove(facts), again)
            : List.of(again, KeySource.remove(facts));
  }

  /** A provider that renews what it gives is asked again by a new session; SSO needs a login. */
  private static Optional<Fix> again(Facts facts) {
    return Winner.method(facts.boto().resolution())
        .filter(m -> m != Method.SSO && m != Method.IAM_ROLE && m != Method.LOGIN)
        .map(m ->
            Fix.codeEdit(
                "make a session anew: it asks `" + m.text() + "` again",
                "session = boto3.Session("
                    + facts
                        .boto()
                        .argument()
                        .map(p -> "profile_name=" + Literal.python(p))
                        .orElse("")
                    + ")"));
  }
}
