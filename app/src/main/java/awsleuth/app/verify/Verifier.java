package awsleuth.app.verify;

import awsleuth.app.input.ToldDiagnosis.ToldCause;
import awsleuth.app.input.ToldDiagnosis.ToldFailure;
import awsleuth.app.verify.Verified.State;
import awsleuth.core.Artifact;
import awsleuth.core.cause.Outcome;
import awsleuth.core.evidence.Source;
import awsleuth.core.fact.Citation;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Asks each cause of a diagnosis again, with the same failure and fresh evidence. No cause has a
 * second piece of code for that: it is verified when it is ruled out.
 *
 * @param asked asks a cause about a failure
 * @param machine what this machine says now
 * @param chain what boto3 makes of this machine's settings
 * @param deciding decides requests again
 * @param rerun does calls again; empty where AWS is not to be asked
 * @param account what AWS says now of policies and callers; empty where it is not to be asked
 * @param probing goes the way to the service; empty where AWS is not to be asked
 */
record Verifier(
    Asked asked,
    List<Artifact> machine,
    ChainNow chain,
    Deciding deciding,
    Optional<Rerun> rerun,
    Optional<AccountNow> account,
    Optional<Probing> probing) {

  private static final String ASKED_NOTHING = "nothing was asked without --live";

  /** What botocore raises on the way to a service: the settings do not tell whether it is right. */
  private static final Set<String> ON_THE_WAY =
      Set.of(
          "EndpointConnectionError",
          "ConnectTimeoutError",
          "ReadTimeoutError",
          "ProxyConnectionError",
          "SSLError",
          "ConnectionClosedError",
          "HTTPClientError",
          "ConnectionError");

  private static final String IN_FORCE =
      "the files allow it now; whether they are in force only the call tells";

  /**
   * Every cause of a failure.
   *
   * @param proofs what running the proofs of its fixes again shows
   */
  List<Verified> verify(ToldFailure failure, List<ProofNow> proofs) {
    boolean allowed = proofs.stream().anyMatch(ProofNow::isAllowed);
    return failure.causes().stream()
        .map(cause -> withUntold(verify(failure, cause, allowed), failure, cause))
        .toList();
  }

  /** With what AWS did not show, where the answer is not AWS's therefore. */
  private Verified withUntold(Verified v, ToldFailure failure, ToldCause cause) {
    Optional<String> untold =
        v.state() == State.RULED_OUT
            ? Optional.empty()
            : account.flatMap(a -> a.untold(failure, cause));
    return untold
        .map(what ->
            new Verified(
                v.id(), v.state(), v.why() + "; not known: " + what, v.next(), v.instead()))
        .orElse(v);
  }

  private Verified verify(ToldFailure failure, ToldCause cause, boolean allowed) {
    return switch (cause.check()) {
      case MACHINE ->
          byCall(unlessAsked(onMachine(failure, cause), failure, cause), failure, cause);
      case POLICIES ->
          firstKnown(
              decided(failure, cause),
              () -> succeeded(failure, cause),
              () -> redecided(failure, cause),
              Asked.open(cause, "the command has to be completed first"));
      case WAY -> orByFiles(Fresh.of(probed(failure, cause)), failure, cause, allowed);
      case RERUN, STATE, OTHER -> orByFiles(called(failure, cause), failure, cause, allowed);
    };
  }

  /**
   * What the command decides; where that depends on what it does not tell, what is decided with all
   * that the files tell of the request.
   */
  private Optional<Verified> redecided(ToldFailure failure, ToldCause cause) {
    Optional<Verified> decided = deciding.of(cause);
    return decided
        .filter(v -> v.state() == State.UNKNOWN)
        .flatMap(_ -> asked.files().decided(failure))
        .flatMap(result -> Deciding.known(result, cause))
        .or(() -> decided);
  }

  /** By the failure's text; where that does not tell it, by the settings that are no file's. */
  private Verified onMachine(ToldFailure failure, ToldCause cause) {
    return new SettingsNow(asked.files())
        .of(failure, cause)
        .or(() ->
            asked
                .verdict(Retold.text(failure), cause, machine)
                .map(v -> Asked.judged(v.outcome(), cause)))
        .or(() -> asked.files().haveSettings() ? Optional.empty() : chain.of(failure, cause))
        .orElseGet(() -> Asked.open(cause, Asked.UNTOLD));
  }

  /**
   * What was asked; where that gives nothing, what the account or the files say. Where the call is
   * refused all the same, only what the account says of that: the files do not have what refuses
   * it.
   */
  private Verified orByFiles(Fresh fresh, ToldFailure failure, ToldCause cause, boolean allowed) {
    if (fresh.now.state() != State.UNKNOWN) {
      return fresh.now;
    }
    Optional<Verified> account = decided(failure, cause).map(d -> with(fresh.now, d));
    return fresh.refused
        ? account.filter(Verifier::isOfRefusal).orElse(fresh.now)
        : firstKnown(
            account,
            () -> succeeded(failure, cause),
            () ->
                (allowed ? byProof(cause) : Optional.<Verified>empty())
                    .or(() -> byFiles(failure, cause)),
            fresh.now);
  }

  /** Whether it can be so of a call that is refused. */
  private static boolean isOfRefusal(Verified v) {
    return v.state() != State.RULED_OUT || !v.instead().isEmpty();
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

  /**
   * What the account tells, which is newer than the files. Of what it leaves open, the policies
   * among the files tell nothing; that the call succeeded since does.
   */
  private static Verified firstKnown(
      Optional<Verified> account,
      Supplier<Optional<Verified>> event,
      Supplier<Optional<Verified>> files,
      Verified otherwise) {
    return account
        .filter(v -> v.state() != State.UNKNOWN)
        .or(event)
        .or(() -> account)
        .or(files)
        .orElse(otherwise);
  }

  /** Of what was refused and the files allow, as a proof shows; empty of other causes. */
  private static Optional<Verified> byProof(ToldCause cause) {
    return cause.id().startsWith("permissions/")
        ? Optional.of(new Verified(cause.id(), State.RULED_OUT, "the files allow it now", ""))
        : Optional.empty();
  }

  private Verified unlessAsked(Verified v, ToldFailure failure, ToldCause cause) {
    return asked.files().haveSettings() ? v : Unfound.unlessAsked(v, failure, cause, chain);
  }

  /** Where the settings leave it open, by a call with the credentials that boto3 finds. */
  private Verified byCall(Verified v, ToldFailure failure, ToldCause cause) {
    return v.state() == State.UNKNOWN && rerun.isPresent() && Unfound.is(failure, cause)
        ? called(failure, Unfound.byCall(cause)).now
        : v;
  }

  /** What the files say now; empty where the answer would rest on the old failure alone. */
  private Optional<Verified> byFiles(ToldFailure failure, ToldCause cause) {
    return new SettingsNow(asked.files())
        .of(failure, cause)
        .or(() ->
            asked
                .verdict(Retold.text(failure), cause, List.of())
                .filter(v -> restsOnFiles(v.outcome()))
                .map(v -> Asked.judged(v.outcome(), cause)))
        .map(v ->
            v.state() == State.STILL_THERE && asked.files().allow(failure)
                ? Asked.open(cause, IN_FORCE)
                : v)
        .filter(v -> v.state() != State.STILL_THERE || !ON_THE_WAY.contains(failure.exception()))
        .or(() -> byMachine(failure, cause))
        .map(v -> v.state() == State.STILL_THERE && account.isPresent() ? byFilesAlone(v) : v);
  }

  /** Of what boto3 raises before it asks AWS, the settings of this machine. */
  private Optional<Verified> byMachine(ToldFailure failure, ToldCause cause) {
    boolean beforeAsking = cause.id().startsWith("credentials/") && failure.code().isEmpty();
    return beforeAsking && rerun.isEmpty() && !asked.files().haveSettings()
        ? asked
            .verdict(Retold.text(failure), cause, machine)
            .filter(v -> restsOnFiles(v.outcome()))
            .map(v -> unlessAsked(Asked.judged(v.outcome(), cause), failure, cause))
        : Optional.empty();
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
        .flatMap(asked.files()::succeeded)
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
    return sources.anyMatch(s -> !s.artifact().equals(Asked.FAILURE));
  }

  private Verified probed(ToldFailure failure, ToldCause cause) {
    return probing
        .map(p ->
            p.of(failure, cause.id())
                .orElseGet(() -> Asked.open(cause, "the way to the service does not tell")))
        .orElseGet(() -> Asked.open(cause, ASKED_NOTHING));
  }

  private Fresh called(ToldFailure failure, ToldCause cause) {
    if (cause.command().indexOf('<') >= 0) {
      return Fresh.of(Asked.open(cause, "the command has to be completed first"));
    }
    if (rerun.isEmpty()) {
      return Fresh.of(
          Asked.open(
              cause,
              probing.isPresent() ? "no call can be made with what boto3 finds" : ASKED_NOTHING));
    }
    Optional<String> other = account.flatMap(a -> a.otherCaller(failure, cause));
    if (other.isPresent()) {
      return Fresh.of(Asked.open(cause, other.get()));
    }
    return rerun
        .get()
        .of(cause.command(), failure, cause.id())
        .map(m ->
            new Fresh(
                Heads.told(m, failure, cause, () -> account.flatMap(AccountNow::known))
                    .orElseGet(() -> asked.judged(m.result(), failure, cause)),
                Heads.isRefusedAsBefore(m, failure)))
        .orElseGet(
            () -> Fresh.of(Asked.open(cause, rerun.get().whyNot(cause.command(), cause.id()))));
  }
}
