package awsleuth.core.fact;

import awsleuth.core.evidence.AuthorizationDetail;
import awsleuth.core.evidence.PolicyDocument;
import awsleuth.core.evidence.TrailEvent;
import java.util.Optional;

/**
 * What the access-denied sentence says of a call, and CloudTrail's event of it. For S3 and others
 * the event's {@code errorMessage} says more than the response did; a decoded message or
 * authorization details complete what the text leaves open; where none says it, IAM's policy
 * simulator may.
 *
 * @param denial the sentence; unknown where no evidence has one
 * @param event the event; empty where the trail has none that is surely the call's
 * @param detail what AWS kept of the decision; empty where it was not given
 */
record Refusal(
    Fact<Denial> denial, Optional<TrailEvent> event, Optional<AuthorizationDetail> detail) {

  static Refusal of(Facts facts) {
    Optional<Denial> own = DenialReader.read(facts.failure()).map(d -> spelled(d, facts));
    String caller = own.map(Denial::principal).orElse("");
    Optional<TrailEvent> event =
        Unanswered.is(facts)
            ? Optional.empty()
            : facts
                .surroundings()
                .failedEvents()
                .of(facts.call(), caller, RefusalCode.of(facts.call(), own));
    Optional<AuthorizationDetail> detail =
        facts.isAlone() ? Optional.empty() : DetailedDenial.of(facts, own);
    return new Refusal(denial(facts, own, event, detail), event, detail);
  }

  private static Fact<Denial> denial(
      Facts facts,
      Optional<Denial> own,
      Optional<TrailEvent> event,
      Optional<AuthorizationDetail> detail) {
    if (own.isPresent() && (detail.isEmpty() || isWhole(own.get()))) {
      return Fact.known(own.get(), facts.failure().source());
    }
    if (detail.isPresent()) {
      Denial whole = DetailedDenial.complete(own.orElse(Denial.SILENT), detail.get());
      return Fact.known(whole, detail.get().source());
    }
    return event
        .flatMap(e ->
            DenialReader.read(e.field("errorMessage"))
                .map(d -> Fact.known(spelled(d, facts), e.source())))
        .or(() -> SimulatedDenial.of(facts))
        .orElseGet(Refusal::unknown);
  }

  private static boolean isWhole(Denial denial) {
    return !denial.action().isEmpty()
        && denial.kind() != Denial.Kind.UNKNOWN
        && denial.policyType() != PolicyDocument.Type.UNKNOWN;
  }

  private static Denial spelled(Denial denial, Facts facts) {
    return denial.withAction(ActionSpelling.of(denial.action(), facts.catalog()));
  }

  private static Fact<Denial> unknown() {
    return Fact.unknown(
        "the sentence that names action, resource and policy type",
        "the whole error message, or the CloudTrail event of the call");
  }
}
