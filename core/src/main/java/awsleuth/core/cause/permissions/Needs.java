package awsleuth.core.cause.permissions;

import awsleuth.core.evidence.PolicyDocument;
import awsleuth.core.evidence.WatchedCall;
import awsleuth.core.evidence.WatchedClient;
import awsleuth.core.fact.Facts;
import awsleuth.core.fact.Literal;
import awsleuth.core.fact.Need;
import java.util.List;
import java.util.Optional;

/** What would settle an open cause: of what was not given, that which tells most. */
final class Needs {

  private Needs() {}

  /** The caller's policies; where some were given, what else can decide. */
  static Need identityPolicies(Facts facts, Access access) {
    boolean given =
        isGiven(facts, PolicyDocument.Type.IDENTITY) || isGiven(facts, PolicyDocument.Type.UNKNOWN);
    return given
        ? resourcePolicy(facts, access)
        : StrayPolicies.of(facts)
            .need(access)
            .or(() -> ofAsker(facts, access))
            .or(() -> ofSigner(facts, access))
            .orElseGet(() -> Words.identityPolicies(access));
  }

  /** Where nothing tells the caller, but who asked AWS since: that one may be the caller. */
  private static Optional<Need> ofAsker(Facts facts, Access access) {
    return AnsweredIdentity.of(facts)
        .filter(i ->
            access.owner().isEmpty()
                && !Principals.owner(i.arn()).isEmpty()
                && signer(facts).isEmpty())
        .map(i -> {
          Need need = Words.identityPolicies(Principals.owner(i.arn()));
          return new Need(need.what() + ", if it made the call (" + i.source() + ")", need.how());
        });
  }

  /** Where the key is known that the call was signed with, and its owner is not. */
  private static Optional<Need> ofSigner(Facts facts, Access access) {
    return signer(facts)
        .filter(_ -> access.owner().isEmpty() && AnsweredIdentity.of(facts).isPresent())
        .map(key ->
            new Need(
                "who owns the access key " + key + ", and its identity-based policies",
                "aws iam get-access-key-last-used --access-key-id <access-key-id>"));
  }

  /** What is shown of the user's key that the call was signed with; a role's has no such owner. */
  private static Optional<String> signer(Facts facts) {
    return facts
        .watched()
        .flatMap(WatchedCall::client)
        .map(WatchedClient::keyId)
        .filter(key -> key.startsWith("AKIA"));
  }

  /** The resource's policy; where it was given or cannot be, what else can decide. */
  static Need resourcePolicy(Facts facts, Access access) {
    boolean given =
        isGiven(facts, PolicyDocument.Type.RESOURCE)
            || (!access.prefix().isEmpty() && !ResourcePolicies.has(access.prefix()));
    return given ? event(facts) : Words.resourcePolicy(access);
  }

  /** The event of the call; where it was given, the context keys that it leaves open. */
  static Need event(Facts facts) {
    if (facts.event().isEmpty()) {
      return Words.event(facts);
    }
    return keys(facts).orElseGet(() -> limits(facts));
  }

  /** A policy of some type; where one was given, what else can decide. */
  static Need policy(Facts facts, PolicyDocument.Type type, String command) {
    return isGiven(facts, type) ? event(facts) : new Need("the policy in force", command);
  }

  /** The context keys that the decision on the policies given depends on. */
  private static Optional<Need> keys(Facts facts) {
    List<String> keys =
        Simulated.of(facts).stream()
            .flatMap(s -> s.decision().dependencies().stream())
            .flatMap(d -> d.keys().stream())
            .distinct()
            .toList();
    return keys.isEmpty() ? Optional.empty() : Optional.of(keys(facts, keys));
  }

  /** What the call has for some context keys; by the event where it cannot be decided again. */
  static Need keys(Facts facts, List<String> keys) {
    StringBuilder how = new StringBuilder();
    Simulated.of(facts).ifPresent(s -> how.append(SimulateCommand.of(facts, s)));
    if (how.isEmpty()) {
      how.append(Words.event(facts).how());
    } else {
      keys.forEach(key -> how.append(" --context ").append(Literal.shell(key + "=<value>")));
    }
    return new Need("what the call has for `" + String.join("`, `", keys) + "`", how.toString());
  }

  /** The policies that limit an account, a role or a user, of which none was given. */
  private static Need limits(Facts facts) {
    String owner = Access.of(facts).owner();
    String name = Literal.shell(owner.substring(owner.indexOf('/') + 1), "<role>");
    String kind = owner.startsWith("user/") ? "user" : "role";
    boolean boundary =
        isGiven(facts, PolicyDocument.Type.BOUNDARY) || Unbounded.of(facts).isPresent();
    boolean scp = isGiven(facts, PolicyDocument.Type.SCP);
    if (boundary && scp) {
      return new Need("what AWS denied the call by", "aws sts decode-authorization-message");
    }
    return boundary
        ? new Need(
            "the service control policies of the account",
            "aws organizations list-policies-for-target --filter SERVICE_CONTROL_POLICY --target-id"
                + " <account>")
        : new Need(
            "the permissions boundary",
            "aws iam get-"
                + kind
                + " --"
                + kind
                + "-name "
                + name
                + " --query "
                + (kind.equals("user") ? "User" : "Role")
                + ".PermissionsBoundary");
  }

  private static boolean isGiven(Facts facts, PolicyDocument.Type type) {
    PolicyOwner owner = PolicyOwner.of(facts);
    return facts.policies(type).stream().anyMatch(p -> p.unread().isEmpty() && owner.isOf(p));
  }
}
