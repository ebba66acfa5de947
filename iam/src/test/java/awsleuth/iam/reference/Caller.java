package awsleuth.iam.reference;

import awsleuth.iam.request.ContextValue;
import awsleuth.iam.request.Principal;
import awsleuth.iam.request.Request;

/** The principal that makes the request (IAM user guide, "AWS JSON policy elements: Principal"). */
final class Caller {

  private final Principal principal;
  private final String roleArn;

  Caller(Request request) {
    principal = request.principal();
    roleArn = principal instanceof Principal.RoleSession role ? roleArn(role, request) : "";
  }

  /** A session's ARN lacks the path of its role, which only {@code aws:PrincipalArn} tells. */
  private static String roleArn(Principal.RoleSession role, Request request) {
    return request.context().get("aws:PrincipalArn") instanceof ContextValue.Present given
            && given.values().size() == 1
        ? given.values().getFirst()
        : role.roleArn();
  }

  String text() {
    return principal.text();
  }

  String account() {
    return principal.account();
  }

  boolean isRoot() {
    return principal instanceof Principal.Root;
  }

  boolean isUser() {
    return principal instanceof Principal.User;
  }

  boolean isRole() {
    return principal instanceof Principal.RoleSession;
  }

  boolean isFederated() {
    return principal instanceof Principal.FederatedUser;
  }

  boolean isAnonymous() {
    return principal instanceof Principal.Anonymous;
  }

  boolean isService() {
    return principal instanceof Principal.Service;
  }

  /** Whether it may be an identity provider; some built-in ones have names like services. */
  boolean isSigner() {
    return principal instanceof Principal.Provider || isService();
  }

  /** Whether it is a principal of an account. */
  boolean hasIdentity() {
    return isRoot() || hasPolicies();
  }

  /** Whether identity-based policies and a permissions boundary can limit it. */
  boolean hasPolicies() {
    return isUser() || isRole() || isFederated();
  }

  boolean isSession() {
    return isRole() || isFederated();
  }

  /** The ARN of the role; empty for all but roles. */
  String roleArn() {
    return roleArn;
  }

  /**
   * The name of a user or federated user without path; empty for others. A federated user's session
   * is known by the name of the user who made it ("AWS STS federated user principals").
   */
  String name() {
    return switch (principal) {
      case Principal.User user -> user.name();
      case Principal.FederatedUser user -> user.name();
      case Principal.Root _,
          Principal.RoleSession _,
          Principal.Service _,
          Principal.Provider _,
          Principal.Anonymous _ ->
          "";
    };
  }
}
