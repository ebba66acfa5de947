package awsleuth.trail;

import java.io.Serializable;
import java.time.Instant;
import java.util.Comparator;

/**
 * What is asked of most often of a CloudTrail event ("CloudTrail record contents", CloudTrail user
 * guide). What an event does not have is empty.
 *
 * @param time {@code eventTime} in milliseconds since 1970 UTC; {@link #UNKNOWN_TIME} where it has
 *     none that can be read
 * @param source {@code eventSource}, such as {@code s3.amazonaws.com}
 * @param name {@code eventName}: most often, not always, the operation's name
 * @param region {@code awsRegion}
 * @param account the recipientAccountId, else that of the userIdentity
 * @param principal of an assumed role the role's ARN, without its path where the session's ARN is
 *     all that is told; else that of the userIdentity, else its invokedBy, else what there is of
 *     type, userName (or userId on whose behalf it is, or principalId) and accountId: {@code
 *     WebIdentityUser octo/app}, {@code AWSAccount AIDAEXAMPLE of 444455556666}; the accountId or
 *     type alone where it has no name
 * @param agent {@code userAgent}
 * @param address {@code sourceIPAddress}: an address, or the host name of an AWS service
 * @param code {@code errorCode} without {@code Client.} or {@code Server.} before it; {@link
 *     #UNNAMED} where there is an errorMessage alone; empty where the call succeeded, as one did
 *     with {@code DryRunOperation} or {@code NotModified}
 * @param message {@code errorMessage}
 * @param requestId the requestID
 * @param eventId the eventID
 * @param sharedId the sharedEventID: of an action that several accounts are told of, in an event
 *     each
 * @param file the file's name, as it was given or found below what was given
 * @param record which record of the file it is, from 0
 */
public record Event(
    long time,
    String source,
    String name,
    String region,
    String account,
    String principal,
    String agent,
    String address,
    String code,
    String message,
    String requestId,
    String eventId,
    String sharedId,
    String file,
    long record)
    implements Serializable {

  /** One that no other account is told of. */
  public Event(
      long time,
      String source,
      String name,
      String region,
      String account,
      String principal,
      String agent,
      String address,
      String code,
      String message,
      String requestId,
      String eventId,
      String file,
      long record) {
    this(
        time, source, name, region, account, principal, agent, address, code, message, requestId,
        eventId, "", file, record);
  }

  /** The {@link #time} of an event that does not say one. */
  public static final long UNKNOWN_TIME = Long.MIN_VALUE;

  /**
   * The {@link #code} of a failure that is told by a message alone, as of a {@code ConsoleLogin};
   * the word is that of the responseElements there ("AWS Management Console sign-in events",
   * CloudTrail user guide).
   */
  public static final String UNNAMED = "Failure";

  /** By time, then action: all that tell of the same one are alike. */
  public static final Comparator<Event> ACTIONS =
      Comparator.comparingLong(Event::time).thenComparing(Event::actionId);

  /**
   * By {@link #ACTIONS}, the one that tells most of who calls first, then file and record: total
   * for the events of an archive, and the same whatever the order in which files are read.
   */
  public static final Comparator<Event> ORDER =
      ACTIONS
          .thenComparing(event -> !event.hasArn())
          .thenComparing(Event::eventId)
          .thenComparing(Event::file)
          .thenComparingLong(Event::record);

  /** Whether a log told of it: of the failed calls alone, without ids of events and who called. */
  public boolean isOfLog() {
    return eventId.isEmpty() && principal.isEmpty() && account.isEmpty();
  }

  /** A {@link #time} as events have it: {@code 2026-11-18T15:42:07Z}. */
  public static String moment(long time) {
    return time == UNKNOWN_TIME
        ? "at an unknown time"
        : Instant.ofEpochSecond(Math.floorDiv(time, 1000L)).toString();
  }

  /** Whether the call failed. */
  public boolean isFailed() {
    return !code.isEmpty();
  }

  /** How many characters its columns have, all together. */
  public int length() {
    return source.length()
        + name.length()
        + region.length()
        + account.length()
        + principal.length()
        + agent.length()
        + address.length()
        + code.length()
        + message.length()
        + requestId.length()
        + eventId.length()
        + sharedId.length();
  }

  /**
   * The same with no column of more characters than so many, but for what tells calls apart: the
   * service, operation, principal and code.
   *
   * @param most of all other columns
   * @param ofMessage of the message
   */
  public Event shortened(int most, int ofMessage) {
    return new Event(
        time,
        source,
        name,
        cut(region, most),
        cut(account, most),
        principal,
        cut(agent, most),
        cut(address, most),
        code,
        cut(message, ofMessage),
        cut(requestId, most),
        cut(eventId, most),
        cut(sharedId, most),
        file,
        record);
  }

  private static String cut(String text, int most) {
    return text.length() > most ? text.substring(0, most) : text;
  }

  /**
   * What events of the same action have alike: the eventID, or where several accounts are told of
   * it, each in an event of its own, the sharedEventID ("sharedEventID example", CloudTrail user
   * guide). Empty where it has neither.
   */
  public String actionId() {
    return sharedId.isEmpty() ? eventId : sharedId;
  }

  /** Whether it tells the ARN of who calls: what the owner of a resource is told may not. */
  public boolean hasArn() {
    return principal.startsWith("arn:");
  }

  /** Whether both are of the same action, told by two trails or to two accounts. */
  public boolean isDelivered(Event other) {
    return !actionId().isEmpty() && actionId().equals(other.actionId()) && time == other.time;
  }

  /** The first label of {@link #source}, such as {@code s3}. */
  public String service() {
    return Calls.of(this).service();
  }
}
