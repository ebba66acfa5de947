package awsleuth.iam;

import awsleuth.iam.match.Grant;
import awsleuth.iam.match.Truth;
import awsleuth.iam.match.View;
import awsleuth.iam.policy.AccessListKind;

/**
 * One decision, by the order of AWS's evaluation (IAM user guide, "How AWS enforcement code logic
 * evaluates requests to allow or deny access" and "Cross-account policy evaluation logic").
 */
final class Evaluation {

  /** Requests that are open are decided again for so many canonical user IDs and no more. */
  private static final int MOST_SUPPOSED = 8;

  private final Program program;
  private final View view;
  private final Relevant relevant;
  private final Situation situation;

  Evaluation(Program program, View view) {
    this.program = program;
    this.view = view;
    this.relevant = program.about(view.request().action());
    this.situation = new Situation(view, program.set());
  }

  View view() {
    return view;
  }

  Situation situation() {
    return situation;
  }

  Relevant relevant() {
    return relevant;
  }

  boolean hasBoundary() {
    return !program.set().boundary().isEmpty();
  }

  Result result() {
    Result result = asFarAsKnown();
    boolean open =
        result == Result.UNKNOWN && !view.supposes() && !program.canonicalUsers().isEmpty();
    return open && program.canonicalUsers().size() <= MOST_SUPPOSED ? supposed() : result;
  }

  /** What it comes to whoever's the canonical user IDs are; an account has one of them or none. */
  private Result supposed() {
    Result result = new Evaluation(program, view.ofCanonicalUser("")).result();
    for (String id : program.canonicalUsers()) {
      if (new Evaluation(program, view.ofCanonicalUser(id)).result() != result) {
        return Result.UNKNOWN;
      }
    }
    return result;
  }

  private Result asFarAsKnown() {
    if (situation.isAlwaysAllowed()) {
      return Result.ALLOWED;
    }
    Truth denied = denied();
    if (denied == Truth.TRUE) {
      return Result.EXPLICIT_DENY;
    }
    Truth allowed = allowed();
    if (denied == Truth.UNKNOWN || allowed == Truth.UNKNOWN) {
      return Result.UNKNOWN;
    }
    return allowed == Truth.TRUE ? Result.ALLOWED : Result.IMPLICIT_DENY;
  }

  /** Whether any statement denies. */
  Truth denied() {
    Truth any = isPublicAccessBlocked();
    Rule[] denies = relevant.denies();
    for (int i = 0; i < denies.length && any != Truth.TRUE; i++) {
      any = any.or(denies(denies[i]));
    }
    return any;
  }

  /** Whether a denying statement applies. */
  Truth denies(Rule rule) {
    return situation.counts(rule.layer()) ? rule.applies(view, hasBoundary()) : Truth.FALSE;
  }

  Truth isPublicAccessBlocked() {
    return PublicAccess.isBlocked(program.set(), view, situation) ? Truth.TRUE : Truth.FALSE;
  }

  /** Whether the request would be allowed if nothing denied it. */
  Truth allowed() {
    Truth outer = situation.isNeverAllowed() ? Truth.FALSE : scps();
    outer = outer == Truth.FALSE ? outer : outer.and(endpoint());
    return outer == Truth.FALSE ? outer : outer.and(access());
  }

  /** Every level must allow; where none is given the account is in no organization. */
  Truth scps() {
    Truth all = Truth.TRUE;
    if (situation.underScps()) {
      for (Rule[] level : relevant.levels()) {
        all = all.and(any(level));
      }
    }
    return all;
  }

  /** Whether the policy of the VPC endpoint that the request comes through, if any, allows. */
  Truth endpoint() {
    return program.set().endpoint().isEmpty() || !situation.counts(Layer.VPC_ENDPOINT)
        ? Truth.TRUE
        : any(relevant.allows(Layer.VPC_ENDPOINT));
  }

  private Truth access() {
    if (!situation.hasAccount()) {
      return granted(Grant.DIRECT);
    }
    if (!situation.oneAccount()) {
      Truth trusting = trusting();
      return trusting == Truth.FALSE ? trusting : trusting.and(identity()).and(limits());
    }
    Truth byResource = granted(Grant.DIRECT);
    if (byResource == Truth.TRUE) {
      return byResource;
    }
    byResource = byResource.or(granted(Grant.LIMITED).and(limits()));
    return byResource == Truth.TRUE ? byResource : byResource.or(byIdentity());
  }

