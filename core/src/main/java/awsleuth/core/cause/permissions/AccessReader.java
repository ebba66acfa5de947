package awsleuth.core.cause.permissions;

import awsleuth.core.evidence.Source;
import awsleuth.core.evidence.TrailEvent;
import awsleuth.core.fact.BareAnswer;
import awsleuth.core.fact.CodeFamily;
import awsleuth.core.fact.Denial;
import awsleuth.core.fact.EventRequest;
import awsleuth.core.fact.Fact;
import awsleuth.core.fact.Facts;
import awsleuth.core.fact.RefusalCode;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Works out which request was refused: of what AWS says, then of the event, then of the call. */
final class AccessReader {

  private AccessReader() {}

  static Access read(Facts facts) {
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
    String code = facts.call().code();
    boolean own = sentence || RefusalCode.isOfOperation(code) || code.isEmpty();
    String action = told ? denial.action() : own ? needed(facts) : "";
    String resource = denial.resource();
    String principal = denial.principal();
    TrailEvent event = facts.event().orElse(null);
    if (event != null) {
      resource = resource.isEmpty() ? EventRequest.resource(event, action) : resource;
      principal = principal.isEmpty() ? caller(event) : principal;
    }
    principal = principal.isEmpty() ? AnsweredIdentity.caller(facts) : principal;
    resource = resource.isEmpty() ? S3Resource.told(facts, action) : resource;
    resource = resource.isEmpty() ? toAssume(facts, action) : resource;
    resource = resource.isEmpty() && Access.takesNone(action) ? "*" : resource;
    String family = refused && action.isEmpty() ? family(facts) : "";
    return new Access(
        refused,
        sentence,
        denial,
        action,
        resource,
        principal,
        roleArn(facts, event, principal),
        family,
        source);
  }

  /** A service that calls for itself has no ARN, but a name. */
  private static String caller(TrailEvent event) {
    boolean service = event.field("userIdentity.type").equals("AWSService");
    return service ? event.field("userIdentity.invokedBy") : event.principal();
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

  /** A session's ARN leaves out the path of its role, which its event tells first. */
  private static String roleArn(Facts facts, @Nullable TrailEvent event, String principal) {
    String issuer =
        event == null ? "" : event.field("userIdentity.sessionContext.sessionIssuer.arn");
    boolean own =
        Principals.owner(issuer).equals(Principals.owner(principal))
            && Principals.account(issuer).equals(Principals.account(principal));
    return own && issuer.contains(":role/") ? issuer : RoleArn.told(facts, principal).orElse("");
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
      if (facts.exception("CredentialRetrievalError", "MetadataRetrievalError")) {
        return false; // the words of what should give credentials: no call was made yet
      }
      return facts.seen(PermissionsClue.KMS)
          || facts.seen(PermissionsClue.KMS_HIDDEN)
          || facts.seen(PermissionsClue.REFUSED)
          || facts.code("AccessDenied")
          || BareAnswer.isRefusal(facts);
    }
    return facts.family() == CodeFamily.DENIED
        || facts.seen(PermissionsClue.REFUSED)
        || facts.seen(PermissionsClue.KMS)
        || facts.seen(PermissionsClue.KMS_HIDDEN);
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
}
