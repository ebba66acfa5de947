package awsleuth.core.read;

import awsleuth.aws.AwsCatalog;
import awsleuth.core.Artifact;
import awsleuth.core.evidence.Failure;
import java.util.List;

/** Reads failed calls out of any text. */
final class FailureReader {

  private FailureReader() {}

  static List<Failure> read(Artifact artifact, AwsCatalog catalog) {
    return List.of();
  }
}
