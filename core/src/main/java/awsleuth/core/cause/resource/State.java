package awsleuth.core.cause.resource;

import awsleuth.core.cause.Again;
import awsleuth.core.cause.Fix;
import awsleuth.core.cause.Verification;
import awsleuth.core.fact.Facts;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A state that forbids a call: how it is looked at, and what leads out of it. */
sealed interface State permits StackState, ThingState {

  /** Whether the failure is of this state. */
  boolean isOf(Facts facts);

  /** How it is looked at, and what leads out of it; one or more. */
  List<Fix> fixes(Facts facts);

  /** How it is seen that the call succeeds again. */
  default Verification check(Facts facts) {
    return Codes.rerun(facts, "the call succeeds in the right state");
  }

  /** The state that a failure tells of. */
  static State of(Facts facts) {
    return Stream.<State>concat(Stream.of(ThingState.values()), Stream.of(StackState.values()))
        .filter(s -> s.isOf(facts))
        .findFirst()
        .orElse(ThingState.OTHER);
  }

  /** By one of the waiters that ask for the state; the call again where the model has none. */
  static List<Fix> waiting(Facts facts, Optional<String> asking) {
    List<String> waiters =
        facts
            .catalog()
            .service(facts.call().service())
            .map(s -> asking.map(s::waitersOf).orElse(List.of()))
            .orElse(List.of());
    if (waiters.isEmpty()) {
      return List.of(
          Again.fix(facts, "run it again once it is in the state that the call needs", ""));
    }
    String names =
        String.join(", ", waiters.stream().map(w -> facts.catalog().methodName(w)).toList());
    return List.of(
        Fix.codeEdit(
            "wait for the state that the call needs; there are " + names,
            "client.get_waiter(\"<waiter>\").wait(<parameters>)"));
  }

  /** The option that names the call's Region; empty where it is not known. */
  static String region(Facts facts) {
    String region = facts.call().region();
    return facts.catalog().region(region).isPresent() ? " --region " + region : "";
  }
}
