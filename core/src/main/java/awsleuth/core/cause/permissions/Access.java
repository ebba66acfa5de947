package awsleuth.core.cause.permissions;

import awsleuth.aws.IamCatalog;
import awsleuth.core.evidence.PolicyDocument;
import awsleuth.core.evidence.Source;
import awsleuth.core.fact.Citation;
import awsleuth.core.fact.Denial;
import awsleuth.core.fact.EventRequest;
import awsleuth.core.fact.Facts;
import awsleuth.core.fact.Literal;
import awsleuth.iam.match.Glob;
import java.util.Locale;

/**
 * The request that was refused for want of permission.
 *
 * @param refused whether AWS refused it for that; nothing else here means anything without it
 * @param sentence whether AWS said which action it refused
 * @param denial what the sentence says, all empty where there is none
 * @param action the IAM action; where AWS did not say, the one that the operation needs; empty
 *     where unknown
 * @param resource the resource's ARN or name; empty where unknown
 * @param principal the caller; empty where unknown
 * @param roleArn the ARN of the caller's role with its path; empty where the evidence does not tell
 * @param family where the action is unknown the prefix of the service's actions, or a placeholder
 * @param source where the refusal is told
 */
record Access(
    boolean refused,
    boolean sentence,
    Denial denial,
    String action,
    String resource,
    String principal,
    String roleArn,
    String family,
    Source source) {

  /** Whether a pattern of a policy covers the action; its case does not count. */
  boolean isCoveredBy(String pattern) {
    return Glob.of(pattern.toLowerCase(Locale.ROOT)).matches(action.toLowerCase(Locale.ROOT));
  }

  static Access of(Facts facts) {
    return facts.once(Access.class, AccessReader::read);
  }

  /**
   * Whether the role's trust policy has to allow the action: what a session is given with it, too
   * (IAM user guide, "Pass session tags in AWS STS").
   */
  boolean isOfTrust() {
    return action.toLowerCase(Locale.ROOT).startsWith("sts:assumerole") || isOfSession();
  }

  /** Whether the action is about what a session of a role is to be given. */
  boolean isOfSession() {
    return action.equalsIgnoreCase("sts:TagSession")
        || action.equalsIgnoreCase("sts:SetSourceIdentity");
  }

  /** Whether an AWS service made the call itself, which no identity-based policy allows. */
  boolean isByService() {
    return principal.endsWith(".amazonaws.com") || principal.endsWith(".amazonaws.com.cn");
  }

  /** Whether it is not the caller but a function's role that may not do it. */
  boolean isOfRole() {
    return denial.principal().equals("the execution role");
  }

  /** Whether AWS did not say which policy decided. */
  boolean isUnexplained() {
    return denial.kind() == Denial.Kind.UNKNOWN && denial.setting().isEmpty();
  }

  /** Whether no policy of this type allows. */
  boolean isImplicit(PolicyDocument.Type type) {
    return denial.kind() == Denial.Kind.IMPLICIT && denial.policyType() == type;
  }

  /** Whether a policy of this type denies. */
  boolean isExplicit(PolicyDocument.Type type) {
    return denial.kind() == Denial.Kind.EXPLICIT && denial.policyType() == type;
  }

  /** The action's service prefix in lower case; empty where the action is unknown. */
  String prefix() {
    int colon = action.indexOf(':');
    return colon < 0 ? "" : action.substring(0, colon).toLowerCase(Locale.ROOT);
  }

  /** The action, or a placeholder. */
  String actionOr() {
    return action.isEmpty() ? family + ":<Action>" : action;
  }

  /** The resource, or a placeholder. */
  String resourceOr() {
    return isNameless()
        ? resource.substring(0, resource.length() - 1) + "parameter/<name>"
        : resource.startsWith("arn:") || resource.equals("*")
            ? resource
            : SecretByName.arn(this).orElse("<resource ARN>");
  }

  /** Whether an action is for no resource, so that a statement about it names all. */
  static boolean takesNone(String action) {
    return IamCatalog.embedded().action(action).filter(a -> a.targets().isEmpty()).isPresent();
  }

  /** Whether a statement has to name all resources, whichever of them AWS's sentence names. */
  boolean isOfNone() {
    return resource.equals("*") || takesNone(action);
  }

  /** Whether Systems Manager took no parameter's name from the request, so that it names all. */
  boolean isNameless() {
    return resource.startsWith("arn:")
        && resource.contains(":ssm:")
        && resource.endsWith(":*")
        && action.toLowerCase(Locale.ROOT).startsWith("ssm:getparameter")
        && !action.equalsIgnoreCase("ssm:GetParametersByPath");
  }

  /** The resource as a word for the shell, or a placeholder. */
  String argument() {
    boolean told = resource.startsWith("arn:") || resource.equals("*");
    return Literal.shell(told ? resource : "", "<resource ARN>");
  }

  /** The role or user behind the caller, as IAM's ARN; empty where unknown. */
  String owner() {
    return Principals.owner(principal);
  }

  /** Whether the resource is surely of the caller's account. */
  boolean isWithinAccount(Facts facts) {
    String caller = Principals.account(principal);
    return !caller.isEmpty() && caller.equals(ownerAccount(facts));
  }

  /**
   * The account that owns the resource, as its ARN or the event tells; empty where neither does.
   */
  String ownerAccount(Facts facts) {
    String told = Principals.account(resource);
    return told.isEmpty()
        ? facts.event().map(e -> EventRequest.of(e, facts.catalog()).resourceAccount()).orElse("")
        : told;
  }

  /** Whether the resource, which can have a policy, is surely of another account. */
  boolean isAcrossAccounts(Facts facts) {
    String caller = Principals.account(principal);
    String owner = ownerAccount(facts);
    return ResourcePolicies.has(prefix())
        && Principals.isAccount(caller)
        && Principals.isAccount(owner)
        && !caller.equals(owner);
  }

  /** Cites what AWS said. */
  Citation cite() {
    if (isOfRole()) {
      return new Citation("AWS says: the execution role may not call `" + action + "`", source);
    }
    StringBuilder text = new StringBuilder("AWS says: not authorized to perform ");
    text.append(action.isEmpty() ? "the operation" : "`" + action + "`");
    if (!denial.resource().isEmpty()) {
      text.append(" on `").append(denial.resource()).append('`');
    }
    switch (denial.kind()) {
      case EXPLICIT -> text.append(", explicit deny");
      case IMPLICIT -> text.append(", no allow");
      case UNKNOWN -> {}
    }
    if (denial.policyType() != PolicyDocument.Type.UNKNOWN) {
      text.append(denial.kind() == Denial.Kind.UNKNOWN ? ", decided by " : " in ")
          .append(Layer.words(denial.policyType()));
    }
    return new Citation(text.toString(), source);
  }
}
