package awsleuth.trail.incident;

import awsleuth.trail.change.Change;
import awsleuth.trail.change.Thing;
import awsleuth.trail.change.Topic;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a call that fails has to do with, by which changes are chosen. */
final class Touches {

  private final Refused call;
  private final Set<String> attached = new HashSet<>();
  private final Set<String> groups = new HashSet<>();
  private final String principal;

  /**
   * Of a call.
   *
   * @param changes all changes up to it, in the order of time
   */
  Touches(Refused call, List<Change> changes) {
    this.call = call;
    this.principal = call.sampled().event().principal();
    for (Change c : changes) {
      if (c.event().time() > call.time()) {
        break;
      }
      // What was detached before the failure was attached until then, and may be why.
      if ((c.isAttachment() || c.topic() == Topic.BOUNDARY)
          && !c.part().isEmpty()
          && isPrincipal(c.thing())) {
        attached.add(c.part());
      }
      if (c.event().name().endsWith("UserFromGroup") || c.event().name().equals("AddUserToGroup")) {
        if (isPrincipal(c.thing())) {
          groups.add(c.part());
        }
      }
    }
  }

  /** How a change has to do with the call; empty where it has nothing to do with it. */
  Optional<Touch> of(Change change) {
    Thing thing = change.thing();
    return switch (change.topic()) {
      case IDENTITY, BOUNDARY, ACCESS_KEY, OWNER, TAGS -> owner(change);
      case TRUST -> isRole(thing) ? Optional.of(Touch.RESOURCE) : owner(change);
      case MANAGED -> managed(thing);
      case RESOURCE, KEY_STATE, GRANT, SETTING, QUOTA -> resource(change);
      case ENDPOINT ->
          Optional.of(Touch.PATH)
              .filter(t -> thing.name().equals(call.endpoint()) && !thing.name().isEmpty());
      case ORGANISATION -> Optional.of(Touch.ORGANISATION);
      case NETWORK -> Optional.empty();
    };
  }

  private Optional<Touch> owner(Change change) {
    return isPrincipal(change.thing()) ? Optional.of(Touch.PRINCIPAL) : resource(change);
  }

  private Optional<Touch> managed(Thing policy) {
    boolean own =
        attached.contains(policy.name()) || policy.name().equals(call.denial().policyArn());
    boolean near = account(policy.name()).equals(account(principal));
    return own ? Optional.of(Touch.PRINCIPAL) : near ? Optional.of(Touch.MAYBE) : Optional.empty();
  }

  private Optional<Touch> resource(Change change) {
    return isRole(change.thing())
        ? Optional.of(Touch.RESOURCE)
        : new Nearness(call, groups).of(change);
  }

  private boolean isPrincipal(Thing thing) {
    boolean kind = thing.kind().equals("role") || thing.kind().equals("user");
    return kind
        && !thing.name().isEmpty()
        && principal.contains(":" + thing.kind() + "/")
        && thing.name().equals(last(principal))
        && thing.account().equals(account(principal));
  }

  /** Whether a role is what the call is about: to be assumed or passed. */
  private boolean isRole(Thing thing) {
    String role =
        call.resource().contains(":role/")
            ? call.resource()
            : call.event().field("requestParameters.roleArn");
    return thing.kind().equals("role")
        && !thing.name().isEmpty()
        && thing.name().equals(last(role))
        && thing.account().equals(account(role));
  }

  private static String last(String arn) {
    return arn.substring(arn.lastIndexOf('/') + 1);
  }

  /** The account of an ARN; empty where it has none. */
  static String account(String arn) {
    String[] parts = arn.split(":", 6);
    return parts.length == 6 ? parts[4] : "";
  }
}
