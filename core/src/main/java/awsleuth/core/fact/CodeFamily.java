package awsleuth.core.fact;

import java.util.List;
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
  /** The caller may not: what {@link RefusalCode} knows. */
  DENIED,
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

  /** How messages say that something is not there (the services' API references, "Errors"). */
  private static final List<String> MISSING_WORDS =
      List.of(
          "marked for deletion",
          "scheduled for deletion",
          "being deleted",
          "been deleted",
          "not exist",
          "n't exist",
          "not found",
          "not find",
          "n't find",
          "no openidconnect provider found",
          "not verified",
          "terminated");

  /** {@code may not be terminated}: it is there. */
  private static final String TO_BE_ENDED = "be terminated";

  /** How they say that something is switched off. */
  private static final List<String> STATE_WORDS =
      List.of("not subscribed", "not enabled", "disabled", "paused");

  /** What stands before the name of a thing in codes that say that it is not there. */
  private static final List<String> BEFORE_THING = List.of("nosuch", "invalid");

  private final String[] parts;

  CodeFamily(String... parts) {
    this.parts = parts;
  }

  /** The family of a code; OTHER for an empty code and for a number but 403. */
  public static CodeFamily of(String code) {
    if (RefusalCode.is(code)) {
      return DENIED;
    }
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

  /**
   * Whether a message says it, where its code does not: of what is not there (MISSING) and of what
   * is switched off (STATE). Of the other families no words are known.
   *
   * @param message as AWS wrote it
   */
  public boolean isSaidBy(String message) {
    String lower = message.toLowerCase(Locale.ROOT);
    return switch (this) {
      case MISSING -> {
        String said = lower.replace(TO_BE_ENDED, "");
        yield MISSING_WORDS.stream().anyMatch(said::contains);
      }
      case STATE -> STATE_WORDS.stream().anyMatch(lower::contains);
      case RATE, CAPACITY, DENIED, CONDITION, QUOTA, EXISTING, BUSY, SERVER, TIMEOUT, OTHER ->
          false;
    };
  }

  /**
   * What is not there, by the name of a code of MISSING: {@code bucket} of {@code NoSuchBucket}, in
   * small letters without spaces; empty where the code leaves it open.
   */
  public static String missing(String code) {
    String named = code.toLowerCase(Locale.ROOT).replace(".", "");
    for (String word : BEFORE_THING) {
      named = named.startsWith(word) ? named.substring(word.length()) : named;
    }
    for (String word : MISSING.parts) {
      named = named.contains(word) ? named.substring(0, named.indexOf(word)) : named;
    }
    return named.equals("amiid") ? "image" : named.replaceAll("(id|name|identifier)$", "");
  }
}
