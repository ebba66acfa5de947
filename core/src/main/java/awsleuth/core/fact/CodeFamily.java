package awsleuth.core.fact;

import java.util.Locale;

/**
 * What the name of an error code says. Services name their codes alike ({@code …NotFoundException},
 * {@code TooMany…}, {@code …InUse}), so that a name tells the kind of failure also where the code
 * itself is known to nobody here.
 */
public enum CodeFamily {
  /** Requests come too fast. */
  RATE("throttl", "toomanyrequest", "toomanyupdates", "ratelimit", "callrate", "slowdown"),
  /** A capacity that was set or bought is used up. */
  CAPACITY("throughputexceeded", "capacityexceeded"),
  /** The caller may not. */
  DENIED(
      "accessdenied",
      "unauthorized",
      "notauthorized",
      "forbidden",
      "noauthorization",
      "authorizationerror",
      "accessforbidden",
      "accesstoclusterdenied",
      "accesstosnapshotdenied"),
  /** A condition that the request set was not met. */
  CONDITION("conditional", "precondition", "conditioncheck", "transactionconflict"),
  /** A number or size has come to its limit. */
  QUOTA("limit", "quota", "toomany", "exceeded", "exceeds", "toolong", "toolarge"),
  /** It is there already. */
  EXISTING("alreadyexist", "exists", "duplicate", "alreadyowned"),
  /** It is not there. */
  MISSING("notfound", "nosuch", "doesnotexist", "notexists", "nonexist", "unknownresource"),
  /** Another change of it is going on, or came first. */
  BUSY("inprogress", "conflict", "locked", "concurrent", "pending", "busy", "aborted"),
  /** Its state does not allow it. */
  STATE(
      "inuse",
      "state",
      "notready",
      "disabled",
      "deleting",
      "notenabled",
      "notconnected",
      "unavailable",
      "expired"),
  /** The service failed. */
  SERVER(
      "internal", "servererror", "serverexception", "failure", "serviceexception", "servicefault"),
  /** The request did not come to an end in time. */
  TIMEOUT("timeout", "timedout"),
  /** The name tells none of this. */
  OTHER;

  private final String[] parts;

  CodeFamily(String... parts) {
    this.parts = parts;
  }

  /** The family of a code; OTHER for an empty code and for a number. */
  public static CodeFamily of(String code) {
    String lower = code.toLowerCase(Locale.ROOT).replace("statement", "");
    for (CodeFamily family : values()) {
      for (String part : family.parts) {
        if (lower.contains(part)) {
          return family;
        }
      }
    }
    return OTHER;
  }
}
