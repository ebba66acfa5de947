package awsleuth.trail.change;

import awsleuth.core.evidence.Source;
import awsleuth.trail.Event;
import java.io.Serializable;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * An event that changed what other calls may do, or tried to.
 *
 * @param event the event
 * @param topic what kind of change
 * @param thing what was changed
 * @param part which part of it: a policy's name or ARN, a version, a boundary, an access key; empty
 *     where it has none
 * @param document the policy that it wrote, JSON; empty where it wrote none
 * @param status what it was set to, such as {@code Inactive}; empty where it has none
 * @param line the line of its file in which the event begins, from 1
 */
public record Change(
    Event event, Topic topic, Thing thing, String part, String document, String status, int line)
    implements Comparable<Change>, Serializable {

  /** The status of a policy's version that does not hold. */
  static final String NOT_DEFAULT = "not the default";

  /** The status of a change whose record could not be read whole. */
  static final String UNREAD = "unknown: its record is too large to be read whole";

  /** In the status of a bucket, or all of an account, that nobody gets into by a public policy. */
  public static final String NO_PUBLIC_POLICY = "no public policies";

  /** In the status of one that nobody gets into by a public access list. */
  public static final String NO_PUBLIC_LIST = "no public access lists";

  /** In the status of one that refuses to be given a public policy. */
  public static final String REFUSES_POLICY = "refuses public policies";

  /** In the status of one that refuses to be given a public access list, or its objects to be. */
  public static final String REFUSES_LIST = "refuses public access lists";

  /**
   * In the status of a bucket's lifecycle by which objects must be restored before they are got.
   */
  public static final String ARCHIVES = "archives objects";

  /** In the status of one that deletes them. */
  public static final String DELETES = "deletes objects";

  /** In the status of one that does so to some objects, before what their keys begin with. */
  public static final String IN = " in `";

  /** The status of one that does neither. */
  static final String KEEPS = "neither archives nor deletes objects";

  /** The status of the making of a role or user that has a permissions boundary, before its ARN. */
  static final String BOUNDED = "permissionsBoundary ";

  /** Before the number, in the status of a function for which concurrency is reserved. */
  static final String RESERVED = "reserved concurrency ";

  /** Before the value, in the status of a resource that lost a tag of that value. */
  static final String UNTAGGED = "without the value ";

  /** The status of a change of which CloudTrail leaves the request out for its length. */
  static final String OMITTED = "unknown: CloudTrail left its request out";

  private static final Pattern VERSION = Pattern.compile("\\d{8}(v\\d+)?$");

  private static final Set<String> KINDS = ChangeTable.get().kinds();

  /** Whether its record could not be read whole, so that what it changed may not be known. */
  public boolean isUnread() {
    return status.equals(UNREAD) || isOmitted();
  }

  /** Whether CloudTrail left out what it asked for. */
  public boolean isOmitted() {
    return status.equals(OMITTED);
  }

  /** In the order of events. */
  @Override
  public int compareTo(Change other) {
    return Event.ORDER.compare(event, other.event);
  }

  /** Where it is told. */
  public Source source() {
    return new Source(event.file(), line);
  }

  /**
   * What has versions of which but one holds: a role's policy of a name, a bucket's policy, a
   * managed policy.
   */
  public String subject() {
    return switch (topic) {
      case IDENTITY -> topic + " " + thing + (isMembership() ? " group " : " ") + part;
      default -> topic + " " + thing;
    };
  }

  /**
   * Whether it changed what holds; not where it made or deleted a version of a managed policy that
   * is not the default.
   */
  public boolean holds() {
    return !status.equals(NOT_DEFAULT) && !event.name().equals("DeletePolicyVersion");
  }

  /** Whether it takes something away that was there: a policy, a principal, a grant. */
  public boolean removes() {
    String name = event.name();
    return name.startsWith("Delete")
        || name.startsWith("Detach")
        || name.startsWith("Remove")
        || name.startsWith("Revoke")
        || name.startsWith("Retire");
  }

  /** Whether it names a managed policy and writes none. */
  public boolean isAttachment() {
    return topic == Topic.IDENTITY && part.startsWith("arn:");
  }

  /** Whether it gives a role, user or group a managed policy. */
  public boolean attaches() {
    return isAttachment() && !removes();
  }

  /** The ARN of the permissions boundary that a role or user has since then; empty for none. */
  public String boundary() {
    return topic == Topic.BOUNDARY
        ? part
        : status.startsWith(BOUNDED) ? status.substring(BOUNDED.length()) : "";
  }

  /** The operations, in small letters, that a grant of a key allows since then. */
  public Set<String> granted() {
    return Grant.operations(status);
  }

  /** Whether a grant of a key allows them by constraints alone. */
  public boolean isLimited() {
    return Grant.isLimited(status);
  }

  /** The value of the one tag that it deleted by its value; empty for none. */
  public String untagged() {
    return topic == Topic.TAGS && status.startsWith(UNTAGGED)
        ? status.substring(UNTAGGED.length())
        : "";
  }

  /** Whether it set the concurrency that is reserved for a function to none. */
  public boolean reservesNone() {
    return topic == Topic.QUOTA && status.equals(RESERVED + "0");
  }

  /** Whether it made or deleted all of a thing that has settings. */
  private boolean isWhole() {
    String kind = thing.kind().replace(" ", "").toLowerCase(Locale.ROOT);
    return (topic == Topic.SETTING || topic == Topic.OWNER)
        && part.isEmpty()
        && Stream.of("create", "delete", "restore").anyMatch(w -> operation().equals(w + kind));
  }

  /** The operation in small letters, without the version that Lambda's events have behind it. */
  public String operation() {
    return VERSION.matcher(event.name()).replaceFirst("").toLowerCase(Locale.ROOT);
  }

  /** Whether it puts a user into a group or takes one out, which has the group's policies. */
  public boolean isMembership() {
    String name = event.name();
    return topic == Topic.IDENTITY
        && (name.equals("AddUserToGroup") || name.equals("RemoveUserFromGroup"));
  }

  /**
   * Whether a type of an organization's policies is none of those that are policies of IAM, such as
   * {@code TAG_POLICY} (Organizations API reference, "PolicySummary").
   */
  static boolean isOtherType(String type) {
    return type.contains("_POLICY")
        && !type.equals("SERVICE_CONTROL_POLICY")
        && !type.equals("RESOURCE_CONTROL_POLICY");
  }

  /** Whether it changed such a policy of an organization, as far as it tells itself. */
  public boolean isOfOtherType() {
    return topic == Topic.ORGANISATION && isOtherType(part);
  }

  /** Where its event names the thing: paths below the event. */
  public List<String> namedBy() {
    return ChangeTable.get()
        .of(event.service(), event.name())
        .map(ChangeTable.Row::names)
        .orElse(List.of());
  }

  /** What kinds of things are known to be changed, as {@link Thing#kind}. */
  public static Set<String> kinds() {
    return KINDS;
  }

  /** {@code identity-based policy `data` of role `billing`}. */
  public String what() {
    String named = part.isEmpty() ? "" : " `" + part + "`";
    if (topic == Topic.ORGANISATION && thing.kind().equals("account")) {
      return "place of "
          + thing.words()
          + " in the organization"
          + (part.isEmpty() ? "" : " (" + part + ")");
    }
    if (isMembership()) {
      return "membership of " + thing.words() + " in group `" + part + "`";
    }
    if (isWhole()) {
      return thing.words();
    }
    if (topic == Topic.KEY_STATE && part.startsWith("alias/")) {
      return "alias" + named + (part.endsWith("/" + thing.name()) ? "" : " of " + thing.words());
    }
    if (topic == Topic.OWNER && event.name().endsWith("InstanceProfile") && !part.isEmpty()) {
      return "membership of " + thing.words() + " in instance profile" + named;
    }
    if (topic == Topic.OWNER && event.name().endsWith("ServiceLinkedRole")) {
      return "service-linked " + thing.words() + (part.isEmpty() ? "" : " of" + named);
    }
    if (topic == Topic.SETTING && event.name().equals("UpdateTable") && !part.isEmpty()) {
      return "index" + named + " of " + thing.words();
    }
    if (topic == Topic.QUOTA && status.startsWith(RESERVED)) {
      return "reserved concurrency of " + thing.words();
    }
    if (thing.kind().equals("quota") && !part.isEmpty()) {
      return thing.words() + " of `" + part + "`";
    }
    boolean own = topic == Topic.MANAGED || topic == Topic.ORGANISATION;
    return own
        ? topic.words() + " `" + thing.name() + "`" + (part.isEmpty() ? "" : " (" + part + ")")
        : topic.words() + named + " of " + thing.words();
  }
}
