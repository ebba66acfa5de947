package awsleuth.core.cause.credentials;

import awsleuth.boto.credentials.Method;
import awsleuth.core.cause.Cause;
import awsleuth.core.cause.Finding;
import awsleuth.core.cause.Fix;
import awsleuth.core.cause.Misread;
import awsleuth.core.cause.Outcome;
import awsleuth.core.cause.Stage;
import awsleuth.core.evidence.ProfileSetting.File;
import awsleuth.core.evidence.Source;
import awsleuth.core.fact.BotoSetup;
import awsleuth.core.fact.Citation;
import awsleuth.core.fact.Facts;
import java.util.ArrayList;
import java.util.List;

/** The SSO settings are wrong. */
final class SsoMisconfigured implements Cause {

  @Override
  public String id() {
    return "credentials/sso-misconfigured";
  }

  @Override
  public Stage stage() {
    return Stage.SESSION;
  }

  @Override
  public Outcome examine(Facts facts) {
    if (!((facts.call().operation().equals("GetRoleCredentials")
            && facts.code(
                "ForbiddenException", "ResourceNotFoundException", "InvalidRequestException"))
        || (facts.exception("InvalidConfigError") && facts.seen(CredentialsClue.SSO_CONFIG))
        || (facts.call().service().equals("sso-oidc")
            && facts.code("InvalidRequestException", "InvalidClientException")))) {
      return Outcome.NOT_SEEN;
    }
    BotoSetup boto = facts.boto();
    boolean config = facts.exception("InvalidConfigError");
    boolean seen = config && boto.raised().equals("InvalidConfigError");
    boolean certain =
        config
            && boto.hasEnvironment()
            && boto.files().source(File.CONFIG).isPresent()
            && !facts.ownSession();
    boolean sso = boto.decider().filter(m -> m == Method.SSO).isPresent();
    if (certain && sso && boto.raised().isEmpty()) {
      return Outcome.ruledOut(
          "the SSO settings are whole here",
          Winner.place(boto, boto.resolution()).stream().toArray(Source[]::new));
    }
    List<Citation> because = new ArrayList<>(List.of(facts.citeError()));
    if (seen) {
      boto.decider().flatMap(boto::step).ifPresent(s -> because.addAll(boto.citations(s.notes())));
    }
    List<Misread> misread = seen ? Misread.solving(facts, b -> b.raised().isEmpty()) : List.of();
    List<Fix> fixes = new ArrayList<>();
    misread.forEach(m -> {
      because.add(m.citation());
      fixes.add(m.fix());
    });
    List<Fix> exact = config ? SsoSettings.fixes(facts) : List.of();
    fixes.addAll(exact.isEmpty() ? general(facts) : exact);
    return Outcome.confirmed(
        new Finding(
            facts.seen(CredentialsClue.SSO_LACKING)
                ? "the profile lacks settings that SSO needs"
                : facts.captured("sso_session").isPresent()
                    ? "the profile names an sso-session that there is not"
                    : "the SSO settings name an account, role or start URL that does not fit",
            Finding.Specificity.MESSAGE,
            because,
            fixes,
            Identity.who(facts, "it prints the identity")));
  }

  private static List<Fix> general(Facts facts) {
    List<Fix> fixes = new ArrayList<>();
    if (facts.code("ForbiddenException")) {
      fixes.add(
          Fix.command(
              "see which accounts and roles the login has: where the one of the profile is missing,"
                  + " ask who runs IAM Identity Center to assign it",
              "aws configure sso"));
    } else {
      fixes.add(Fix.command("let the CLI write them", "aws configure sso"));
    }
    fixes.add(
        Fix.setting(
            "or correct them",
            Identity.section(facts)
                + "\n"
                + "sso_session = <session>\n"
                + "sso_account_id = <account-id>\n"
                + "sso_role_name = <permission-set>\n"
                + "[sso-session <session>]\n"
                + "sso_start_url = <url>\n"
                + "sso_region = <region>"));
    return fixes;
  }
}
