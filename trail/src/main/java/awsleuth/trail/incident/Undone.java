package awsleuth.trail.incident;

import awsleuth.trail.Event;
import awsleuth.trail.change.Change;
import awsleuth.trail.change.Topic;
import awsleuth.trail.incident.Decided.Verdict;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Whether what a change did still held when a call failed: what another change undid before is not
 * why.
 *
 * @param time when the call failed
 * @param touching all changes that have to do with the call, in the order of time
 * @param since what a policy says of the call since a change that wrote it
 */
record Undone(long time, List<Change> touching, Function<Change, Verdict> since) {

  /** What a later change made of an earlier one. */
  private enum Effect {
    STILL_HOLDS,
    UNSURE,
    UNDONE
  }

  /** What switches a key on that another switched off (AWS KMS developer guide, "Key states"). */
  private static final Map<String, String> ON =
      Map.of("DisableKey", "EnableKey", "ScheduleKeyDeletion", "CancelKeyDeletion");

  /** What the names of such settings end with (S3 API reference). */
  private static final List<String> WHOLE_SETTINGS =
      List.of("PublicAccessBlock", "OwnershipControls");

  /** The ruling of a change, or another where it was undone before the call failed. */
  Ruling of(Change change, Ruling ruling) {
    if (ruling.certainty().compareTo(Certainty.POSSIBLE) > 0) {
      return ruling;
    }
    Ruling least = ruling;
    for (Change later : touching) {
      if (isBetween(change, later)) {
        Effect effect = effect(change, later);
        if (effect == Effect.UNDONE && isSettled(change, later)) {
          return Ruling.ruledOut(words(later));
        }
        if (effect != Effect.STILL_HOLDS && least.certainty() == Certainty.CONFIRMED) {
          least =
              new Ruling(
                  Certainty.POSSIBLE,
                  ruling.why(),
                  "whether it still held when the call failed: after it came " + named(later));
        }
      }
    }
    return least;
  }

  /** What undid a change long enough before the last failure to hold everywhere; empty for none. */
  Optional<Change> by(Change change) {
    return touching.stream()
        .filter(later -> isBetween(change, later) && isSettled(change, later))
        .filter(later -> effect(change, later) == Effect.UNDONE)
        .findFirst();
  }

  /** What is said of one that undid another. */
  static String words(Change later) {
    return "it was undone by " + named(later);
  }

  private boolean isBetween(Change change, Change later) {
    return !later.equals(change)
        && later.event().time() >= change.event().time()
        && later.event().time() < time;
  }

  /** Whether it surely came later, and long enough before the call to hold everywhere. */
  private boolean isSettled(Change change, Change later) {
    return later.event().time() > change.event().time()
        && later.event().time() <= time - Judge.HOLDS_WITHIN;
  }

  private static String named(Change change) {
    return change.event().name() + " of " + Event.moment(change.event().time());
  }

  private Effect effect(Change change, Change later) {
    if (isWhole(change, later)) {
      return ofWhole(change, later);
    }
    if (change.topic() == Topic.MANAGED && isTaken(change, later)) {
      return since.apply(change) == Verdict.DENIES ? Effect.UNDONE : Effect.STILL_HOLDS;
    }
    boolean rewritten = change.attaches() && isOf(later, change);
    if (!(isSame(change, later) || rewritten) || !later.holds()) {
      return Effect.STILL_HOLDS;
    }
    return switch (change.topic()) {
      case IDENTITY, MANAGED, TRUST, BOUNDARY, RESOURCE, ENDPOINT, ORGANISATION ->
          ofPolicy(change, later);
      case ACCESS_KEY -> later.status().equals("Active") ? Effect.UNDONE : Effect.STILL_HOLDS;
      case KEY_STATE -> ofKey(change, later);
      case SETTING, OWNER -> ofSetting(change, later);
      case GRANT, TAGS, NETWORK, QUOTA -> Effect.STILL_HOLDS;
    };
  }

