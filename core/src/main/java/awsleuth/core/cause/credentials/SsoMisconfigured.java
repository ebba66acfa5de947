package awsleuth.core.cause.credentials;

import awsleuth.core.cause.Cause;
import awsleuth.core.cause.Finding;
import awsleuth.core.cause.Fix;
import awsleuth.core.cause.Outcome;
import awsleuth.core.cause.Stage;
import awsleuth.core.fact.Facts;
import awsleuth.core.fact.Literal;
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
    return Outcome.confirmed(
        new Finding(
            "the SSO settings name an account, role or start URL that does not fit",
            Finding.Specificity.MESSAGE,
            List.of(facts.citeError()),
            List.of(
                Fix.command("let the CLI write them", "aws configure sso"),
                Fix.setting(
                    "or correct them",
                    "[profile "
                        + Literal.setting(Identity.profile(facts))
                        + "]\nsso_session = <session>\nsso_account_id = <account-id>\nsso_role_name = <permission-set>\n[sso-session <session>]\nsso_start_url = <url>\nsso_region = <region>")),
            Identity.who(facts, "it prints the identity")));
  }
}
