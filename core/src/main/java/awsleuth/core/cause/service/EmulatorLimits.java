package awsleuth.core.cause.service;

import awsleuth.core.cause.Again;
import awsleuth.core.cause.Cause;
import awsleuth.core.cause.Finding;
import awsleuth.core.cause.Fix;
import awsleuth.core.cause.Outcome;
import awsleuth.core.cause.Stage;
import awsleuth.core.fact.Facts;
import java.util.List;

/** The emulator or compatible store does not know the operation. */
final class EmulatorLimits implements Cause {

  @Override
  public String id() {
    return "service/emulator-limits";
  }

  @Override
  public Stage stage() {
    return Stage.EXECUTION;
  }

  @Override
  public Outcome examine(Facts facts) {
    if (facts.code("NotImplemented")
        && !facts.seen(ServiceClue.EMULATOR)
        && facts.seen(ServiceClue.LACKING)) {
      return Outcome.possible(
          finding(facts),
          "which store answers: whether an endpoint URL is set",
          "env | grep AWS_ENDPOINT; grep -n endpoint_url ~/.aws/config");
    }
    if (!facts.seen(ServiceClue.NOT_IMPLEMENTED)
        && !(facts.code(
                "NotImplemented",
                "InvalidAction",
                "UnknownOperationException",
                "NotImplementedError",
                "501")
            && (facts.seen(ServiceClue.EMULATOR) || facts.code("501", "NotImplementedError")))) {
      return Outcome.NOT_SEEN;
    }
    return Outcome.confirmed(finding(facts));
  }

  private static Finding finding(Facts facts) {
    return new Finding(
        "the emulator or compatible store does not know this operation",
        Finding.Specificity.MESSAGE,
        List.of(facts.citeError()),
        List.of(
            Fix.command("bring the emulator up to date", "pip install --upgrade moto"),
            Fix.askAdministrator(
                "look up whether the store supports the operation",
                "Does it support "
                    + (facts.call().operation().isEmpty()
                        ? "the operation"
                        : facts.call().operation())
                    + "?")),
        Again.of(facts, "the emulator answers"));
  }
}