  /** Whether the other account's policy lets the principal, or its account, in. */
  Truth trusting() {
    return situation.reachesOtherAccounts() ? granted(Grant.ACCOUNT) : Truth.FALSE;
  }

  private Truth byIdentity() {
    Truth delegated = situation.resourcePolicyDecides() ? granted(Grant.ACCOUNT) : Truth.TRUE;
    return delegated == Truth.FALSE ? delegated : delegated.and(identity()).and(limits());
  }

  /** Whether the identity-based policies allow. The root user needs none. */
  Truth identity() {
    return situation.isRoot()
        ? Truth.TRUE
        : any(relevant.allows(Layer.IDENTITY)).or(mayBeAttached(PolicySet.NotGiven.IDENTITY));
  }

  /** Unknown where policies of a kind may be attached that were not given, else false. */
  private Truth mayBeAttached(PolicySet.NotGiven kind) {
    return isOpen(kind) ? Truth.UNKNOWN : Truth.FALSE;
  }

  /** Whether a kind of policy was not given and those that were leave open what it says. */
  boolean isMissed(PolicySet.NotGiven kind) {
    return isOpen(kind)
        && switch (kind) {
          case IDENTITY -> identity() == Truth.UNKNOWN;
          case RESOURCE, BUCKET_ACL, OBJECT_ACL -> granted(Grant.DIRECT) == Truth.UNKNOWN;
          case SESSION -> session() == Truth.UNKNOWN;
        };
  }

  /** Whether a request like this one may be allowed by what was not given. */
  boolean isOpen(PolicySet.NotGiven kind) {
    return program.set().settings().notGiven().contains(kind)
        && switch (kind) {
          case IDENTITY -> !situation.isRoot() && situation.hasAccount();
          case RESOURCE -> situation.needsResourcePolicy();
          case SESSION -> situation.isFederatedUser();
          case BUCKET_ACL -> AccessListKind.BUCKET.decidesOn(view.request().action());
          case OBJECT_ACL -> AccessListKind.OBJECT.decidesOn(view.request().action());
        };
  }

  /** Whether permissions boundary and session policy, as far as there are any, allow. */
  private Truth limits() {
    Truth boundary = boundary();
    return boundary == Truth.FALSE ? boundary : boundary.and(session());
  }

  Truth boundary() {
    return program.set().boundary().isEmpty() || situation.isRoot()
        ? Truth.TRUE
        : any(relevant.allows(Layer.BOUNDARY));
  }

  /**
   * Whether the session policy allows. A federated user to whom none was passed has no permissions
   * (STS API reference, "GetFederationToken").
   */
  Truth session() {
    return program.set().session().isEmpty()
        ? Truth.of(!situation.isFederatedUser()).or(mayBeAttached(PolicySet.NotGiven.SESSION))
        : any(relevant.allows(Layer.SESSION));
  }

  /** Whether a resource-based policy names the principal at least so strongly. */
  Truth granted(Grant least) {
    Truth any = Truth.FALSE;
    for (Rule rule : relevant.allows(Layer.RESOURCE)) {
      if (any == Truth.TRUE) {
        break;
      }
      any = any.or(grants(rule, least));
    }
    return any.or(mayBeAttached(PolicySet.NotGiven.RESOURCE))
        .or(mayBeAttached(PolicySet.NotGiven.BUCKET_ACL))
        .or(mayBeAttached(PolicySet.NotGiven.OBJECT_ACL));
  }

  private Truth grants(Rule rule, Grant least) {
    if (rule.principals().most(view).compareTo(least) < 0) {
      return Truth.FALSE;
    }
    boolean sure = rule.principals().least(view).compareTo(least) >= 0;
    return (sure ? Truth.TRUE : Truth.UNKNOWN).and(rule.matches(view));
  }

  private Truth any(Rule[] rules) {
    Truth any = Truth.FALSE;
    for (int i = 0; i < rules.length && any != Truth.TRUE; i++) {
      any = any.or(rules[i].applies(view, false));
    }
    return any;
  }
}
