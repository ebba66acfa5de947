package awsleuth.core.read;

import awsleuth.core.Artifact;
import awsleuth.core.evidence.EnvironmentVariable;
import java.util.List;

/** Reads environment variables. */
final class EnvironmentReader {

  private EnvironmentReader() {}

  static List<EnvironmentVariable> read(Artifact artifact) {
    return List.of();
  }
}
