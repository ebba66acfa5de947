package awsleuth.iam.reference;

import awsleuth.iam.PolicySet;
import awsleuth.iam.PolicySet.Level;
import awsleuth.iam.Result;
import awsleuth.iam.policy.Effect;
import awsleuth.iam.policy.Policy;
import awsleuth.iam.policy.Statement;
import awsleuth.iam.request.ContextValue;
import awsleuth.iam.request.Request;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Decides a request step by step as "How AWS enforcement code logic evaluates requests to allow or
 * deny access" and "Cross-account policy evaluation logic" of the IAM user guide tell it.
 */
public final class Reference {

  private final PolicySet policies;
  private final Caller caller;
  private final Service service;
  private final Matching matching;
  private final String owner;
  private final boolean cameThroughNoEndpoint;

  private Reference(PolicySet policies, Request request, Reading reading) {
    this.policies = policies;
    this.owner = Accounts.owner(request);
    this.cameThroughNoEndpoint =
        request.context().values().containsKey("aws:SourceVpce")
            && request.context().get("aws:SourceVpce").equals(ContextValue.ABSENT);
    this.caller = new Caller(request);
    this.service = new Service(request);
    this.matching =
        new Matching(
            request,
            new Keys(request, owner),
            new Principals(caller, service, !boundaries().isEmpty(), reading));
  }

  /**
   * What the request comes to; unknown where it depends on what AWS's pages leave open.
   *
   * @param request without unknown keys
   * @throws IllegalArgumentException if a key that is asked for is unknown
   */
  public static Result decide(PolicySet policies, Request request) {
    Reading first = new Reading(Set.of());
    Result result = new Reference(policies, request, first).decision();
    for (Set<Reading.Question> yes : first.others()) {
      if (new Reference(policies, request, new Reading(yes)).decision() != result) {
        return Result.UNKNOWN;
      }
    }
    return result;
  }

  private Result decision() {
    if (service.needsNoPermission(caller)) {
      return Result.ALLOWED;
    }
    if (service.isClosedTo(caller) && !explicitlyDenied()) {
      return Result.IMPLICIT_DENY;
    }
    if (explicitlyDenied() || publicAccessRestricted()) {
      return Result.EXPLICIT_DENY;
    }
    boolean allowed = everyScpLevelAllows() && endpointAllows() && granted();
    return allowed ? Result.ALLOWED : Result.IMPLICIT_DENY;
  }

  /** "Deny evaluation": a matching Deny in any policy that applies is final. */
  private boolean explicitlyDenied() {
    return Stream.of(
            ofLevels(scps()),
            ofLevels(rcps()),
            endpoints(),
            policies.resource(),
            identities(),
            boundaries(),
            sessions())
        .flatMap(List::stream)
        .anyMatch(policy -> applies(policy, Effect.DENY));
  }

  /** "AWS Organizations SCPs"; SCP evaluation: an Allow at every level from the root down. */
  private boolean everyScpLevelAllows() {
    return scps().stream().allMatch(level -> allows(level.policies()));
  }

  /** "VPC endpoint policies": an additional access boundary; without one there is full access. */
  private boolean endpointAllows() {
    return endpoints().stream().allMatch(policy -> applies(policy, Effect.ALLOW));
  }

  /** aws:SourceVpce: "included in the request only if it is made using a VPC endpoint". */
  private List<Policy> endpoints() {
    return cameThroughNoEndpoint ? List.of() : policies.endpoint();
  }

  private boolean granted() {
    if (!caller.hasIdentity()) {
      return grant() != Grant.NONE;
    }
    if (caller.account().equals(owner)) {
      return grantedInOneAccount();
    }
    return service.worksAcrossAccounts() && grant() != Grant.NONE && grantedByOwnAccount();
  }

  /** "Resource-based policies" and the steps after it, for a request within one account. */
  private boolean grantedInOneAccount() {
    Grant grant = grant();
    if (caller.isRoot()) {
      return !service.resourcePolicyMustGrant() || grant != Grant.NONE;
    }
    if (grant == Grant.DIRECT) {
      return true;
    }
    boolean delegated = !service.resourcePolicyMustGrant() || grant == Grant.TO_ACCOUNT;
    boolean granted = grant == Grant.LIMITED || (delegated && allows(identities()));
    return granted && boundaryAllows() && sessionAllows();
  }

  /** "Cross-account policy evaluation logic": what the trusted account says. */
  private boolean grantedByOwnAccount() {
    return caller.isRoot() || (allows(identities()) && boundaryAllows() && sessionAllows());
  }

  /** "IAM permissions boundaries". */
  private boolean boundaryAllows() {
    return boundaries().isEmpty() || allows(boundaries());
  }

  /**
   * "Session policies"; "Permissions for GetFederationToken": a federated user for whom no session
   * policy was passed has no permissions.
   */
  private boolean sessionAllows() {
    return sessions().isEmpty() ? !caller.isFederated() : allows(sessions());
  }

  /** The best that an Allow of the resource's policy gives. */
  private Grant grant() {
    Grant best = Grant.NONE;
    for (Policy policy : policies.resource()) {
      for (Statement statement : policy.statements()) {
        if (statement.effect() == Effect.ALLOW && matching.applies(policy, statement)) {
          best = Grant.better(best, matching.grant(statement));
        }
      }
    }
    return best;
  }

  /** S3, "Block public access settings": RestrictPublicBuckets. */
  private boolean publicAccessRestricted() {
    return policies.settings().blockPublicAccess()
        && service.isS3()
        && (caller.isAnonymous() || (caller.hasIdentity() && !caller.account().equals(owner)))
        && policies.resource().stream().anyMatch(PublicBucket::isPublic);
  }

  /** "Policies and the root user": identity-based policies are of users, groups and roles. */
  private List<Policy> identities() {
    return caller.hasPolicies() ? policies.identity() : List.of();
  }

  /** "Permissions boundaries for IAM entities": users and roles. */
  private List<Policy> boundaries() {
    return caller.hasPolicies() ? policies.boundary() : List.of();
  }

  /** "Session policies": passed for a role session or a federated user. */
  private List<Policy> sessions() {
    return caller.isSession() ? policies.session() : List.of();
  }

  /** SCPs, "SCP effects on permissions" and "Tasks and entities not restricted by SCPs". */
  private List<Level> scps() {
    boolean exempt =
        !caller.hasIdentity() || isServiceLinked() || policies.settings().managementAccount();
    return exempt ? List.of() : policies.scps();
  }

  /** RCPs, "Resources and entities not restricted by RCPs". */
  private List<Level> rcps() {
    return isServiceLinked() || !service.takesRcps() ? List.of() : policies.rcps();
  }

  /** "Service-linked roles": they have a path of their own. */
  private boolean isServiceLinked() {
    return policies.settings().serviceLinkedRole()
        || caller.roleArn().contains(":role/aws-service-role/");
  }

  private static List<Policy> ofLevels(List<Level> levels) {
    return levels.stream().flatMap(level -> level.policies().stream()).toList();
  }

  private boolean allows(List<Policy> some) {
    return some.stream().anyMatch(policy -> applies(policy, Effect.ALLOW));
  }

  private boolean applies(Policy policy, Effect effect) {
    return policy.statements().stream()
        .anyMatch(s -> s.effect() == effect && matching.applies(policy, s));
  }
}
