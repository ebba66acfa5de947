package awsleuth.core.conflict;

import awsleuth.core.evidence.Attachment;
import awsleuth.core.evidence.PolicyDocument;
import awsleuth.core.fact.Facts;
import java.util.List;
import java.util.Optional;

/**
 * The manifest says that a policy is of a kind that its content cannot be of: identity-based
 * policies have no Principal, resource-based and trust policies have one (IAM user guide, "AWS JSON
 * policy elements: Principal").
 */
public final class ManifestDiffers implements Contradiction {

  @Override
  public List<Conflict> in(Facts facts) {
    return facts.given(Attachment.class).stream()
        .filter(a -> a.kind().startsWith("policy:"))
        .flatMap(a ->
            facts.policies().stream()
                .filter(d -> d.source().artifact().equals(a.artifact()))
                .limit(1)
                .flatMap(d -> conflict(a, d).stream()))
        .toList();
  }

  private static Optional<Conflict> conflict(Attachment a, PolicyDocument d) {
    if (d.statements().isEmpty()) {
      return Optional.empty();
    }
    boolean some = d.statements().stream().anyMatch(s -> !s.principals().isEmpty());
    return switch (d.type()) {
      case IDENTITY, BOUNDARY, SCP, SESSION ->
          some ? told(a, d, "a statement names a Principal, which such a policy cannot") : none();
      case RESOURCE, TRUST ->
          some ? none() : told(a, d, "no statement names a Principal, which such a policy must");
      case RCP, VPC_ENDPOINT, UNKNOWN -> none();
    };
  }

  private static Optional<Conflict> none() {
    return Optional.empty();
  }

  private static Optional<Conflict> told(Attachment a, PolicyDocument d, String words) {
    return Optional.of(
        new Conflict(
            "manifest",
            "the manifest does not fit the file",
            List.of(
                Facts.cite("the manifest says `" + a.kind() + "`", a.source()),
                Facts.cite(words, d.source())),
            new Conflict.Taken.One("the manifest is taken, since it goes before the content")));
  }
}
