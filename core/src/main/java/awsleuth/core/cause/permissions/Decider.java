package awsleuth.core.cause.permissions;

import awsleuth.core.cause.permissions.PolicyMatch.Match;
import awsleuth.core.evidence.PolicyDocument;
import awsleuth.core.fact.Citation;
import awsleuth.core.fact.Denial;
import awsleuth.core.fact.Facts;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Decides why a request was refused: by what AWS says first, then by the policies given, then by
 * elimination (IAM user guide, "Policy evaluation logic"). What stays open is said to be open.
 */
final class Decider {

  /** Reasons that stand in a policy which somebody may have changed. */
  private static final Set<Reason> BY_POLICY =
      EnumSet.of(
          Reason.NO_IDENTITY_ALLOW,
          Reason.CONDITION,
          Reason.MFA,
          Reason.RESOURCE,
          Reason.ACTION,
          Reason.PASS_ROLE,
          Reason.EXPLICIT_IDENTITY,
          Reason.EXPLICIT_RESOURCE,
          Reason.NO_RESOURCE_ALLOW,
          Reason.BOUNDARY,
          Reason.TRUST,
          Reason.KMS);

  private final Facts facts;
  private final Access access;
  private final PolicyMatch match;
  private final PolicyReasons reasons;

  private Decider(Facts facts) {
    this.facts = facts;
    this.access = Access.of(facts);
    this.match = PolicyMatch.of(facts);
    this.reasons = new PolicyReasons(facts, access, match);
  }

  static Decision decide(Facts facts) {
    Decision decision = UnreadPolicies.of(facts).weigh(decideOnRead(facts), Access.of(facts));
    decision = Unbounded.of(facts).isPresent() ? decision.without(Reason.BOUNDARY) : decision;
    if (ManagementAccount.spared(PolicyDocument.Type.SCP, facts).isPresent()) {
      decision = decision.without(Reason.SCP);
    }
    List<Citation> beside = new ArrayList<>(Consulted.of(facts));
    OtherChange.of(facts, decision).ifPresent(beside::add);
    decision = decision.with(StrayPolicies.of(facts)).with(List.copyOf(beside));
    boolean byPolicy = decision.proven().filter(BY_POLICY::contains).isPresent();
    return byPolicy
        ? decision.with(LastChange.of(facts), TakenPolicy.of(facts)).with(Aftermath.of(facts))
        : decision;
  }

  private static Decision decideOnRead(Facts facts) {
    Access access = Access.of(facts);
    if (!access.refused()) {
      return Decision.leaves(access, EnumSet.noneOf(Reason.class));
    }
    if (PermissionsClue.tellsOther(facts)) {
      return Decision.proves(access, Reason.OTHER);
    }
    return new Decider(facts).refused();
  }

  private Decision refused() {
    Denial denial = access.denial();
    if (!access.sentence() && facts.seen(PermissionsClue.UNASSUMABLE)) {
      return unassumable();
    }
    if (CallerKind.isWrongKind(facts)) {
      return proves(Reason.IDENTITY);
    }
    if (isHead()) {
      return proves(Reason.HEAD);
    }
    if (Propagation.of(facts).isProven()) {
      return proves(Reason.PROPAGATION);
    }
    if (!denial.setting().isEmpty()) {
      boolean publicAccess = !denial.setting().equals("BlockedEncryptionTypes");
      return proves(publicAccess ? Reason.PUBLIC_ACCESS : Reason.EXPLICIT_RESOURCE);
    }
    if (!access.sentence() && !denial.encoded().isEmpty()) {
      return proves(Reason.ENCODED);
    }
    return switch (denial.policyType()) {
      case SCP -> proves(Reason.SCP);
      case RCP -> proves(Reason.RCP);
      case BOUNDARY -> proves(Reason.BOUNDARY);
      case SESSION -> proves(Reason.SESSION);
      case VPC_ENDPOINT -> proves(Reason.ENDPOINT);
      case TRUST -> proves(Reason.TRUST);
      case IDENTITY, RESOURCE, UNKNOWN -> byAction(denial.kind());
    };
  }

  /** A role that a service cannot assume. */
  private Decision unassumable() {
    Optional<ServiceAssume> assume = ServiceAssume.of(facts);
    return assume.filter(ServiceAssume::isDenied).isPresent()
        ? proves(Reason.TRUST)
        : open(
            assume.filter(ServiceAssume::isAllowed).isPresent()
                ? Reason.PROPAGATION
                : Reason.TRUST);
  }

  private Decision byAction(Denial.Kind kind) {
    String action = access.action().toLowerCase(Locale.ROOT);
    if (kind != Denial.Kind.EXPLICIT) {
      boolean spoken = !match.actionOnly().isEmpty() || !match.covering().isEmpty();
      if (action.equals("iam:passrole") && !spoken) {
        return proves(Reason.PASS_ROLE);
      }
      if (facts.seen(PermissionsClue.KMS_HIDDEN)) {
        return open(Reason.KMS);
      }
      if (PermissionsClue.isForeignKms(facts, access)) {
        return proves(Reason.KMS);
      }
      if (access.isOfTrust() && !access.isImplicit(PolicyDocument.Type.IDENTITY)) {
        return new TrustDecider(facts, access, match).decide();
      }
    }
    if (kind == Denial.Kind.IMPLICIT && EarlierCaller.of(facts).isPresent()) {
      return proves(Reason.IDENTITY);
    }
    return switch (kind) {
      case EXPLICIT -> explicit();
      case IMPLICIT ->
          access.isImplicit(PolicyDocument.Type.RESOURCE)
              ? noResourceAllow()
              : isOfNoType() ? noAllow() : noIdentityAllow();
      case UNKNOWN -> new UnexplainedDecider(facts, access, match).decide();
    };
  }

