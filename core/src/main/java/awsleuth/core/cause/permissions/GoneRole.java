package awsleuth.core.cause.permissions;

import awsleuth.core.cause.Fix;
import awsleuth.core.evidence.TrailEvent;
import awsleuth.core.fact.Citation;
import awsleuth.core.fact.Facts;
import java.util.Optional;

/**
 * That the role which was to be assumed was deleted before, and not made again. STS refuses it as
 * it refuses a caller whom a trust policy does not name.
 *
 * @param role its ARN
 * @param event what deleted it
 */
record GoneRole(String role, TrailEvent event) {

  /** Empty where the trail does not tell it, or not that it was before the call. */
  static Optional<GoneRole> of(Facts facts) {
    Access access = Access.of(facts);
    String role = access.resource();
    if (!access.action().equalsIgnoreCase("sts:AssumeRole") || !role.contains(":role/")) {
      return Optional.empty();
    }
    String until =
        facts
            .event()
            .map(TrailEvent::time)
            .or(() -> LoggedTime.of(facts).map(t -> t.time().toString()))
            .orElse("");
    return OtherChange.last(facts, e -> isOf(e, role))
        .filter(e -> e.eventName().equals("DeleteRole") && e.time().compareTo(until) < 0)
        .map(e -> new GoneRole(role, e));
  }

  private static boolean isOf(TrailEvent e, String role) {
    String name = role.substring(role.lastIndexOf('/') + 1);
    String account = e.field("recipientAccountId");
    return e.eventSource().equals("iam.amazonaws.com")
        && (e.eventName().equals("DeleteRole") || e.eventName().equals("CreateRole"))
        && e.field("requestParameters.roleName").equals(name)
        && account.equals(Principals.account(role));
  }

  String summary() {
    String name = role.substring(role.lastIndexOf('/') + 1);
    return Words.summary("the role `" + name + "` was deleted", "the role was deleted");
  }

  Citation cite() {
    return Citation.of(event, "deleted the role");
  }

  Fix fix() {
    String who = event.principal();
    return Fix.askAdministrator(
        "ask who deleted the role whether that was meant",
        "The role "
            + role
            + " was deleted at "
            + event.time()
            + (who.isEmpty() ? "" : " by " + who)
            + ", and is still assumed. Please make it again, with its policies and its trust policy,"
            + " or name the one to assume instead.");
  }
}
