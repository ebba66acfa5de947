package awsleuth.core.cause.credentials;

import awsleuth.core.cause.Cause;
import awsleuth.core.cause.Finding;
import awsleuth.core.cause.Fix;
import awsleuth.core.cause.Outcome;
import awsleuth.core.cause.Stage;
import awsleuth.core.cause.Verification;
import awsleuth.core.fact.Facts;
import awsleuth.core.fact.Literal;
import java.util.List;

/** The token is not valid in an opt-in Region. */
final class RegionNotEnabled implements Cause {

  @Override
  public String id() {
    return "credentials/region-not-enabled";
  }

  @Override
  public Stage stage() {
    return Stage.AUTHENTICATION;
  }

  @Override
  public Outcome examine(Facts facts) {
    if (!((Identity.isInvalidCode(facts)
            || facts.code("InvalidToken", "RegionDisabledException", "RegionNotEnabled"))
        && (OptIn.in(facts) || facts.call().region().isEmpty()))) {
      return Outcome.NOT_SEEN;
    }
    if (OptIn.in(facts) && KeySource.tokenless(facts).isEmpty()) {
      return Outcome.confirmed(
          new Finding(
              "the Region "
                  + Literal.shell(facts.call().region())
                  + " has to be enabled for the account",
              Finding.Specificity.MESSAGE,
              List.of(
                  facts.cite(
                      "the call went to "
                          + Literal.shell(facts.call().region())
                          + ", an opt-in Region")),
              List.of(
                  Fix.command(
                      "see whether it is enabled",
                      "aws account get-region-opt-status --region-name "
                          + Literal.shell(facts.call().region())),
                  Fix.askAdministrator(
                      "enable it",
                      "aws account enable-region --region-name "
                          + Literal.shell(facts.call().region()))),
              new Verification.Query(
                  "aws sts get-caller-identity --region " + Literal.shell(facts.call().region()),
                  "it answers there")));
    }
    return Outcome.possible(
        new Finding(
            facts.call().region().isEmpty()
                ? "the Region of the call may be one that accounts have to enable"
                : "the Region "
                    + Literal.shell(facts.call().region())
                    + " is one that accounts have to enable",
            Finding.Specificity.KIND,
            List.of(facts.citeError()),
            List.of(
                Fix.command(
                    "see whether it is enabled",
                    "aws account get-region-opt-status --region-name "
                        + Literal.shell(facts.call().region(), "<region>")),
                Fix.askAdministrator(
                    "enable it",
                    "aws account enable-region --region-name "
                        + Literal.shell(facts.call().region(), "<region>")),
                Fix.setting(
                    "or get tokens from the regional STS endpoint, whose tokens are valid everywhere",
                    "[default]\nsts_regional_endpoints = regional")),
            new Verification.Query(
                "aws sts get-caller-identity --region "
                    + Literal.shell(facts.call().region(), "<region>"),
                "it answers in that Region")),
        "the Region of the call",
        "the endpoint or region_name of the client; `aws account list-regions`");
  }
}
