package awsleuth.iam.match;

import awsleuth.iam.policy.Condition;
import awsleuth.iam.policy.Effect;
import awsleuth.iam.policy.PolicyType;
import awsleuth.iam.policy.Principals;
import awsleuth.iam.policy.Principals.Entry;
import awsleuth.iam.policy.Statement;
import awsleuth.iam.request.Principal;
import java.util.List;

/**
 * Whether a Principal or NotPrincipal element names who makes a request (IAM user guide, "AWS JSON
 * policy elements: Principal").
 */
public final class PrincipalTest {

  private final Principals principals;
  private final boolean denies;
  private final boolean conditionOnArn;
  private final boolean ofEndpoint;

  /** The test of a statement of a policy of some type. */
  public PrincipalTest(Statement statement, PolicyType type) {
    this.principals = statement.principals();
    this.denies = statement.effect() == Effect.DENY;
    this.conditionOnArn = looksAtArn(statement);
    this.ofEndpoint = type == PolicyType.VPC_ENDPOINT;
  }

  /** With a condition on aws:PrincipalArn, {@code *} is as good as the principal's own ARN. */
  private static boolean looksAtArn(Statement statement) {
    for (Condition c : statement.conditions()) {
      if (c.key().value().equalsIgnoreCase("aws:PrincipalArn")) {
        return true;
      }
    }
    return false;
  }

  /** Whether the statement is about the principal. */
  public Truth applies(View view, boolean hasBoundary) {
    if (principals.negated() && denies) {
      return NotPrincipal.applies(principals.entries(), view, hasBoundary);
    }
    Grant most = most(view);
    if (ofEndpoint && most == Grant.ACCOUNT && mayBeGateway(view)) {
      return Truth.UNKNOWN;
    }
    return most == Grant.NONE
        ? Truth.FALSE
        : least(view) == Grant.NONE ? Truth.UNKNOWN : Truth.TRUE;
  }

  /** How the statement surely names the principal. */
  public Grant least(View view) {
    return strongest(view, false);
  }

  /** How the statement may name the principal, where not everything of it is known. */
  public Grant most(View view) {
    return strongest(view, true);
  }

  private Grant strongest(View view, boolean possibly) {
    if (principals.negated()) {
      Grant named = named(view, !possibly);
      return named == Grant.NONE ? everyone(view.request().principal()) : Grant.NONE;
    }
    return named(view, possibly);
  }

  /**
   * For a gateway endpoint an account is its root user alone, and S3 and DynamoDB have endpoints of
   * both types (VPC, "Principals for gateway endpoints").
   */
  private static boolean mayBeGateway(View view) {
    String action = view.request().action();
    return action.regionMatches(true, 0, "s3:", 0, 3)
        || action.regionMatches(true, 0, "dynamodb:", 0, 9);
  }

  private Grant named(View view, boolean possibly) {
    Grant best = Grant.NONE;
    List<Entry> entries = principals.entries();
    for (int i = 0; i < entries.size() && best != Grant.DIRECT; i++) {
      Grant grant = grant(entries.get(i), view, possibly);
      best = grant.compareTo(best) > 0 ? grant : best;
    }
    return best;
  }

  private Grant grant(Entry entry, View view, boolean possibly) {
    Principal principal = view.request().principal();
    String value = entry.value().value();
    return switch (entry.kind()) {
      case EVERYONE -> everyone(principal);
      case AWS -> ofArn(value, principal, view, possibly);
      case SERVICE -> direct(principal instanceof Principal.Service s && s.text().equals(value));
      case FEDERATED -> direct(isSigner(principal) && principal.text().equals(value));
      case CANONICAL_USER ->
          principal.account().isEmpty() ? Grant.NONE : canonical(value, view, possibly);
    };
  }

  /** Which account a canonical user ID belongs to only AWS knows. */
  private static Grant canonical(String id, View view, boolean possibly) {
    return switch (view.isCanonicalUser(id)) {
      case TRUE -> Grant.ACCOUNT;
      case FALSE -> Grant.NONE;
      case UNKNOWN -> possibly ? Grant.ACCOUNT : Grant.NONE;
    };
  }

  /** The canonical user IDs that the element names. */
  public List<String> canonicalUsers() {
    return principals.entries().stream()
        .filter(e -> e.kind() == Principals.Kind.CANONICAL_USER)
        .map(e -> e.value().value())
        .toList();
  }

  /** Cognito and Login with Amazon are providers whose names look like services. */
  private static boolean isSigner(Principal principal) {
    return principal instanceof Principal.Provider || principal instanceof Principal.Service;
  }

  private static Grant direct(boolean named) {
    return named ? Grant.DIRECT : Grant.NONE;
  }

  private Grant everyone(Principal principal) {
    return switch (principal) {
      case Principal.RoleSession _, Principal.FederatedUser _ ->
          conditionOnArn ? Grant.DIRECT : Grant.LIMITED;
      case Principal.Root _,
          Principal.User _,
          Principal.Service _,
          Principal.Provider _,
          Principal.Anonymous _ ->
          Grant.DIRECT;
    };
  }

  private static Grant ofArn(String value, Principal principal, View view, boolean possibly) {
    if (value.equals(principal.text())) {
      return principal instanceof Principal.RoleSession s && s.pathKnown()
          ? Grant.LIMITED
          : Grant.DIRECT;
    }
    if (isAccount(value, principal.account())) {
      return principal instanceof Principal.Root ? Grant.DIRECT : Grant.ACCOUNT;
    }
    return switch (principal) {
      case Principal.RoleSession session -> role(value, session, view, possibly);
      case Principal.FederatedUser user ->
          isUser(value, user.account(), user.name()) ? Grant.LIMITED : Grant.NONE;
      case Principal.Root _,
          Principal.User _,
          Principal.Service _,
          Principal.Provider _,
          Principal.Anonymous _ ->
          Grant.NONE;
    };
  }

  private static Grant role(
      String value, Principal.RoleSession session, View view, boolean possibly) {
    if (!view.pathKnown() && isRole(value, session)) {
      return possibly ? Grant.LIMITED : Grant.NONE;
    }
    return value.equals(view.principalArn()) ? Grant.LIMITED : Grant.NONE;
  }

  /** Whether a role's ARN may be the session's, whatever the path. */
  static boolean isRole(String value, Principal.RoleSession session) {
    return isOfIam(value, session.account(), ":role/") && value.endsWith("/" + session.role());
  }

  private static boolean isUser(String value, String account, String name) {
    return isOfIam(value, account, ":user/") && value.endsWith("/" + name);
  }

  /** Whether an entry is an account: its twelve digits or its root ARN. */
  static boolean isAccount(String value, String account) {
    if (account.isEmpty()) {
      return false;
    }
    return value.equals(account)
        || (value.indexOf(":root") == value.length() - ":root".length()
            && isOfIam(value, account, ":root"));
  }

  /** Whether a text begins as the ARN of an account's resource in IAM, in any partition. */
  private static boolean isOfIam(String value, String account, String resource) {
    int partition = value.indexOf(':', "arn:".length());
    int number = partition + ":iam::".length();
    return value.startsWith("arn:")
        && partition > "arn:".length()
        && value.startsWith(":iam::", partition)
        && value.startsWith(account, number)
        && value.startsWith(resource, number + account.length());
  }
}
