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
    }
  }

  /** How a change has to do with the call; empty where it has nothing to do with it. */
  Optional<Touch> of(Change change) {
    Thing thing = change.thing();
    return switch (change.topic()) {
      case IDENTITY, BOUNDARY, ACCESS_KEY, OWNER, TAGS -> owner(thing);
      case TRUST -> isRole(thing) ? Optional.of(Touch.RESOURCE) : owner(thing);
      case MANAGED -> managed(thing);
      case RESOURCE, KEY_STATE, GRANT, SETTING, QUOTA -> resource(thing);
      case ENDPOINT ->
          Optional.of(Touch.PATH)
              .filter(t -> thing.name().equals(call.endpoint()) && !thing.name().isEmpty());
      case ORGANISATION -> Optional.of(Touch.ORGANISATION);
      case NETWORK -> Optional.empty();
    };
  }

  private Optional<Touch> owner(Thing thing) {
    if (isPrincipal(thing)) {
      return Optional.of(Touch.PRINCIPAL);
    }
    return resource(thing);
  }

  private Optional<Touch> managed(Thing policy) {
    boolean own =
        attached.contains(policy.name()) || policy.name().equals(call.denial().policyArn());
    boolean near = account(policy.name()).equals(account(principal));
    return own ? Optional.of(Touch.PRINCIPAL) : near ? Optional.of(Touch.MAYBE) : Optional.empty();
  }

  private Optional<Touch> resource(Thing thing) {
    return isResource(thing) || isRole(thing) ? Optional.of(Touch.RESOURCE) : Optional.empty();
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

  private boolean isResource(Thing thing) {
    String name = thing.name();
    if (name.isEmpty()) {
      return false;
    }
    return switch (thing.kind()) {
      case "bucket" ->
          name.equals(call.event().field("requestParameters.bucketName"))
              || isBucket(name, call.resource());
      case "key" -> isKey(name);
      case "account" -> thing.account().equals(account(principal));
      case "queue", "table", "function", "secret", "repository", "domain" -> isNamed(thing);
      case "topic" -> call.resource().equals(name);
      default -> false;
    };
  }

  private static boolean isBucket(String name, String arn) {
    String bucket = ":s3:::" + name;
    int at = arn.indexOf(bucket);
    return at >= 0
        && (arn.length() == at + bucket.length() || arn.charAt(at + bucket.length()) == '/');
  }

  private boolean isKey(String id) {
    return call.resource().endsWith(id)
        || call.event().field("requestParameters.keyId").endsWith(id)
        || call.event().field("errorMessage").contains(":key/" + id)
        || call.event().field("resources.0.ARN").endsWith(":key/" + id);
  }

  /** A resource of the same name; of a secret its ARN has six characters more. */
  private boolean isNamed(Thing thing) {
    String arn = call.resource();
    String last = arn.substring(Math.max(arn.lastIndexOf('/'), arn.lastIndexOf(':')) + 1);
    return thing.account().equals(account(arn))
        && (last.equals(thing.name())
            || (thing.kind().equals("secret")
                && last.startsWith(thing.name() + "-")
                && last.length() == thing.name().length() + 7));
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
