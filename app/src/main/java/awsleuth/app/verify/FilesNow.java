package awsleuth.app.verify;

import awsleuth.app.input.Inputs;
import awsleuth.app.input.ToldDiagnosis.ToldFailure;
import awsleuth.aws.AwsCatalog;
import awsleuth.core.Artifact;
import awsleuth.core.Artifact.Kind;
import awsleuth.core.Diagnoser;
import awsleuth.core.Diagnosis;
import awsleuth.core.Diagnosis.Verdict;
import awsleuth.core.cause.permissions.RefusedRequest;
import awsleuth.core.evidence.ConfigText;
import awsleuth.core.evidence.EnvironmentVariable;
import awsleuth.core.evidence.Evidence;
import awsleuth.core.evidence.FailedCall;
import awsleuth.core.evidence.Failure;
import awsleuth.core.evidence.ProfileSetting;
import awsleuth.core.fact.Facts;
import awsleuth.core.read.Readers;
import awsleuth.iam.Result;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the files of a diagnosis say now; it is worked out once, when it is asked for. */
final class FilesNow {

  private final AwsCatalog catalog;
  private final List<Evidence> all;
  private final List<String> missing;
  private final boolean piped;
  private final Past past;
  private final Map<ToldFailure, Optional<Facts>> facts = new HashMap<>();
  private @Nullable Diagnosis diagnosed;

  /**
   * Of files.
   *
   * @param catalog the AWS data
   * @param all what they are read as
   * @param missing those that are not read, since they are not there or may not be
   * @param inputs the names of all
   */
  FilesNow(AwsCatalog catalog, List<Evidence> all, List<String> missing, List<String> inputs) {
    this.catalog = catalog;
    this.all = List.copyOf(all);
    this.missing = List.copyOf(missing);
    this.piped = inputs.contains(Inputs.STANDARD_INPUT);
    this.past = Past.of(all, inputs);
  }

  /** Whether something came by standard input, which is not there any more. */
  boolean isPiped() {
    return piped;
  }

  /** Those that are not read. */
  List<String> missing() {
    return missing;
  }

  /** What they are read as, without the failures. */
  List<Evidence> evidence() {
    return all.stream().filter(e -> !(e instanceof Failure)).toList();
  }

  /** The same as it is now, without what a record tells of then. */
  List<Evidence> fresh() {
    return evidence().stream().filter(e -> !past.has(e)).toList();
  }

  /** Whether an artifact tells how it was then. */
  boolean isPast(String artifact) {
    return past.isRecord(artifact);
  }

  /** Whether settings are among them, of whatever machine, which count before this machine's. */
  boolean haveSettings() {
    return fresh().stream()
        .anyMatch(e -> e instanceof EnvironmentVariable || e instanceof ConfigText);
  }

  /** The files diagnosed as they are now: not by the settings that a run found then. */
  Diagnosis diagnosed() {
    Diagnosis made = diagnosed;
    if (made == null) {
      made = new Diagnoser(catalog).diagnose(List.of(), all.stream().filter(this::isNow).toList());
      diagnosed = made;
    }
    return made;
  }

  private boolean isNow(Evidence e) {
    return !(e instanceof ConfigText || e instanceof ProfileSetting) || !past.has(e);
  }

  /** What a cause says of a failure that is in the files; empty where they do not have it. */
  Optional<Verdict> verdict(ToldFailure failure, String cause) {
    return diagnosed().failures().stream()
        .filter(f -> isSame(f.failure().call(), failure))
        .flatMap(f -> f.verdicts().stream())
        .filter(v -> v.id().equals(cause))
        .findFirst();
  }

  /** What is known now of a failure, as the files have it, or else as the diagnosis tells it. */
  Optional<Facts> facts(ToldFailure failure) {
    return facts.computeIfAbsent(failure, this::worked);
  }

  private Optional<Facts> worked(ToldFailure failure) {
    List<Failure> own =
        all.stream()
            .flatMap(e -> e instanceof Failure f ? Stream.of(f) : Stream.of())
            .filter(f -> isSame(f.call(), failure))
            .toList();
    return primary(own, failure).or(() -> primary(retold(failure), failure));
  }

  private Optional<Facts> primary(List<? extends Evidence> failures, ToldFailure failure) {
    List<Evidence> evidence = new ArrayList<>(evidence().stream().filter(this::isNow).toList());
    evidence.addAll(failures);
    return new Diagnoser(catalog).primary(evidence).filter(f -> isSame(f.call(), failure));
  }

  private List<? extends Evidence> retold(ToldFailure failure) {
    return Readers.read(new Artifact(Asked.FAILURE, Kind.TRACEBACK, Retold.text(failure)), catalog);
  }

  /** Whether a failed call of the files is that of a diagnosis. */
  static boolean isSame(FailedCall call, ToldFailure failure) {
    return call.code().equals(failure.code())
        && call.operation().equals(failure.operation())
        && call.message().equals(failure.message());
  }

  /**
   * Whether the policies among them allow what was refused, so that the old refusal says no more of
   * them; whether they are in force, only a call tells.
   */
  boolean allow(ToldFailure failure) {
    return facts(failure)
        .flatMap(RefusedRequest::decided)
        .filter(result -> result == Result.ALLOWED)
        .isPresent();
  }

  /** What they decide of what was refused; empty where one is missing or they decide nothing. */
  Optional<Result> decided(ToldFailure failure) {
    return missing.isEmpty() ? facts(failure).flatMap(RefusedRequest::decided) : Optional.empty();
  }

  /** That the refused call succeeded since, as the events among them tell; {@code … (a.json:9)}. */
  Optional<String> succeeded(ToldFailure failure) {
    return facts(failure)
        .flatMap(RefusedRequest::succeededSince)
        .map(c -> c.text() + " (" + c.source() + ")");
  }
}
