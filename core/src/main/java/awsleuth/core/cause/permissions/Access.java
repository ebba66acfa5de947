package awsleuth.core.cause.permissions;

import awsleuth.aws.IamCatalog;
import awsleuth.core.evidence.PolicyDocument;
import awsleuth.core.evidence.Source;
import awsleuth.core.evidence.TrailEvent;
import awsleuth.core.fact.BareAnswer;
import awsleuth.core.fact.Citation;
import awsleuth.core.fact.CodeFamily;
import awsleuth.core.fact.Denial;
import awsleuth.core.fact.EventRequest;
import awsleuth.core.fact.Fact;
import awsleuth.core.fact.Facts;
import awsleuth.core.fact.Literal;
import awsleuth.iam.match.Glob;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

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

  private static final List<String> CODES =
      List.of(
          "accessdenied",
          "accessdeniedexception",
          "accessdeniedfault",
          "unauthorizedoperation",
          "unauthorizedaccess",
          "unauthorizedaccessexception",
          "unauthorizedexception",
          "unauthorized",
          "authorizationerror",
          "authorizationerrorexception",
          "authorizationexception",
          "accesspermissionexception",
          "insufficientpermissionsexception",
          "forbidden",
          "forbiddenexception",
          "notauthorized",
          "kmsaccessdeniedexception",
          "ec2accessdeniedexception",
          "efsaccessdeniedexception",
          "iamaccessdenied",
          "s3accessdeniedexception",
          "userunauthorizedexception",
          "accountaccessdenied",
          "kmsaccessdeniedfault",
          "encryptionkeyaccessdeniedexception",
          "403");

  /** Whether a pattern of a policy covers the action; its case does not count. */
  boolean isCoveredBy(String pattern) {
    return Glob.of(pattern.toLowerCase(Locale.ROOT)).matches(action.toLowerCase(Locale.ROOT));
  }

  static Access of(Facts facts) {
    return facts.once(Access.class, Access::work);
  }

  private static Access work(Facts facts) {
    Denial denial = Denial.SILENT;
    Source source = facts.call().source();
    boolean refused = isRefusal(facts);
    if (facts.denial() instanceof Fact.Known<Denial> known) {
      denial = known.value();
      refused = true;
      source = known.sources().getFirst();
    }
    boolean sentence = !denial.action().isEmpty();
    boolean told = sentence && !denial.action().equals("null");
    boolean own = sentence || CODES.contains(plainCode(facts)) || facts.call().code().isEmpty();
    String action = told ? denial.action() : own ? needed(facts) : "";
    String resource = denial.resource();
    String principal = denial.principal();
    TrailEvent event = facts.event().orElse(null);
    if (event != null) {
      resource = resource.isEmpty() ? EventRequest.resource(event, action) : resource;
      principal = principal.isEmpty() ? caller(event) : principal;
    }
    resource = resource.isEmpty() ? S3Resource.told(facts, action) : resource;
    resource = resource.isEmpty() ? toAssume(facts, action) : resource;
    resource = resource.isEmpty() && takesNone(action) ? "*" : resource;
    String family = refused && action.isEmpty() ? family(facts) : "";
    return new Access(
        refused,
        sentence,
        denial,
        action,
        resource,
        principal,
        roleArn(event, principal),
        family,
        source);
  }

  /** A service that calls for itself has no ARN, but a name. */
  private static String caller(TrailEvent event) {
    boolean service = event.field("userIdentity.type").equals("AWSService");
    return service ? event.field("userIdentity.invokedBy") : event.principal();
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

  /** The role that GitHub's action was given, or the call. */
  private static String toAssume(Facts facts, String action) {
    boolean assumes = action.toLowerCase(Locale.ROOT).startsWith("sts:assumerole");
    return assumes
        ? facts
            .parameter("RoleArn")
            .or(() -> facts.parameter("role-to-assume"))
            .filter(arn -> arn.startsWith("arn:"))
            .orElse("")
        : "";
  }

  /** Whether an action is for no resource, so that a statement about it names all. */
  private static boolean takesNone(String action) {
    return IamCatalog.embedded().action(action).filter(a -> a.targets().isEmpty()).isPresent();
  }

  /** A session's ARN leaves out the path of its role, which only an event of it tells. */
  private static String roleArn(@Nullable TrailEvent event, String principal) {
    String issuer =
        event == null ? "" : event.field("userIdentity.sessionContext.sessionIssuer.arn");
    boolean own =
        Principals.owner(issuer).equals(Principals.owner(principal))
            && Principals.account(issuer).equals(Principals.account(principal));
    return own && issuer.contains(":role/") ? issuer : "";
  }

  private static String family(Facts facts) {
    String service = facts.call().service();
    return facts.catalog().service(service).stream()
        .flatMap(s -> s.operationNames().stream())
        .flatMap(o -> facts.catalog().iamActions(service, o).stream())
        .findFirst()
        .map(action -> action.substring(0, Math.max(0, action.indexOf(':'))))
        .filter(prefix -> !prefix.isEmpty())
        .orElse("<service>");
  }

  private static boolean isRefusal(Facts facts) {
    if (facts.call().operation().equals("GetRoleCredentials")) {
      return false; // signed by nobody: the assignments of IAM Identity Center decide, no policy
    }
    if (facts.call().code().isEmpty()) {
      return facts.seen(PermissionsClue.KMS)
          || facts.seen(PermissionsClue.KMS_HIDDEN)
          || facts.seen(PermissionsClue.REFUSED)
          || facts.code("AccessDenied")
          || BareAnswer.isRefusal(facts);
    }
    return CODES.contains(plainCode(facts))
        || facts.family() == CodeFamily.DENIED
        || facts.seen(PermissionsClue.REFUSED)
        || facts.seen(PermissionsClue.KMS)
        || facts.seen(PermissionsClue.KMS_HIDDEN);
  }

  private static String plainCode(Facts facts) {
    String code = facts.call().code().toLowerCase(Locale.ROOT);
    return code.substring(code.lastIndexOf('.') + 1);
  }

  private static String needed(Facts facts) {
    String service = facts.call().service();
    String operation = facts.call().operation();
    if (service.isEmpty() || operation.isEmpty()) {
      return "";
    }
    List<String> actions = facts.catalog().iamActions(service, operation);
    return actions.isEmpty() ? "" : actions.getFirst();
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
        : resource.startsWith("arn:") || resource.equals("*") ? resource : "<resource ARN>";
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
    String owner = Principals.account(resource);
    String told =
        owner.isEmpty()
            ? facts
                .event()
                .map(e -> EventRequest.of(e, facts.catalog()).resourceAccount())
                .orElse("")
            : owner;
    return !caller.isEmpty() && caller.equals(told);
  }

  /** Whether the resource, which can have a policy, is surely of another account. */
  boolean isAcrossAccounts() {
    String caller = Principals.account(principal);
    String owner = Principals.account(resource);
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
