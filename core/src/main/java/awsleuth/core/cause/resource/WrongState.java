package awsleuth.core.cause.resource;

import awsleuth.core.cause.Cause;
import awsleuth.core.cause.Finding;
import awsleuth.core.cause.Meaning;
import awsleuth.core.cause.Outcome;
import awsleuth.core.cause.Stage;
import awsleuth.core.fact.CodeFamily;
import awsleuth.core.fact.Facts;
import awsleuth.core.fact.ThingChange;
import java.util.stream.Stream;

/** Its state forbids the call. */
final class WrongState implements Cause {

  @Override
  public String id() {
    return "resource/wrong-state";
  }

  @Override
  public Stage stage() {
    return Stage.RESOURCE;
  }

  @Override
  public Outcome examine(Facts facts) {
    if (Codes.isToldToExist(facts)) {
      return Outcome.NOT_SEEN; // the code stands for a state too, the message tells another thing
    }
    boolean known = Codes.isWrongState(facts) && !Codes.isNotFound(facts);
    if (!known
        && (facts.family() != CodeFamily.STATE
            || facts.code(
                "ExpiredToken",
                "ExpiredTokenException",
                "RequestExpired",
                "AllAccessDisabled",
                "ServiceUnavailable",
                "ServiceUnavailableException",
                "InvalidClientTokenId")
            || Codes.isNotFound(facts))) {
      return Outcome.NOT_SEEN;
    }
    Meaning meaning = Meaning.of(known);
    Finding finding =
        new Finding(
            facts.seen(ResourceClue.UP_TO_DATE)
                ? "the stack is as it shall be: there is nothing to update"
                : Protection.is(facts)
                    ? "it is protected from being deleted"
                    : Codes.isNeeded(facts)
                        ? "other things still belong to it or use it"
                        : "its present state forbids the call",
            meaning.specificity(),
            Stream.concat(
                    Stream.of(facts.citeError()),
                    ThingChange.of(facts).map(c -> c.cite("changed it")).stream())
                .toList(),
            State.of(facts).fixes(facts),
            State.of(facts).check(facts));
    return meaning.outcome(finding, facts);
  }
}
