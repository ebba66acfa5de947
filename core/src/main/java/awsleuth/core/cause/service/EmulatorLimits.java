package awsleuth.core.cause.service;

import awsleuth.core.cause.Again;
import awsleuth.core.cause.Cause;
import awsleuth.core.cause.Finding;
import awsleuth.core.cause.Fix;
import awsleuth.core.cause.Outcome;
import awsleuth.core.cause.Stage;
import awsleuth.core.fact.Citation;
import awsleuth.core.fact.Facts;
import awsleuth.core.fact.Literal;
import awsleuth.core.fact.OtherMakersEndpoint;
import java.util.List;
import java.util.Optional;

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
    Optional<OtherMakersEndpoint> set =
        facts.code("UnknownOperationException", "UnknownOperation", "InvalidAction")
            ? OtherMakersEndpoint.in(facts)
            : Optional.empty();
    if (set.isPresent()) {
      Finding finding = finding(facts, List.of(facts.citeError(), set.get().cite()));
      return OtherMakersEndpoint.answered(facts) || facts.seen(ServiceClue.NOT_IMPLEMENTED)
          ? Outcome.confirmed(finding)
          : Outcome.possible(
              finding.perhaps(),
              "what answers at `" + set.get().host() + "`: AWS itself or another maker's store",
              "curl -sv " + Literal.shell(set.get().url()) + " -o /dev/null");
    }
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
    return finding(facts, List.of(facts.citeError()));
  }

  private static Finding finding(Facts facts, List<Citation> because) {
    return new Finding(
        "the emulator or compatible store does not know this operation",
        Finding.Specificity.MESSAGE,
        because,
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
