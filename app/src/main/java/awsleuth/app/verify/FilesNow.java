package awsleuth.app.verify;

import awsleuth.app.input.ToldDiagnosis.ToldFailure;
import awsleuth.aws.AwsCatalog;
import awsleuth.core.Artifact;
import awsleuth.core.Artifact.Kind;
import awsleuth.core.Diagnoser;
import awsleuth.core.cause.permissions.RefusedRequest;
import awsleuth.core.evidence.Evidence;
import awsleuth.core.read.Readers;
import awsleuth.iam.Result;
import java.util.ArrayList;
import java.util.List;

/**
 * What the files of a diagnosis say now.
 *
 * @param catalog the AWS data
 * @param evidence what they are read as, without the failures
 */
record FilesNow(AwsCatalog catalog, List<Evidence> evidence) {

  /**
   * Whether the policies among them allow what was refused, so that the old refusal says no more of
   * them; whether they are in force, only a call tells.
   */
  boolean allow(ToldFailure failure) {
    Artifact told = new Artifact(Verifier.FAILURE, Kind.TRACEBACK, Retold.text(failure));
    List<Evidence> all = new ArrayList<>(evidence);
    all.addAll(Readers.read(told, catalog));
    return new Diagnoser(catalog)
        .primary(all)
        .flatMap(RefusedRequest::decided)
        .filter(result -> result == Result.ALLOWED)
        .isPresent();
  }
}
