package awsleuth.core.read;

import awsleuth.core.Artifact;
import awsleuth.core.evidence.PolicyDocument;
import java.util.List;

/** Reads IAM policy documents, bare or inside what IAM's own commands print. */
final class PolicyReader {

  private PolicyReader() {}

  static List<PolicyDocument> read(Artifact artifact, PolicyDocument.Type type) {
    return List.of();
  }
}
