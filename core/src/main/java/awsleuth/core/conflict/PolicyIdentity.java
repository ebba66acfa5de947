package awsleuth.core.conflict;

import awsleuth.core.evidence.PolicyDocument;
import awsleuth.core.evidence.PolicyDocument.Holding;
import awsleuth.core.fact.Facts;
import awsleuth.core.fact.Literal;
import awsleuth.core.fact.ToldOwner;
import java.util.Optional;

/**
 * Which policy a document is where it says so: that of a name within a role, user or group, which
 * has but one of each name (IAM API reference, PutRolePolicy).
 *
 * @param owner {@code role}, {@code user} or {@code group}, and its name
 * @param policy the name or ARN of the policy
 * @param group the group through which a user has it; empty where it is the owner's own
 * @param account the owner's; empty where the document does not tell
 */
record PolicyIdentity(String owner, String policy, String group, String account) {

  /** Empty where a document does not say whose it is, or not its own name. */
  static Optional<PolicyIdentity> of(PolicyDocument document) {
    return ToldOwner.of(document)
        .filter(o -> !o.policy().isEmpty() && document.type() != PolicyDocument.Type.TRUST)
        .map(o ->
            new PolicyIdentity(
                o.owner(),
                o.policy(),
                document.holding().map(Holding::group).orElse(""),
                document.holding().map(h -> Same.account(h.owner())).orElse("")));
  }

  /** Whether two documents say that they are one policy. */
  static boolean areOne(PolicyDocument a, PolicyDocument b) {
    return of(a).flatMap(one -> of(b).filter(one::isSame)).isPresent();
  }

  private boolean isSame(PolicyIdentity other) {
    return owner.equals(other.owner)
        && policy.equals(other.policy)
        && group.equals(other.group)
        && (account.isEmpty() || other.account.isEmpty() || account.equals(other.account));
  }

  /** Whether a document says that it is a policy of a role or user who is not the caller. */
  static boolean isOfAnother(PolicyDocument document, Facts facts) {
    String caller = Same.caller(facts).orElse("");
    return !caller.isEmpty()
        && of(document)
            .filter(p -> !p.owner.startsWith("group/"))
            .filter(p ->
                !p.owner.equals(Same.owner(caller))
                    || !(p.account.isEmpty() || p.account.equals(Same.account(caller))))
            .isPresent();
  }

  private String name() {
    return owner.substring(owner.indexOf('/') + 1);
  }

  /** The command that gives an inline policy as it is now; empty for another. */
  static Optional<String> fetch(PolicyDocument document) {
    return of(document)
        .filter(p -> p.group.isEmpty() && !p.policy.startsWith("arn:"))
        .map(p -> {
          String kind = p.owner.substring(0, p.owner.indexOf('/'));
          return "aws iam get-%1$s-policy --%1$s-name %2$s --policy-name %3$s"
              .formatted(kind, Literal.shell(p.name()), Literal.shell(p.policy));
        });
  }
}
