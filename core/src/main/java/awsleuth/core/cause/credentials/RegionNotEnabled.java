package awsleuth.core.cause.credentials;

import awsleuth.core.cause.Cause;
import awsleuth.core.cause.Finding;
import awsleuth.core.cause.Fix;
import awsleuth.core.cause.Outcome;
import awsleuth.core.cause.Stage;
import awsleuth.core.cause.Verification;
import awsleuth.core.fact.Citation;
import awsleuth.core.fact.Facts;
import awsleuth.core.fact.Literal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The token is not valid in an opt-in Region. */
final class RegionNotEnabled implements Cause {

  /** With these AWS says itself that the Region is not enabled. */
  private static final String[] CODES = {"RegionDisabledException", "RegionNotEnabled"};

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
    if (!((Identity.isInvalidCode(facts) || facts.code("InvalidToken") || facts.code(CODES))
            && (OptIn.in(facts)
                || facts.call().region().isEmpty()
                || facts.seen(CredentialsClue.STS_INACTIVE)))
        || OtherPartition.of(facts).isPresent()) {
      return Outcome.NOT_SEEN;
    }
    if (facts.seen(CredentialsClue.STS_INACTIVE)) {
      return Outcome.confirmed(inactive(facts));
    }
    Optional<OptIn> told = OptIn.told(facts);
    if (told.isPresent() && told.get().enabled()) {
      return Outcome.ruledOut("the account has the Region enabled", told.get().cite().source());
    }
    if (told.isPresent() || (OptIn.in(facts) && facts.code(CODES))) {
      return Outcome.confirmed(optIn(facts, told));
    }
    return OptIn.in(facts) && KeySource.tokenless(facts).isEmpty()
        ? Outcome.possible(
            optIn(facts, told),
            "whether the account has the Region enabled",
            "aws account get-region-opt-status --region-name "
                + Literal.shell(facts.call().region()))
        : Outcome.possible(
            unknown(facts),
            "the Region of the call",
            "the endpoint or region_name of the client; `aws account list-regions`");
  }

  private static Finding optIn(Facts facts, Optional<OptIn> told) {
    String region = Literal.shell(facts.call().region());
    List<Citation> because = new ArrayList<>();
    because.add(facts.cite("the call went to " + region + ", an opt-in Region"));
    told.map(OptIn::cite).ifPresent(because::add);
    boolean sure = told.isPresent() || facts.code(CODES);
    return new Finding(
        "the Region " + region + (sure ? " has" : " may have") + " to be enabled for the account",
        told.isPresent() ? Finding.Specificity.EVIDENCE : Finding.Specificity.MESSAGE,
        because,
        enable(region),
        new Verification.Query(
            "aws sts get-caller-identity --region " + region, "it answers there"));
  }

  private static Finding unknown(Facts facts) {
    String region = Literal.shell(facts.call().region(), "<region>");
    List<Fix> fixes = new ArrayList<>(enable(region));
    fixes.add(
        Fix.setting(
            "or get tokens from the regional STS endpoint, whose tokens are valid everywhere",
            "[default]\nsts_regional_endpoints = regional"));
    return new Finding(
        facts.call().region().isEmpty()
            ? "the Region of the call may be one that accounts have to enable"
            : "the Region " + region + " is one that accounts have to enable",
        Finding.Specificity.KIND,
        List.of(facts.citeError()),
        fixes,
        new Verification.Query(
            "aws sts get-caller-identity --region " + region, "it answers in that Region"));
  }

  private static List<Fix> enable(String region) {
    return List.of(
        Fix.command(
            "see whether it is enabled",
            "aws account get-region-opt-status --region-name " + region),
        Fix.askAdministrator("enable it", "aws account enable-region --region-name " + region));
  }

  /** An administrator may deactivate STS in a Region (IAM user guide, "Managing AWS STS"). */
  private static Finding inactive(Facts facts) {
    String region = facts.call().region();
    String shown = region.isEmpty() ? "<region>" : region;
    return new Finding(
        "STS is deactivated for the account in " + (region.isEmpty() ? "this Region" : region),
        Finding.Specificity.MESSAGE,
        List.of(facts.citeError()),
        List.of(
            Fix.askAdministrator(
                "activate it again",
                "Please activate STS for the Region "
                    + shown
                    + ": IAM console, Account settings, Security Token Service."),
            Fix.codeEdit(
                "or call STS in a Region where it is active: its tokens are valid everywhere",
                "boto3.client(\"sts\", region_name=\"<region>\")")),
        new Verification.Query(
            "aws sts get-caller-identity --region " + Literal.shell(region, "<region>"),
            "it answers in that Region"));
  }
}