  /** What S3 is set to refuse is written whole each time; a setting has one value at a time. */
  private Effect ofSetting(Change change, Change later) {
    boolean same =
        WHOLE_SETTINGS.stream()
            .anyMatch(s -> change.event().name().endsWith(s) && later.event().name().endsWith(s));
    if (!same) {
      boolean refused = since.apply(change) == Verdict.DENIES;
      boolean lifted = refused && since.apply(later) == Verdict.ALLOWS;
      return lifted ? Effect.UNDONE : Effect.STILL_HOLDS;
    }
    if (change.isUnread() || later.isUnread()) {
      return Effect.UNSURE;
    }
    Set<String> was = Set.copyOf(List.of(change.status().split(", ")));
    Set<String> is = Set.copyOf(List.of(later.status().split(", ")));
    return is.containsAll(was)
        ? Effect.STILL_HOLDS
        : Collections.disjoint(is, was) ? Effect.UNDONE : Effect.UNSURE;
  }

  /** Whether a change made or deleted all of what another changed. */
  private static boolean isWhole(Change change, Change later) {
    String kind = kind(change);
    String name = later.operation();
    return later.thing().equals(change.thing())
        && List.of("create", "restore", "delete").stream().anyMatch(w -> name.equals(w + kind))
        && !change.thing().name().isEmpty();
  }

  private static String kind(Change change) {
    return change.thing().kind().replace(" ", "").toLowerCase(Locale.ROOT);
  }

  /** What is deleted refuses nothing, and what is made again is there. */
  private Effect ofWhole(Change change, Change later) {
    if (later.removes()) {
      boolean denied = isPolicy(change) && since.apply(change) == Verdict.DENIES;
      return denied ? Effect.UNDONE : Effect.STILL_HOLDS;
    }
    // With a role or user that is made again come neither the sessions nor the keys of the old one.
    if (change.topic() == Topic.ACCESS_KEY) {
      return Effect.STILL_HOLDS;
    }
    boolean deleted = change.operation().equals("delete" + kind(later));
    boolean another = kind(later).equals("role") || kind(later).equals("user");
    return deleted && !another ? Effect.UNDONE : Effect.UNSURE;
  }

  private static boolean isPolicy(Change change) {
    return change.topic().type().isPresent();
  }

  /** Whether a managed policy was taken from a principal, as its policy or its boundary. */
  private static boolean isTaken(Change policy, Change later) {
    return later.removes() && later.isAttachment() && later.part().equals(policy.thing().name());
  }

  /** Whether it is a version of the managed policy that another change attached. */
  private static boolean isOf(Change version, Change attachment) {
    return version.topic() == Topic.MANAGED && version.thing().name().equals(attachment.part());
  }

  private static boolean isSame(Change change, Change later) {
    boolean parts =
        switch (change.topic()) {
          case IDENTITY ->
              later.part().equals(change.part()) && later.isMembership() == change.isMembership();
          case ACCESS_KEY, KEY_STATE -> later.part().equals(change.part());
          case ORGANISATION ->
              later.part().isEmpty()
                  || change.part().isEmpty()
                  || later.part().equals(change.part());
          case MANAGED, TRUST, BOUNDARY, RESOURCE, ENDPOINT -> true;
          case OWNER, GRANT, SETTING, TAGS, NETWORK, QUOTA -> true;
        };
    return parts && later.topic() == change.topic() && later.thing().equals(change.thing());
  }

  private Effect ofPolicy(Change change, Change later) {
    boolean whole = change.isAttachment() || change.isMembership();
    boolean again = whole && change.removes() && !later.removes();
    boolean bound = change.topic() == Topic.BOUNDARY && later.removes();
    if (again || bound) {
      return Effect.UNDONE;
    }
    Verdict was = verdict(change);
    Verdict is = verdict(later);
    if (was == Verdict.OPEN || is == Verdict.OPEN) {
      return Effect.UNSURE;
    }
    if (was == is) {
      return Effect.STILL_HOLDS;
    }
    // One of several targets of an organization's policy: the caller may be below another.
    boolean part = later.topic() == Topic.ORGANISATION && !later.part().equals(change.part());
    boolean lifted = is == Verdict.ALLOWS || (was == Verdict.DENIES && is == Verdict.SILENT);
    return lifted && !part ? Effect.UNDONE : Effect.UNSURE;
  }

  private Verdict verdict(Change change) {
    return change.removes() ? Verdict.SILENT : since.apply(change);
  }

  private static Effect ofKey(Change change, Change later) {
    return later.event().name().equals(ON.get(change.event().name()))
        ? Effect.UNDONE
        : Effect.UNSURE;
  }
}
