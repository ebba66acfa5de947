package awsleuth.core.cause.permissions;

import awsleuth.core.evidence.TrailEvent;
import awsleuth.core.fact.EventRequest;
import awsleuth.core.fact.Facts;
import awsleuth.core.fact.LaterChange;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A change of permissions moments before the refusal, and the same call's success after it without
 * another change (IAM user guide, "Changes that I make are not always immediately visible").
 *
 * @param made what made the caller or the resource, where that is not the last change
 * @param change the last change of the caller or of the resource within two minutes before it
 * @param refused the refused call's event
 * @param success the first success within ten minutes after it
 */
record Propagation(
    Optional<TrailEvent> made,
    Optional<TrailEvent> change,
    Optional<TrailEvent> refused,
    Optional<TrailEvent> success) {

  private static final Duration BEFORE = Duration.ofMinutes(2);
  private static final Duration AFTER = Duration.ofMinutes(10);
  private static final Propagation NONE =
      new Propagation(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  static Propagation of(Facts facts) {
    return facts.once(Propagation.class, Propagation::work);
  }

  boolean isProven() {
    return change.isPresent() && success.isPresent();
  }

  /** Whether a change moments before the refusal is known. */
  boolean isSeen() {
    return change.isPresent();
  }

  private static Propagation work(Facts facts) {
    TrailEvent refused = facts.event().orElse(null);
    if (refused == null) {
      return NONE;
    }
    Access access = Access.of(facts);
    Optional<TrailEvent> made = Optional.empty();
    Optional<TrailEvent> change = Optional.empty();
    Optional<TrailEvent> success = Optional.empty();
    for (TrailEvent e : around(refused, facts)) {
      if (e.errorCode().isEmpty()) {
        if (isChange(e, access)) {
          if (isWithin(e, refused, BEFORE)) {
            made = change.filter(Propagation::isCreation).isPresent() ? change : made;
            change = Optional.of(e);
          } else if (success.isEmpty() && isWithin(refused, e, AFTER)) {
            return NONE;
          }
        } else if (success.isEmpty()
            && isWithin(refused, e, AFTER)
            && !isWithin(e, refused, BEFORE)
            && LaterChange.mayBeWhy(e, refused, names(access))) {
          return NONE;
        } else if (success.isEmpty() && isSame(e, refused, access) && isWithin(refused, e, AFTER)) {
          success = Optional.of(e);
        }
      }
    }
    return new Propagation(made, change, Optional.of(refused), success);
  }

  /** The events near enough to a refusal to have to do with it. */
  private static List<TrailEvent> around(TrailEvent refused, Facts facts) {
    try {
      Instant time = Instant.parse(refused.time()).truncatedTo(ChronoUnit.SECONDS);
      return facts.trail(
          time.minus(BEFORE).minusSeconds(1).toString(), time.plus(AFTER).toString());
    } catch (DateTimeException e) {
      return List.of();
    }
  }

  private static boolean isChange(TrailEvent e, Access access) {
    String name = e.eventName();
    boolean writes =
        name.startsWith("Create")
            || name.startsWith("Attach")
            || name.startsWith("Put")
            || name.startsWith("Add")
            || name.startsWith("UpdateAssumeRole")
            || name.startsWith("SetDefault");
    return writes
        && e.eventSource().equals("iam.amazonaws.com")
        && (concerns(e, access.resource()) || concerns(e, access.owner()));
  }

  /** Of the caller and of what the call is about. */
  private static Set<String> names(Access access) {
    Set<String> names = new HashSet<>();
    names.add(last(access.owner()));
    names.add(last(access.resource()));
    names.remove("");
    return names;
  }

  private static String last(String arn) {
    return arn.substring(arn.lastIndexOf('/') + 1);
  }

  private static boolean isCreation(TrailEvent e) {
    return switch (e.eventName()) {
      case "CreateRole", "CreateUser", "CreateInstanceProfile" -> true;
      default -> false;
    };
  }

  private static boolean concerns(TrailEvent e, String arn) {
    String name = last(arn);
    return !name.isEmpty()
        && (name.equals(e.field("requestParameters.roleName"))
            || name.equals(e.field("requestParameters.userName"))
            || name.equals(e.field("requestParameters.instanceProfileName")));
  }

  private static boolean isSame(TrailEvent e, TrailEvent refused, Access access) {
    String resource = EventRequest.resource(e, access.action());
    return e.eventName().equals(refused.eventName())
        && e.eventSource().equals(refused.eventSource())
        && e.principal().equals(refused.principal())
        && !LaterChange.isAnotherWay(e, refused)
        && (resource.isEmpty()
            || access.resource().isEmpty()
            || access.isOfNone()
            || bare(resource).equals(bare(access.resource())));
  }

  /** Of what names no resource some services tell the account's, as {@code arn:…:123:*}. */
  private static String bare(String resource) {
    return resource.endsWith(":*") ? resource.substring(0, resource.length() - 2) : resource;
  }

  private static boolean isWithin(TrailEvent first, TrailEvent second, Duration most) {
    try {
      Duration between =
          Duration.between(Instant.parse(first.time()), Instant.parse(second.time()));
      return !between.isNegative() && between.compareTo(most) <= 0;
    } catch (DateTimeException e) {
      return false;
    }
  }
}
