package awsleuth.iam;

import awsleuth.iam.match.View;
import awsleuth.iam.request.ContextValue;
import awsleuth.iam.request.Principal;
import awsleuth.iam.request.Request;
import java.util.Locale;
import java.util.Map;

/** Which of AWS's rules a request falls under. */
final class Situation {

  private final Request request;
  private final Principal principal;
  private final PolicySet.Settings settings;
  private final String owner;

  /** Service-linked roles are exempt from SCPs and RCPs (Organizations user guide). */
  private final boolean serviceLinked;

  Situation(View view, PolicySet set) {
    this.request = view.request();
    this.principal = request.principal();
    this.settings = set.settings();
    this.owner = view.owner();
    this.serviceLinked =
        settings.serviceLinkedRole() || view.principalArn().contains(":role/aws-service-role/");
  }

  /** Whether the principal has an account, so that the account's own policies decide too. */
  boolean hasAccount() {
    return !principal.account().isEmpty();
  }

  /** Whether principal and resource are in one account; a principal without one is in none. */
  boolean oneAccount() {
    return principal.account().equals(owner) || owner.isEmpty();
  }

  boolean isRoot() {
    return principal instanceof Principal.Root;
  }

  boolean isFederatedUser() {
    return principal instanceof Principal.FederatedUser;
  }

  /** Whether service control policies limit the principal (Organizations user guide, "SCPs"). */
  boolean underScps() {
    return hasAccount() && !settings.managementAccount() && !serviceLinked;
  }

  /** Whether resource control policies limit the request (Organizations user guide, "RCPs"). */
  boolean underRcps() {
    return !serviceLinked
        && !isAction("kms:RetireGrant")
        && !request.resource().equals("*")
        && ControlledServices.take(request.action());
  }

  /** Whether a layer's statements count. */
  boolean counts(Layer layer) {
    return switch (layer) {
      case SCP -> underScps();
      case RCP -> underRcps();
      case IDENTITY, BOUNDARY, SESSION -> hasAccount();
      case VPC_ENDPOINT -> !cameThroughNoEndpoint();
      case RESOURCE -> true;
    };
  }

  /**
   * Whether the context says outright that the request came through no VPC endpoint: aws:SourceVpce
   * is in the context only where it came through one (IAM user guide, "AWS global condition context
   * keys"). A context that does not mention the key leaves that to the policies that are given.
   */
  boolean cameThroughNoEndpoint() {
    for (Map.Entry<String, ContextValue> e : request.context().values().entrySet()) {
      if (e.getValue() instanceof ContextValue.Absent
          && e.getKey().equalsIgnoreCase("aws:SourceVpce")) {
        return true;
      }
    }
    return false;
  }

  /** Whether nothing is allowed without a policy of the resource. */
  boolean needsResourcePolicy() {
    return !hasAccount() || !oneAccount() || resourcePolicyDecides();
  }

  boolean isAction(String name) {
    return request.action().equalsIgnoreCase(name);
  }

  /**
   * Whether identity-based policies count only as far as the resource's own policy lets them: KMS
   * keys (KMS developer guide, "Key policies") and roles that are assumed (IAM user guide, "Roles
   * terms and concepts").
   */
  boolean resourcePolicyDecides() {
    return isKey() || isAssumed();
  }

  boolean isKey() {
    return request.action().regionMatches(true, 0, "kms:", 0, 4)
        && request.resource().contains(":key/");
  }

  private boolean isAssumed() {
    String action = request.action();
    if (!action.regionMatches(true, 0, "sts:", 0, 4) || !request.resource().contains(":role/")) {
      return false;
    }
    return switch (action.substring(4).toLowerCase(Locale.ROOT)) {
      case "assumerole",
          "assumerolewithsaml",
          "assumerolewithwebidentity",
          "tagsession",
          "setsourceidentity",
          "setcontext" ->
          true;
      default -> false;
    };
  }

  /**
   * Whether AWS lets the principal do it, whatever policies say (STS API reference,
   * "GetCallerIdentity"; IAM user guide, "Permissions for GetSessionToken").
   */
  boolean isAlwaysAllowed() {
    return isAction("sts:GetCallerIdentity")
        || (isAction("sts:GetSessionToken") && (isRoot() || principal instanceof Principal.User));
  }

  /** Whether no policy can let the principal do it (IAM user guide, "Compare STS credentials"). */
  boolean isNeverAllowed() {
    return isRoot() && isAction("sts:AssumeRole");
  }

  /** Whether an operation of KMS works from another account at all. */
  boolean reachesOtherAccounts() {
    return !request.action().regionMatches(true, 0, "kms:", 0, 4)
        || KeyOperations.reachOtherAccounts(request.action());
  }
}
