package awsleuth.iam.diff;

import awsleuth.iam.PolicySet;
import awsleuth.iam.policy.AllowAll;
import awsleuth.iam.policy.AllowNothing;
import awsleuth.iam.policy.Policy;
import awsleuth.iam.policy.PolicyType;
import awsleuth.iam.request.Context;
import awsleuth.iam.request.ContextValue;
import awsleuth.iam.request.Principal;
import awsleuth.iam.request.Request;
import java.util.ArrayList;
import java.util.List;

/**
 * What is beside the policies that are compared, so that the decision on a request depends on them.
 * There are no other policies.
 *
 * @param identity whether the principal has a policy that allows everything
 * @param resource whether the resource has one that allows everything to everybody
 * @param session whether a session policy allows everything
 * @param limited whether the permissions boundary of a user or role allows nothing, or a federated
 *     user has no session policy: then a resource's policy allows only those whom it names
 *     themselves (IAM user guide, "Policy evaluation for requests within a single account")
 * @param owner the account that owns the resource; empty for the one in its ARN, or else the
 *     principal's
 */
public record Surroundings(
    boolean identity, boolean resource, boolean session, boolean limited, String owner) {

  private static final List<String> ACCOUNTS = List.of("444455556666", "777788889999");

  /** All that may make a difference, the likeliest first. */
  static List<Surroundings> of(PolicyType type, Request request) {
    boolean ofResource = type == PolicyType.RESOURCE || type == PolicyType.TRUST;
    boolean session =
        type != PolicyType.SESSION && request.principal() instanceof Principal.FederatedUser;
    String account = request.principal().account();
    String other = ACCOUNTS.stream().filter(a -> !a.equals(account)).findFirst().orElseThrow();
    List<String> owners = List.of("", account, other);
    List<Surroundings> all = new ArrayList<>();
    for (String owner : owners) {
      for (boolean resource : ofResource ? List.of(false) : List.of(false, true)) {
        for (boolean identity :
            type == PolicyType.IDENTITY
                ? List.of(false)
                : ofResource ? List.of(false, true) : List.of(true, false)) {
          Surroundings one = new Surroundings(identity, resource, session, false, owner);
          if (!all.contains(one)) {
            all.add(one);
          }
        }
      }
    }
    boolean hasLimits = request.principal() instanceof Principal.RoleSession || session;
    if (ofResource && hasLimits) {
      owners.stream()
          .distinct()
          .map(owner -> new Surroundings(false, false, false, true, owner))
          .forEach(all::add);
    }
    return all;
  }

  /** These around policies of a type. */
  PolicySet around(PolicyType type, List<Policy> policies) {
    PolicySet set = PolicySet.NONE;
    set = identity ? set.withIdentity(List.of(AllowAll.of(PolicyType.IDENTITY))) : set;
    set = resource ? set.withResource(List.of(AllowAll.of(PolicyType.RESOURCE))) : set;
    set = session ? set.withSession(List.of(AllowAll.of(PolicyType.SESSION))) : set;
    set = limited ? set.withBoundary(List.of(AllowNothing.of(PolicyType.BOUNDARY))) : set;
    return switch (type) {
      case IDENTITY -> set.withIdentity(policies);
      case RESOURCE, TRUST -> set.withResource(policies);
      case BOUNDARY -> set.withBoundary(policies);
      case SESSION -> set.withSession(policies);
      case SCP -> set.withScps(List.of(new PolicySet.Level("organization", policies)));
      case RCP -> set.withRcps(List.of(new PolicySet.Level("organization", policies)));
      case VPC_ENDPOINT -> set.withEndpoint(policies);
    };
  }

  /** The request of the resource's owner, and with no context keys but its own. */
  Request in(Request request) {
    return new Request(
        request.principal(),
        request.action(),
        request.resource(),
        owner,
        new Context(request.context().values(), ContextValue.ABSENT));
  }
}
