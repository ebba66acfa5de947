package awsleuth.core.cause.network;

import awsleuth.core.cause.Cause;
import awsleuth.core.cause.Finding;
import awsleuth.core.cause.Fix;
import awsleuth.core.cause.Outcome;
import awsleuth.core.cause.Stage;
import awsleuth.core.cause.Verification;
import awsleuth.core.fact.Facts;
import awsleuth.core.fact.Literal;
import java.util.List;

/** No Region is configured. */
final class NoRegion implements Cause {

  @Override
  public String id() {
    return "network/no-region";
  }

  @Override
  public Stage stage() {
    return Stage.CLIENT;
  }

  @Override
  public Outcome examine(Facts facts) {
    if (!(facts.exception("NoRegionError"))) {
      return Outcome.NOT_SEEN;
    }
    return Outcome.confirmed(
        new Finding(
            "no Region is configured",
            Finding.Specificity.CODE,
            List.of(facts.citeError()),
            List.of(
                Fix.setting(
                    "set it in the profile",
                    Connections.profileLine(
                        facts,
                        "region = "
                            + (facts.call().region().isEmpty()
                                ? "<region>"
                                : Literal.setting(facts.call().region())))),
                Fix.command(
                    "or in the environment: boto3 reads AWS_DEFAULT_REGION, not AWS_REGION",
                    "export AWS_DEFAULT_REGION="
                        + Literal.shell(facts.call().region(), "<region>")),
                Fix.codeEdit(
                    "or on the client",
                    "boto3.client("
                        + Literal.python(
                            facts.call().service().isEmpty() ? "<service>" : facts.call().service())
                        + ", region_name=\"<region>\")")),
            new Verification.Query("aws configure get region", "it prints a Region")));
  }
}
