package awsleuth.core.fact;

import awsleuth.core.evidence.PolicyDocument;
import java.util.Optional;
import java.util.Set;

/**
 * Whose a policy is where its document says so, as the answers of IAM do. A file without a word of
 * that is called by its path, which may look the same and says nothing: {@code role/policy.json}.
 *
 * @param owner {@code role/NAME}, {@code user/NAME} or {@code group/NAME}
 * @param policy the name or ARN of the policy; empty where the document does not tell
 */
public record ToldOwner(String owner, String policy) {

  private static final Set<String> KINDS = Set.of("role", "user", "group");

  /** Empty where a document does not say whose it is. */
  public static Optional<ToldOwner> of(PolicyDocument document) {
    String[] parts = document.name().split("/", 3);
    boolean told =
        parts.length == 3
            && KINDS.contains(parts[0])
            && !document.name().equals(document.source().artifact());
    return told
        ? Optional.of(new ToldOwner(parts[0] + "/" + parts[1], parts[2]))
        : Optional.empty();
  }

  /** The same where it is a role or a user. */
  public static Optional<ToldOwner> ofPrincipal(PolicyDocument document) {
    return of(document).filter(o -> !o.isGroup());
  }

  /** Whether it is a group, which is no caller itself. */
  public boolean isGroup() {
    return owner.startsWith("group/");
  }

  /** Its name, without {@code role/}. */
  public String name() {
    return owner.substring(owner.indexOf('/') + 1);
  }
}
