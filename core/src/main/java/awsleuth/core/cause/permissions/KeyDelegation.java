package awsleuth.core.cause.permissions;

import awsleuth.core.cause.Fix;
import awsleuth.core.evidence.PolicyDocument;
import awsleuth.core.evidence.PolicyDocument.Statement;
import awsleuth.core.fact.Facts;
import java.util.List;
import java.util.Optional;

/**
 * Whether a key's policy or the caller's own decides: a key's policy that allows its account leaves
 * the rest to identity-based policies of that account (KMS developer guide, "Default key policy").
 */
final class KeyDelegation {

  private KeyDelegation() {}

  /** Whether the key's policy is given, and leaves the action to the policies of its account. */
  static boolean isGiven(Facts facts, Access access) {
    String account = Principals.account(access.principal());
    PolicyOwner owner = PolicyOwner.of(facts);
    return access.isImplicit(PolicyDocument.Type.IDENTITY)
        && account.equals(Principals.account(access.resource()))
        && facts.policies(PolicyDocument.Type.RESOURCE).stream()
            .filter(owner::isOf)
            .flatMap(p -> p.statements().stream())
            .anyMatch(s -> leaves(s, account, access));
  }

  private static boolean leaves(Statement statement, String account, Access access) {
    return statement.allow()
        && statement.conditions().isEmpty()
        && isOf(statement, access)
        && statement.principals().stream()
            .map(PolicyDocument.Element::value)
            .anyMatch(p -> p.equals("AWS:" + account) || p.endsWith(":iam::" + account + ":root"));
  }

  private static boolean isOf(Statement statement, Access access) {
    return statement.actions().stream().anyMatch(a -> access.isCoveredBy(a.value()));
  }

  /**
   * Where AWS says no more than that the key's policy does not let the caller: its own policy is to
   * be changed only where it does not allow the action already.
   */
  static List<Fix> unsaid(Facts facts, Fix ofKey, String grant) {
    Optional<Statement> allowing =
        facts.policies(PolicyDocument.Type.IDENTITY).stream()
            .filter(PolicyOwner.of(facts)::isOf)
            .flatMap(p -> p.statements().stream())
            .filter(s -> s.allow() && isOf(s, Access.of(facts)))
            .findFirst();
    if (allowing
        .filter(s -> s.resources().stream().anyMatch(r -> r.value().equals("*")))
        .isPresent()) {
      return List.of(ofKey);
    }
    String unless =
        allowing
            .map(s -> "where the key is none that the statement at " + s.source() + " allows")
            .orElse("where the caller's policies do not yet");
    return List.of(
        ofKey,
        Fix.policyEdit(
            "both accounts must allow it where the key is another's: "
                + unless
                + ", add this to a policy of the caller",
            grant));
  }
}
