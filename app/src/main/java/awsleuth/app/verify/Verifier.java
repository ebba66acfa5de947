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
import awsleuth.core.evidence.Source;
import awsleuth.core.fact.Citation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Asks each cause of a diagnosis again, with the same failure and fresh evidence. No cause has a
 * second piece of code for that: it is verified when it is ruled out.
 *
 * @param files what the files say now, beside the failure
 * @param machine what this machine says now
 * @param chain what boto3 makes of this machine's settings
 * @param deciding decides requests again
 * @param rerun does calls again; empty where AWS is not to be asked
 * @param account what AWS says now of policies and callers; empty where it is not to be asked
 * @param probing goes the way to the service; empty where AWS is not to be asked
 */
record Verifier(
    Diagnoser diagnoser,
    FilesNow files,
    List<Artifact> machine,
    ChainNow chain,
    Deciding deciding,
    Optional<Rerun> rerun,
    Optional<AccountNow> account,
    Optional<Probing> probing) {

  private static final String ASKED_NOTHING = "nothing was asked without --live";

  private static final String UNTOLD = "the failure cannot be told from the diagnosis";

  private static final String IN_FORCE =
      "the files allow it now; whether they are in force only the call tells";

  /** The name of the artifact that the failure is told by. */
  static final String FAILURE = "failure";

  /**
   * Every cause of a failure.
   *
   * @param proofs what running the proofs of its fixes again shows
   */
  List<Verified> verify(ToldFailure failure, List<ProofNow> proofs) {
    boolean allowed = proofs.stream().anyMatch(ProofNow::isAllowed);
    return failure.causes().stream().map(cause -> verify(failure, cause, allowed)).toList();
  }

  private Verified verify(ToldFailure failure, ToldCause cause, boolean allowed) {
    return switch (cause.check()) {
      case MACHINE -> onMachine(failure, cause);
      case POLICIES ->
          firstKnown(
              decided(failure, cause),
              () -> deciding.of(cause),
              open(cause, "the command has to be completed first"));
      case WAY -> orByFiles(Fresh.of(probed(failure, cause)), failure, cause, allowed);
      case RERUN, STATE, OTHER -> orByFiles(called(failure, cause), failure, cause, allowed);
    };
  }

  /** By the failure's text; where that does not tell it, by the settings that are no file's. */
  private Verified onMachine(ToldFailure failure, ToldCause cause) {
    return verdict(Retold.text(failure), cause, machine)
        .map(v -> judged(v.outcome(), cause))
        .or(() -> files.haveSettings() ? Optional.empty() : chain.of(failure, cause))
        .orElseGet(() -> open(cause, UNTOLD));
  }

  /**
   * What was asked; where that gives nothing, what the account or the files say, unless the call is
   * refused all the same: then they do not have what refuses it.
   */
  private Verified orByFiles(Fresh fresh, ToldFailure failure, ToldCause cause, boolean allowed) {
    return fresh.now.state() == State.UNKNOWN && !fresh.refused
        ? firstKnown(
            decided(failure, cause).map(d -> with(fresh.now, d)),
            () ->
                (allowed ? byProof(cause) : Optional.<Verified>empty())
                    .or(() -> byFiles(failure, cause)),
            fresh.now)
        : fresh.now;
  }

  /** What the account tells; where that leaves it open too, with why the call told nothing. */
  private static Verified with(Verified open, Verified account) {
    return account.state() == State.UNKNOWN
        ? new Verified(
            account.id(),
            State.UNKNOWN,
            open.why() + "; " + account.why(),
            account.next(),
            account.instead())
        : account;
  }

  /**
   * What came of asking.
   *
   * @param refused whether the call is refused as it was
   */
  private record Fresh(Verified now, boolean refused) {

    static Fresh of(Verified now) {
      return new Fresh(now, false);
    }
  }

  private Optional<Verified> decided(ToldFailure failure, ToldCause cause) {
    return account.flatMap(a -> a.decided(failure, cause));
  }

  /** What the account tells, which is newer than the files; of what it does not, the files. */
  private static Verified firstKnown(
      Optional<Verified> account, Supplier<Optional<Verified>> files, Verified otherwise) {
    return account.or(files).orElse(otherwise);
  }

  /** Of what was refused and the files allow, as a proof shows; empty of other causes. */
  private static Optional<Verified> byProof(ToldCause cause) {
    return cause.id().startsWith("permissions/")
        ? Optional.of(new Verified(cause.id(), State.RULED_OUT, "the files allow it now", ""))
        : Optional.empty();
  }

  /** What the files say now; empty where the answer would rest on the old failure alone. */
  private Optional<Verified> byFiles(ToldFailure failure, ToldCause cause) {
    return verdict(Retold.text(failure), cause, List.of())
        .filter(v -> restsOnFiles(v.outcome()))
        .map(v -> judged(v.outcome(), cause))
        .map(
            v -> v.state() == State.STILL_THERE && files.allow(failure) ? open(cause, IN_FORCE) : v)
        .map(v -> v.state() == State.RULED_OUT ? v : succeeded(failure, cause).orElse(v))
        .map(v -> v.state() == State.STILL_THERE && account.isPresent() ? byFilesAlone(v) : v);
  }

  /** What the account could not tell. */
  private static Verified byFilesAlone(Verified v) {
    return v.id().startsWith("permissions/")
        ? new Verified(
            v.id(), v.state(), v.why() + ", by the files; AWS did not tell", v.next(), v.instead())
        : v;
  }

  /** Of what was refused and succeeded since. */
  private Optional<Verified> succeeded(ToldFailure failure, ToldCause cause) {
    return Optional.of(failure)
        .filter(_ -> cause.id().startsWith("permissions/"))
        .flatMap(files::succeeded)
        .map(why -> new Verified(cause.id(), State.RULED_OUT, why, ""));
  }

  private static boolean restsOnFiles(Outcome outcome) {
    Stream<Source> sources =
        switch (outcome) {
          case Outcome.RuledOut ruledOut -> ruledOut.because().stream();
          case Outcome.Confirmed confirmed ->
              confirmed.finding().because().stream().map(Citation::source);
          case Outcome.Possible _, Outcome.Crashed _ -> Stream.of();
        };
    return sources.anyMatch(s -> !s.artifact().equals(FAILURE));
  }

  private Verified probed(ToldFailure failure, ToldCause cause) {
    return probing
        .map(p ->
            p.of(failure, cause.id())
                .orElseGet(() -> open(cause, "the way to the service does not tell")))
        .orElseGet(() -> open(cause, ASKED_NOTHING));
  }

  private Fresh called(ToldFailure failure, ToldCause cause) {
    if (cause.command().indexOf('<') >= 0) {
      return Fresh.of(open(cause, "the command has to be completed first"));
    }
    if (rerun.isEmpty()) {
      return Fresh.of(open(cause, ASKED_NOTHING));
    }
    Optional<String> other = account.flatMap(a -> a.otherCaller(failure, cause));
    if (other.isPresent()) {
      return Fresh.of(open(cause, other.get()));
    }
    return rerun
        .get()
        .of(cause.command(), failure, cause.id())
        .map(m ->
            new Fresh(
                Heads.told(m, failure, cause, () -> account.flatMap(AccountNow::known))
                    .orElseGet(() -> judged(m.result(), failure, cause)),
                Heads.isRefusedAsBefore(m, failure)))
        .orElseGet(() -> Fresh.of(open(cause, "awsleuth makes only calls that read")));
  }

  private Verified judged(CallResult result, ToldFailure failure, ToldCause cause) {
    return switch (result) {
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

  private Optional<Verdict> verdict(String text, ToldCause cause, List<Artifact> more) {
    return failure(text, more)
        .flatMap(f -> f.verdicts().stream().filter(v -> v.id().equals(cause.id())).findFirst());
  }

  private Optional<FailureDiagnosis> failure(String text, List<Artifact> more) {
    List<Artifact> artifacts = new ArrayList<>(more);
    artifacts.add(new Artifact(FAILURE, Kind.TRACEBACK, text));
    return diagnoser.diagnose(artifacts, files.evidence()).failures().stream()
        .filter(f -> f.failure().source().artifact().equals(FAILURE))
        .findFirst();
  }

  private static Verified judged(Outcome outcome, ToldCause cause) {
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

  private static Verified open(ToldCause cause, String why) {
    return new Verified(cause.id(), State.UNKNOWN, why, cause.command());
  }
}
