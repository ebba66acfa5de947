package awsleuth.app.verify;

import awsleuth.app.input.ToldDiagnosis.Check;
import awsleuth.app.input.ToldDiagnosis.ToldCause;
import awsleuth.app.input.ToldDiagnosis.ToldFailure;
import awsleuth.app.verify.Verified.State;
import awsleuth.collect.call.CallResult;
import awsleuth.core.Artifact;
import awsleuth.core.Artifact.Kind;
import awsleuth.core.Diagnoser;
import awsleuth.core.Diagnosis.FailureDiagnosis;
import awsleuth.core.Diagnosis.Verdict;
import awsleuth.core.cause.Outcome;
import awsleuth.core.cause.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Asks a cause once more: about the failure as the diagnosis tells it, or about what the call gives
 * now.
 *
 * @param files what the files say now, beside the failure
 */
record Asked(Diagnoser diagnoser, FilesNow files) {

  /** The name of the artifact that the failure is told by. */
  static final String FAILURE = "failure";

  /** Why a failure that nothing is said of is open. */
  static final String UNTOLD = "the failure cannot be told from the diagnosis";

  /** What the answer to the call that was made again says. */
  Verified judged(CallResult result, ToldFailure failure, ToldCause cause) {
    return switch (result) {
      case CallResult.Answered _ when Unfound.is(failure, cause) ->
          new Verified(
              cause.id(),
              State.RULED_OUT,
              "boto3 finds credentials now, and a call with them succeeds",
              "");
      case CallResult.Answered _ when cause.check() == Check.STATE ->
          open(cause, "look at the answer: " + cause.expect());
      case CallResult.Answered _ ->
          otherThanThen(cause.id())
              .map(why -> open(cause, "the call succeeds now, " + why))
              .orElseGet(
                  () -> new Verified(cause.id(), State.RULED_OUT, "the call succeeds now", ""));
      case CallResult.Refused refused -> {
        String code = refused.code().isEmpty() ? "" + refused.status() : refused.code();
        if (cause.check() == Check.STATE) {
          yield open(cause, "the answer is " + code + "; wanted: " + cause.expect());
        }
        String text = Retold.sentence(code, failure.operation(), refused.message());
        Verified now = again(text, cause, List.of());
        yield now.state() == State.RULED_OUT && !code.equals(failure.code())
            ? instead(now.instead(code), text, cause)
            : now;
      }
      case CallResult.NotSent(String why, var _) -> open(cause, why);
      case CallResult.Unreachable(String why, _, _) -> open(cause, why);
    };
  }

  /** In what one call at rest is another than those of the program; empty where that is nothing. */
  private static Optional<String> otherThanThen(String cause) {
    if (cause.startsWith("throttling/")) {
      return Optional.of("by itself; under the program's load it may be throttled again");
    }
    return cause.equals("network/read-timeout")
        ? Optional.of("with more time for its answer than the program may give it")
        : Optional.empty();
  }

  /**
   * A cause of which a call that fails otherwise tells nothing, where that failure comes earlier in
   * the life of a call than the cause acts.
   */
  private Verified instead(Verified now, String text, ToldCause cause) {
    return failure(text, List.of()).filter(f -> endsBefore(f, cause.id())).isPresent()
        ? new Verified(
            cause.id(),
            State.UNKNOWN,
            now.why() + ", which comes before",
            cause.command(),
            now.instead())
        : now;
  }

  private static boolean endsBefore(FailureDiagnosis failure, String cause) {
    Optional<Stage> reached =
        failure.verdicts().stream().filter(Verdict::claims).map(Verdict::stage).findFirst();
    return failure.verdicts().stream()
        .filter(v -> v.id().equals(cause))
        .anyMatch(v -> reached.isPresent() && reached.get().compareTo(v.stage()) < 0);
  }

  /** Asks the cause about a failure's text with what is known now. */
  private Verified again(String text, ToldCause cause, List<Artifact> more) {
    return verdict(text, cause, more)
        .map(v -> judged(v.outcome(), cause))
        .orElseGet(() -> open(cause, UNTOLD));
  }

  /** What a cause says of a failure's text, with what is known beside it. */
  Optional<Verdict> verdict(String text, ToldCause cause, List<Artifact> more) {
    return failure(text, more)
        .flatMap(f -> f.verdicts().stream().filter(v -> v.id().equals(cause.id())).findFirst());
  }

  private Optional<FailureDiagnosis> failure(String text, List<Artifact> more) {
    List<Artifact> artifacts = new ArrayList<>(more);
    artifacts.add(new Artifact(FAILURE, Kind.TRACEBACK, text));
    return diagnoser.diagnose(artifacts, files.fresh()).failures().stream()
        .filter(f -> f.failure().source().artifact().equals(FAILURE))
        .findFirst();
  }

  /** What an outcome comes to. */
  static Verified judged(Outcome outcome, ToldCause cause) {
    return switch (outcome) {
      case Outcome.RuledOut ruledOut ->
          new Verified(cause.id(), State.RULED_OUT, ruledOut.reason(), "");
      case Outcome.Confirmed confirmed ->
          new Verified(
              cause.id(), State.STILL_THERE, confirmed.finding().summary(), cause.command());
      case Outcome.Possible possible ->
          new Verified(
              cause.id(),
              State.UNKNOWN,
              possible.missing().isEmpty()
                  ? possible.finding().summary()
                  : "not known: " + possible.missing().getFirst().what(),
              possible.missing().isEmpty() ? cause.command() : possible.missing().getFirst().how());
      case Outcome.Crashed crashed ->
          new Verified(cause.id(), State.UNKNOWN, "awsleuth failed: " + crashed.error(), "");
    };
  }

  /** One that is not known, for this reason. */
  static Verified open(ToldCause cause, String why) {
    return new Verified(cause.id(), State.UNKNOWN, why, cause.command());
  }
}
