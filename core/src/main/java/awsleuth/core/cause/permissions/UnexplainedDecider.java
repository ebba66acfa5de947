package awsleuth.core.cause.permissions;

import awsleuth.core.cause.permissions.PolicyMatch.Match;
import awsleuth.core.evidence.PolicyDocument;
import awsleuth.core.fact.Facts;
import awsleuth.iam.Layer;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Decides a refusal of which AWS does not say what decided. */
final class UnexplainedDecider {

  private final Facts facts;
  private final Access access;
  private final PolicyMatch match;
  private final PolicyReasons reasons;

  UnexplainedDecider(Facts facts, Access access, PolicyMatch match) {
    this.facts = facts;
    this.access = access;
    this.match = match;
    this.reasons = new PolicyReasons(facts, access, match);
  }

  Decision decide() {
    if (reasons.isAnonymous() || OtherOwner.of(facts).isPresent()) {
      return proves(Reason.IDENTITY);
    }
    if (access.denial().policyType() == PolicyDocument.Type.RESOURCE) {
      return open(Reason.NO_RESOURCE_ALLOW, Reason.EXPLICIT_RESOURCE);
    }
    if (access.isByService()) {
      return byService();
    }
    for (Match deny : match.denying()) {
      if (deny.surely() || deny.statement().conditions().isEmpty()) {
        return reasons.denied(deny);
      }
    }
    if (access.principal().endsWith(":root")) {
      return ofRoot();
    }
    if (ResourceConditions.isDeciding(facts)
        && Simulated.of(facts).filter(UnexplainedDecider::hasResourcePolicy).isPresent()) {
      Optional<Decision> across = acrossAccounts();
      if (across.isPresent()) {
        return across.get();
      }
    }
    // What a boundary does not allow, no policy can (IAM user guide, "Permissions boundaries").
    if (match.allowsPlainly() && isMissed(Layer.BOUNDARY)) {
      return proves(Reason.BOUNDARY);
    }
    if (match.allowsPlainly() && isMissed(Layer.SESSION) && isOfCallersSession()) {
      return proves(Reason.SESSION);
    }
    if (match.given() == 0 || match.allowsPlainly()) {
      return openWithoutPolicies(match.allowsPlainly());
    }
    if (!match.covering().isEmpty()) {
      return reasons.conditions().isShown()
          ? proves(reasons.conditional())
          : open(reasons.conditional(), Reason.NO_RESOURCE_ALLOW);
    }
    if (access.sentence() || isSurelyMissed()) {
      return proves(reasons.notCovered());
    }
    return PermissionsClue.usesKeys(facts)
        ? open(reasons.notCovered(), Reason.KMS)
        : open(reasons.notCovered());
  }

  /**
   * No identity-based policy binds an account's root user (IAM user guide, "AWS account root
   * user").
   */
  private Decision ofRoot() {
    return open(Reason.EXPLICIT_RESOURCE, Reason.SCP, Reason.RCP, Reason.ENDPOINT);
  }

  /** A service that calls for itself is allowed by the resource's policy alone. */
  private Decision byService() {
    boolean given = Simulated.of(facts).filter(UnexplainedDecider::hasResourcePolicy).isPresent();
    return given && isMissed(Layer.RESOURCE)
        ? proves(Reason.NO_RESOURCE_ALLOW)
        : open(Reason.NO_RESOURCE_ALLOW, Reason.EXPLICIT_RESOURCE);
  }

  /**
   * For another account's caller both sides have to allow it (IAM user guide, "Cross-account policy
   * evaluation logic"); empty where the resource's policy given does.
   */
  private Optional<Decision> acrossAccounts() {
    List<Match> kept = ResourceConditions.of(facts);
    if (isMissed(Layer.RESOURCE)) {
      boolean byCondition = !kept.isEmpty() && Turning.of(facts, kept).isShown();
      return Optional.of(proves(byCondition ? Reason.CONDITION : Reason.NO_RESOURCE_ALLOW));
    }
    if (kept.isEmpty()) {
      return Optional.empty();
    }
    Set<Reason> open = EnumSet.copyOf(openWithoutPolicies(true).open());
    open.remove(Reason.NO_RESOURCE_ALLOW);
    return Optional.of(Decision.leaves(access, open));
  }

  /** Whether neither the identity-based policies given nor the resource's own allow it. */
  private boolean isSurelyMissed() {
    boolean both =
        Simulated.of(facts)
            .filter(UnexplainedDecider::hasResourcePolicy)
            .filter(s -> !s.set().identity().isEmpty())
            .isPresent();
    return both && isMissed(Layer.IDENTITY);
  }

  private static boolean hasResourcePolicy(Simulated simulated) {
    return !simulated.set().resource().isEmpty();
  }

  /** Whether the policies of that layer, as far as they were given, do not allow it. */
  private boolean isMissed(Layer layer) {
    return Simulated.of(facts).stream()
        .flatMap(s -> s.decision().blockers().stream())
        .anyMatch(b -> b.layer() == layer && !b.explicit());
  }

  /** Whether the session's policy is surely that of the session that called. */
  private boolean isOfCallersSession() {
    return SessionStart.of(facts).filter(s -> s.isCallers(facts)).isPresent();
  }

  /** Whether the policies of that layer were given and surely allow it. */
  private boolean isAllowedBy(Layer layer) {
    return Simulated.of(facts).filter(s -> s.isAllowedBy(layer)).isPresent();
  }

  private Decision openWithoutPolicies(boolean identityAllows) {
    Set<Reason> open = EnumSet.noneOf(Reason.class);
    if (!identityAllows) {
      open.add(Reason.NO_IDENTITY_ALLOW);
      open.add(Reason.RESOURCE);
      if (Misnamed.differs(facts)) {
        open.add(Reason.ACTION);
      }
    }
    if (ResourcePolicies.has(access.prefix()) && match.sufficient(facts).isEmpty()) {
      open.add(Reason.NO_RESOURCE_ALLOW);
    }
    if (!access.sentence() || identityAllows) {
      open.add(Reason.SCP);
      if (!isAllowedBy(Layer.BOUNDARY)) {
        open.add(Reason.BOUNDARY);
      }
      if (!isAllowedBy(Layer.SESSION)) {
        open.add(Reason.SESSION);
      }
      if (!isSpared()) {
        open.add(Reason.EXPLICIT_RESOURCE);
      }
      open.add(Reason.ENDPOINT);
      open.add(Reason.CONDITION);
      if (PermissionsClue.usesKeys(facts)) {
        open.add(Reason.KMS);
      }
    }
    return Decision.leaves(access, open);
  }

  /** Whether the resource's policy was given and has no Deny that may apply. */
  private boolean isSpared() {
    return Simulated.of(facts).filter(UnexplainedDecider::hasResourcePolicy).isPresent()
        && match.denying(PolicyDocument.Type.RESOURCE, "").isEmpty();
  }

  private Decision proves(Reason reason) {
    return Decision.proves(access, reason);
  }

  private Decision open(Reason first, Reason... rest) {
    return Decision.leaves(access, EnumSet.of(first, rest));
  }
}