  /**
   * AWS says that no resource-based policy allows it: by which condition does the one given not?
   */
  private Decision noResourceAllow() {
    List<Match> kept = ResourceConditions.of(facts);
    if (kept.isEmpty()) {
      return proves(Reason.NO_RESOURCE_ALLOW);
    }
    return Turning.of(facts, kept).isDecided() ? proves(Reason.CONDITION) : open(Reason.CONDITION);
  }

  /** A decoded message says that nothing allows it, and not in which type of policy. */
  private boolean isOfNoType() {
    return facts.detail().isPresent() && access.isImplicit(PolicyDocument.Type.UNKNOWN);
  }

  private Decision noAllow() {
    if (match.given() > 0 && !match.allowsPlainly()) {
      return noIdentityAllow();
    }
    return match.allowsPlainly()
        ? open(Reason.BOUNDARY, Reason.SCP, Reason.SESSION)
        : open(Reason.NO_IDENTITY_ALLOW, Reason.BOUNDARY, Reason.SCP, Reason.SESSION);
  }

  private Decision explicit() {
    PolicyDocument.Type type = access.denial().policyType();
    if (type == PolicyDocument.Type.UNKNOWN) {
      return !match.denying().isEmpty() && isSure(match.denying())
          ? reasons.denied(match.denying().getFirst())
          : ofAnyType();
    }
    List<Match> denying = match.denying(type, access.denial().policyArn());
    if (!denying.isEmpty()
        && PlainHttp.isTls(facts)
        && Unmet.isOf(facts, denying.getFirst(), PlainHttp.KEY)) {
      return open(Reason.CONDITION, PolicyReasons.ofDeny(type));
    }
    return denying.isEmpty()
        ? proves(PolicyReasons.ofDeny(type))
        : isSure(denying)
            ? reasons.denied(denying.getFirst())
            : open(Reason.CONDITION, PolicyReasons.ofDeny(type));
  }

  /**
   * Whether the first surely denies it, or is all that can of the policy that AWS means: the one
   * that it names, or the one that the resource has. Else, where keys that its conditions look at
   * are not known, another policy may deny as well. Keys of users have no authentication by MFA.
   */
  private boolean isSure(List<Match> denying) {
    Match first = denying.getFirst();
    String arn = access.denial().policyArn();
    boolean named = !arn.isEmpty() && first.policy().name().endsWith(arn);
    boolean meant = named || access.isExplicit(PolicyDocument.Type.RESOURCE);
    return first.surely()
        || first.statement().conditions().isEmpty()
        || denying.stream().allMatch(m -> Unmet.of(facts, m).isMfa())
        || (meant && denying.size() == 1)
        || facts.detail().filter(d -> !d.matched().isEmpty()).isPresent();
  }

  /** Denied by a policy of a type that AWS does not tell, perhaps by the statements given. */
  private Decision ofAnyType() {
    EnumSet<Reason> reasons =
        EnumSet.of(Reason.EXPLICIT_IDENTITY, Reason.EXPLICIT_RESOURCE, Reason.SCP, Reason.BOUNDARY);
    for (Match denying : match.denying()) {
      reasons.add(PolicyReasons.ofDeny(denying.policy().type()));
      reasons.add(Reason.CONDITION);
    }
    return Decision.leaves(access, reasons);
  }

  /** AWS says that no identity-based policy allows it: why do those given not? */
  private Decision noIdentityAllow() {
    if (match.allowsPlainly() || (match.given() == 0 && !reasons.isAnonymous())) {
      return proves(OtherOwner.of(facts).isPresent() ? Reason.IDENTITY : Reason.NO_IDENTITY_ALLOW);
    }
    if (!match.covering().isEmpty()) {
      Turning conditions = reasons.conditions();
      return conditions.isDecided() && !RoleTags.meetAny(facts, conditions)
          ? proves(reasons.conditional())
          : open(Reason.CONDITION);
    }
    return reasons.isAnonymous() ? proves(Reason.IDENTITY) : proves(reasons.notCovered());
  }

  private boolean isHead() {
    if (access.sentence()) {
      return facts.call().operation().equals("HeadObject")
          && access.action().equalsIgnoreCase("s3:ListBucket")
          && access.isImplicit(PolicyDocument.Type.IDENTITY);
    }
    return HeadAnswer.is(facts) && !HeadAnswer.isOfRequest(facts, match);
  }

  private Decision proves(Reason reason) {
    return Decision.proves(access, reason);
  }

  private Decision open(Reason first, Reason... rest) {
    return Decision.leaves(access, EnumSet.of(first, rest));
  }
}
