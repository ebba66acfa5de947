package awsleuth.trail.incident;

import awsleuth.core.evidence.TrailEvent;
import awsleuth.core.fact.Denial;
import awsleuth.core.fact.EventRequest;
import awsleuth.iam.request.Context;
import awsleuth.iam.request.ContextValue;
import awsleuth.iam.request.Principal;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Who calls from another account: the owner of what is called is told the account and a unique id
 * ({@code AWSAccount}, "CloudTrail userIdentity element"), and by a refusal's sentence the ARN. Of
 * a session that has no path of its role, which stays unknown.
 */
final class OtherAccount {

  private OtherAccount() {}

  /** Whether the event tells of the caller no more than the account and an id. */
  static boolean isCalledBy(TrailEvent event) {
    String account = event.field("userIdentity.accountId");
    return event.field("userIdentity.type").equals("AWSAccount")
        && event.principal().isEmpty()
        && account.length() == 12
        && account.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  /** Who it is, as AWS's sentence says; empty where it does not. */
  static Optional<Principal> caller(TrailEvent event, Denial denial) {
    return Optional.of(denial.principal())
        .filter(arn -> arn.startsWith("arn:"))
        .flatMap(Principal::parse)
        .filter(p -> p.account().equals(event.field("userIdentity.accountId")));
  }

  /** The request of an event, by that caller. */
  static EventRequest of(TrailEvent event, Denial denial, EventRequest told) {
    Optional<Principal> caller = caller(event, denial);
    return caller.isEmpty()
        ? told
        : new EventRequest(
            caller,
            told.actions(),
            told.resources(),
            told.resourceAccount(),
            withoutName(told.context()),
            told.origins());
  }

  /** It may be a user, of whom the ARN tells the name. */
  private static Context withoutName(Context context) {
    Map<String, ContextValue> values = new HashMap<>(context.values());
    values.keySet().removeIf("aws:username"::equalsIgnoreCase);
    return new Context(Map.copyOf(values), context.rest());
  }

  /** The ARN of a role or user, as events of its own account have it. */
  static String arn(Principal caller) {
    return caller instanceof Principal.RoleSession session ? session.roleArn() : caller.text();
  }
}
