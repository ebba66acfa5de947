package awsleuth.app.verify;

import awsleuth.app.input.ToldDiagnosis.ToldFailure;
import awsleuth.aws.AwsCatalog;
import awsleuth.core.Artifact;
import awsleuth.core.Artifact.Kind;
import awsleuth.core.Diagnoser;
import awsleuth.core.Diagnosis;
import awsleuth.core.cause.permissions.RefusedRequest;
import awsleuth.core.evidence.ConfigText;
import awsleuth.core.evidence.EnvironmentVariable;
import awsleuth.core.evidence.Evidence;
import awsleuth.core.evidence.FailedCall;
import awsleuth.core.evidence.Failure;
import awsleuth.core.fact.Facts;
import awsleuth.core.read.Readers;
import awsleuth.iam.Result;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the files of a diagnosis say now.
 *
 * @param catalog the AWS data
 * @param all what they are read as
 * @param missing those that are not read, since they are not there or may not be
 */
record FilesNow(AwsCatalog catalog, List<Evidence> all, List<String> missing) {

  /** What they are read as, without the failures. */
  List<Evidence> evidence() {
    return all.stream().filter(e -> !(e instanceof Failure)).toList();
  }

  /** Whether settings are among them, of whatever machine, which count before this machine's. */
  boolean haveSettings() {
    return all.stream().anyMatch(e -> e instanceof EnvironmentVariable || e instanceof ConfigText);
  }

  /** The files diagnosed as they are now. */
  Diagnosis diagnosed() {
    return new Diagnoser(catalog).diagnose(List.of(), all);
  }

  /** What is known now of a failure, as the files have it, or else as the diagnosis tells it. */
  Optional<Facts> facts(ToldFailure failure) {
    List<Failure> own =
        all.stream()
            .flatMap(e -> e instanceof Failure f ? Stream.of(f) : Stream.of())
            .filter(f -> isSame(f.call(), failure))
            .toList();
    return primary(own, failure).or(() -> primary(retold(failure), failure));
  }

  private Optional<Facts> primary(List<? extends Evidence> failures, ToldFailure failure) {
    List<Evidence> evidence = new ArrayList<>(evidence());
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

  /** That the refused call succeeded since, as the events among them tell; {@code … (a.json:9)}. */
  Optional<String> succeeded(ToldFailure failure) {
    return facts(failure)
        .flatMap(RefusedRequest::succeededSince)
        .map(c -> c.text() + " (" + c.source() + ")");
  }
}
