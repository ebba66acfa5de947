package awsleuth.core.fact;

import awsleuth.core.evidence.TrailEvent;
import java.util.Optional;

/**
 * What the access-denied sentence says of a call, and CloudTrail's event of it. For S3 and others
 * the event's {@code errorMessage} says more than the response did; where neither says it, IAM's
 * policy simulator may.
 *
 * @param denial the sentence; unknown where no evidence has one
 * @param event the event; empty where the trail has none that is surely the call's
 */
record Refusal(Fact<Denial> denial, Optional<TrailEvent> event) {

  static Refusal of(Facts facts) {
    Optional<Denial> own = DenialReader.read(facts.failure()).map(d -> spelled(d, facts));
    String caller = own.map(Denial::principal).orElse("");
    Optional<TrailEvent> event = facts.failedEvents().of(facts.call(), caller);
    if (own.isPresent()) {
      return new Refusal(Fact.known(own.get(), facts.failure().source()), event);
    }
    Optional<Fact<Denial>> told =
        event.flatMap(e ->
            DenialReader.read(e.field("errorMessage"))
                .map(d -> Fact.known(spelled(d, facts), e.source())));
    Optional<Fact<Denial>> known = told.or(() -> SimulatedDenial.of(facts));
    return new Refusal(known.orElseGet(Refusal::unknown), event);
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
