package awsleuth.core.read.document;

import awsleuth.core.Artifact;
import awsleuth.core.evidence.PolicyDocument;
import awsleuth.core.secret.Secrets;
import awsleuth.iam.policy.Policy;
import awsleuth.iam.policy.PolicyFinder;
import awsleuth.iam.policy.PolicyType;
import awsleuth.iam.policy.Reading;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Gives policy documents what decisions are made with: the same document, exactly as written. */
final class Decidable {

  private final Artifact artifact;
  private final String text;
  private final Map<PolicyType, List<Policy>> read = new EnumMap<>(PolicyType.class);

  private Decidable(Artifact artifact) {
    this.artifact = artifact;
    // A diff shows the text around a change, so it must not have the secrets that stand there.
    this.text = Secrets.maskText(artifact.text());
  }

  static List<PolicyDocument> of(Artifact artifact, List<PolicyDocument> documents) {
    Decidable decidable = new Decidable(artifact);
    List<PolicyDocument> all = new ArrayList<>();
    for (PolicyDocument document : documents) {
      all.add(document.with(decidable.policy(document)));
    }
    return List.copyOf(all);
  }

  private Optional<Policy> policy(PolicyDocument document) {
    return read.computeIfAbsent(type(document.type()), this::all).stream()
        .filter(p -> isSame(p, document))
        .findFirst();
  }

  private List<Policy> all(PolicyType type) {
    return PolicyFinder.find(artifact.name(), type, text).stream()
        .map(Reading::policy)
        .flatMap(Optional::stream)
        .toList();
  }

  private static boolean isSame(Policy policy, PolicyDocument document) {
    return policy.statements().size() == document.statements().size()
        && !policy.statements().isEmpty()
        && policy.statements().getFirst().at().line()
            == document.statements().getFirst().source().line();
  }

  /** What is not known to be attached to anything is taken for identity-based. */
  private static PolicyType type(PolicyDocument.Type type) {
    return switch (type) {
      case IDENTITY, UNKNOWN -> PolicyType.IDENTITY;
      case RESOURCE -> PolicyType.RESOURCE;
      case BOUNDARY -> PolicyType.BOUNDARY;
      case SCP -> PolicyType.SCP;
      case RCP -> PolicyType.RCP;
      case SESSION -> PolicyType.SESSION;
      case VPC_ENDPOINT -> PolicyType.VPC_ENDPOINT;
      case TRUST -> PolicyType.TRUST;
    };
  }
}
