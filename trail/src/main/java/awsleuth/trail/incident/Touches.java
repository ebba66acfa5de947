package awsleuth.trail.incident;

import awsleuth.core.evidence.PolicyDocument;
import awsleuth.core.fact.NewPrincipal;
import awsleuth.core.fact.UnassumableRole;
import awsleuth.trail.Event;
import awsleuth.trail.change.Change;
import awsleuth.trail.change.Thing;
import awsleuth.trail.change.Topic;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a call that fails has to do with, by which changes are chosen. */
final class Touches {

  private final Refused call;
  private final Set<String> attached = new HashSet<>();
  private final Set<String> boundaries = new HashSet<>();
  private final Set<String> groups = new HashSet<>();

  /** What is attached to each group of the caller's account, by the group's name. */
  private final Map<String, Set<String>> byGroup = new HashMap<>();

  private final Beside beside = new Beside();
  private final String principal;
  private final String account;
  private final boolean denied;

  /**
   * Of a call.
   *
   * @param changes all changes up to it, in the order of time
   * @param since what was detached before then was not attached any more when the call began to
   *     fail, in milliseconds since 1970 UTC
   */
  Touches(Refused call, List<Change> changes, long since) {
    this.call = call;
    this.principal = call.caller();
    this.account = account(principal);
    this.denied = States.isDenial(call);
    for (Change c : changes) {
      if (c.event().time() > call.time()) {
        break;
      }
      if (isPrincipal(c.thing())) {
        note(c, c.event().time() < since);
      } else if (c.isAttachment() && isGroup(c.thing())) {
        Set<String> noted = byGroup.computeIfAbsent(c.thing().name(), _ -> new HashSet<>());
        note(noted, c.part(), c, c.event().time() < since);
      }
    }
  }

  /** What was taken away later than that was attached until then, and may be why. */
  private void note(Change c, boolean early) {
    if (!c.isMembership()) {
      beside.note(c);
    }
    if (c.topic() == Topic.BOUNDARY && early) {
      boundaries.clear();
    }
    if (c.topic() == Topic.BOUNDARY || !c.boundary().isEmpty()) {
      note(boundaries, c.boundary(), c, early);
    } else if (c.isAttachment()) {
      note(attached, c.part(), c, early);
    } else if (c.isMembership()) {
      note(groups, c.part(), c, early);
    }
  }

  private static void note(Set<String> noted, String part, Change c, boolean early) {
    if (early && c.removes()) {
      noted.remove(part);
    } else if (!part.isEmpty()) {
      noted.add(part);
    }
  }

  /** How a change has to do with the call; empty where it has nothing to do with it. */
  Optional<Touch> of(Change change) {
    Thing thing = change.thing();
    if (isCallItself(change)) {
      return Optional.empty();
    }
    if (change.isUnread() && thing.name().isEmpty()) {
      return isNear(change) ? Optional.of(Touch.MAYBE) : Optional.empty();
    }
    return switch (change.topic()) {
      case IDENTITY, BOUNDARY, ACCESS_KEY, OWNER, TAGS -> owner(change);
      case TRUST -> isRole(thing) || isGiven(thing) ? Optional.of(Touch.RESOURCE) : owner(change);
      case MANAGED -> managed(thing);
      case RESOURCE, KEY_STATE, GRANT, SETTING, QUOTA -> resource(change);
      case ENDPOINT ->
          Optional.of(Touch.PATH)
              .filter(t -> thing.name().equals(call.endpoint()) && !thing.name().isEmpty());
      case ORGANISATION -> new Organisation(call).of(change);
      case NETWORK -> Optional.empty();
    };
  }

  /**
   * Whether it is the call that is denied now, made when it was not: that a caller changes a thing
   * again and again is not why it may not. It may be where it wrote a policy, or tags, or took
   * something away.
   */
  private boolean isCallItself(Change change) {
    boolean harmless =
        switch (change.topic()) {
          case SETTING, GRANT, OWNER, QUOTA, NETWORK -> !change.removes();
          case IDENTITY, MANAGED, TRUST, BOUNDARY, RESOURCE, ENDPOINT, ORGANISATION -> false;
          case ACCESS_KEY, KEY_STATE, TAGS -> false;
        };
    Event failed = call.sampled().event();
    return harmless
        && denied
        && change.event().name().equals(failed.name())
        && change.event().service().equals(failed.service())
        && change.event().principal().equals(failed.principal());
  }

  /** Whether what is changed, which is not known, may be of the caller's or the call's account. */
  private boolean isNear(Change change) {
    String changed = change.event().account();
    boolean elsewhere = change.topic() == Topic.ORGANISATION || change.topic() == Topic.ENDPOINT;
    return elsewhere
        || changed.equals(account)
        || changed.equals(call.sampled().event().account())
        || changed.equals(account(call.resource()));
  }

  /** The policies that the caller is known to have when the call fails. */
  Beside beside() {
    return beside;
  }

  /**
   * The policies that are the caller's permissions boundary when the call fails, or were since what
   * was detached counts; empty where that is not known, or it has none.
   */
  Set<String> boundaries() {
    return boundaries;
  }

  private Optional<Touch> owner(Change change) {
    return isPrincipal(change.thing()) ? Optional.of(Touch.PRINCIPAL) : resource(change);
  }

  private Optional<Touch> managed(Thing policy) {
    PolicyDocument.Type said = call.denial().policyType();
    boolean bound = said == PolicyDocument.Type.BOUNDARY;
    boolean own =
        (isAttached(policy.name()) && !bound)
            || (boundaries.contains(policy.name()) && said != PolicyDocument.Type.IDENTITY)
            || policy.name().equals(call.denial().policyArn());
    boolean other = bound && !boundaries.isEmpty();
    boolean near = !own && !other && account(policy.name()).equals(account);
    return own ? Optional.of(Touch.PRINCIPAL) : near ? Optional.of(Touch.MAYBE) : Optional.empty();
  }

  /** Whether a managed policy is attached to the caller, or to a group that it is in. */
  private boolean isAttached(String policyArn) {
    return attached.contains(policyArn)
        || groups.stream().anyMatch(g -> byGroup.getOrDefault(g, Set.of()).contains(policyArn));
  }

  private boolean isGroup(Thing thing) {
    return thing.kind().equals("group") && thing.account().equals(account);
  }

  private Optional<Touch> resource(Change change) {
    return isRole(change.thing()) || new LinkedRole(call).is(change)
        ? Optional.of(Touch.RESOURCE)
        : new Nearness(call, groups).of(change);
  }

  private boolean isPrincipal(Thing thing) {
    boolean kind = thing.kind().equals("role") || thing.kind().equals("user");
    return kind
        && !thing.name().isEmpty()
        && principal.contains(":" + thing.kind() + "/")
        && thing.name().equals(last(principal))
        && thing.account().equals(account);
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

  /** Whether a call gives a role to a service, which says that it cannot assume one. */
  private boolean isGiven(Thing thing) {
    return UnassumableRole.isSaidBy(call.event().field("errorMessage"))
        && thing.kind().equals("role")
        && thing.account().equals(account)
        && !thing.name().isEmpty()
        && NewPrincipal.names(call.event(), thing.name());
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
