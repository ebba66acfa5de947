package awsleuth.core.read.document;

import awsleuth.core.Artifact;
import awsleuth.core.evidence.PolicyDocument;
import awsleuth.core.read.text.Terminal;
import awsleuth.core.secret.Secrets;
import awsleuth.iam.policy.Fault;
import awsleuth.iam.policy.Policy;
import awsleuth.iam.policy.PolicyFinder;
import awsleuth.iam.policy.PolicyType;
import awsleuth.iam.policy.Reading;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Gives policy documents what decisions are made with: the same document, exactly as written. */
final class Decidable {

  private static final int MOST_FAULTS = 5;

  private final Artifact artifact;
  private final String text;
  private final Map<PolicyType, List<Reading>> read = new EnumMap<>(PolicyType.class);

  private Decidable(Artifact artifact) {
    this.artifact = artifact;
    // A diff shows the text around a change, so it must not have the secrets that stand there.
    this.text = Secrets.maskText(artifact.text());
  }

  static List<PolicyDocument> of(Artifact artifact, List<PolicyDocument> documents) {
    Decidable decidable = new Decidable(artifact);
    List<PolicyDocument> all = new ArrayList<>();
    for (PolicyDocument document : documents) {
      all.add(document.with(decidable.policy(document)).with(decidable.faults(document)));
    }
    return List.copyOf(all);
  }

  private Optional<Policy> policy(PolicyDocument document) {
    return readings(document).stream()
        .map(Reading::policy)
        .flatMap(Optional::stream)
        .filter(p -> isSame(p, document))
        .findFirst();
  }

  /** What AWS refuses, of a file with one document alone. */
  private List<Fault> faults(PolicyDocument document) {
    List<Reading> all = readings(document);
    return all.size() != 1
        ? List.of()
        : all.getFirst().faults().stream()
            .filter(f -> f.code().severity() == Fault.Severity.ERROR)
            .sorted(Comparator.comparingInt(f -> f.at().start()))
            .limit(MOST_FAULTS)
            .map(f -> new Fault(f.code(), Terminal.plain(Secrets.mask(f.message())), f.at()))
            .toList();
  }

  private List<Reading> readings(PolicyDocument document) {
    return read.computeIfAbsent(
        type(document.type()), type -> PolicyFinder.find(artifact.name(), type, text));
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
