package awsleuth.core.cause.permissions;

import awsleuth.core.cause.permissions.PolicyMatch.Match;
import awsleuth.core.evidence.PolicyDocument;
import awsleuth.core.evidence.PolicyDocument.Element;
import awsleuth.core.evidence.PolicyDocument.Statement;
import awsleuth.core.fact.Facts;
import awsleuth.iam.Layer;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Decides a refused sts:AssumeRole, which needs both the caller's policy and the role's trust. */
final class TrustDecider {

  private final Facts facts;
  private final Access access;
  private final PolicyMatch match;

  TrustDecider(Facts facts, Access access, PolicyMatch match) {
    this.facts = facts;
    this.access = access;
    this.match = match;
  }

  Decision decide() {
    boolean federated = access.action().toLowerCase(Locale.ROOT).contains("with");
    if (federated || access.denial().policyType() == PolicyDocument.Type.RESOURCE) {
      return Decision.proves(access, Reason.TRUST);
    }
    List<PolicyDocument> trusts = trusts(facts);
    if (trusts.isEmpty() || access.principal().isEmpty()) {
      return open(EnumSet.of(Reason.TRUST));
    }
    List<Match> naming = naming(facts, access);
    if (naming.isEmpty()) {
      return Decision.proves(access, Reason.TRUST);
    }
    if (naming.stream().anyMatch(m -> m.statement().conditions().isEmpty())) {
      return isMissed()
          ? Decision.proves(access, new PolicyReasons(facts, access, match).notCovered())
          : open(EnumSet.noneOf(Reason.class));
    }
    Turning turning = Turning.of(facts, naming);
    boolean mfa = turning.named().stream().limit(1).anyMatch(Unmet::isMfa);
    return turning.isShown() || match.allowsPlainly()
        ? Decision.proves(access, mfa ? Reason.MFA : Reason.TRUST)
        : open(EnumSet.of(Reason.TRUST));
  }

  /**
   * Whether the caller's own policies are given, and needed beside the trust policy, and no use.
   */
  private boolean isMissed() {
    return match.given() > 0
        && match.covering().isEmpty()
        && match.denying().isEmpty()
        && Simulated.of(facts).stream()
            .filter(s -> !s.set().identity().isEmpty())
            .flatMap(s -> s.decision().blockers().stream())
            .anyMatch(b -> b.layer() == Layer.IDENTITY && !b.explicit());
  }

  private Decision open(EnumSet<Reason> reasons) {
    if (!match.allowsPlainly()) {
      reasons.add(Reason.NO_IDENTITY_ALLOW);
    }
    if (reasons.isEmpty() || Propagation.of(facts).isSeen()) {
      reasons.add(Reason.PROPAGATION);
    }
    return Decision.leaves(access, reasons);
  }

  /** The trust policies given that can be the role's. */
  static List<PolicyDocument> trusts(Facts facts) {
    PolicyOwner owner = PolicyOwner.of(facts);
    return facts.policies(PolicyDocument.Type.TRUST).stream().filter(owner::isOf).toList();
  }

  /** The Allow statements of the trust policies given that name the caller and the action. */
  static List<Match> naming(Facts facts, Access access) {
    List<Match> naming = new ArrayList<>();
    for (PolicyDocument p : trusts(facts)) {
      for (Statement s : p.statements()) {
        if (s.allow() && names(facts, s, access)) {
          naming.add(new Match(p, s, Optional.empty()));
        }
      }
    }
    return naming;
  }

  /** The Allow statements that name the caller, for other actions than the refused one. */
  static List<Match> namingForOthers(Facts facts, Access access) {
    List<Match> others = new ArrayList<>();
    for (PolicyDocument p : trusts(facts)) {
      for (Statement s : p.statements()) {
        if (s.allow()
            && !s.actions().isEmpty()
            && namesCaller(facts, s, access)
            && !names(facts, s, access)) {
          others.add(new Match(p, s, Optional.empty()));
        }
      }
    }
    return others;
  }

  private static boolean names(Facts facts, Statement s, Access access) {
    boolean action = false;
    for (Element e : s.actions()) {
      action |= access.isCoveredBy(e.value());
    }
    return action && namesCaller(facts, s, access);
  }

  private static boolean namesCaller(Facts facts, Statement s, Access access) {
    boolean principal = false;
    for (Element e : s.principals()) {
      principal |=
          Principals.covers(e.value(), access.principal())
              || FederatedTrust.covers(facts, e.value());
    }
    return principal;
  }
}
