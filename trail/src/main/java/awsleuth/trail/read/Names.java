package awsleuth.trail.read;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The names of members that are looked for. Tables that are made of events (CloudTrail Lake,
 * Athena) have them in small letters. Where a name means something is a matter of its {@link
 * #slot}.
 */
final class Names {

  /** Members of these are looked into. */
  static final int USER_IDENTITY = 32;

  static final int SESSION_CONTEXT = 33;
  static final int SESSION_ISSUER = 34;
  static final int ON_BEHALF_OF = 35;

  /** Lists of these hold events, or what events are inside of. */
  static final int RECORDS = 40;

  static final int EVENTS = 41;
  static final int LOG_EVENTS = 42;

  /** A list of rows, each a list of objects with one member. */
  static final int ROWS = 43;

  /** A list of rows of CloudWatch Logs Insights, each a list of fields; logs may have it too. */
  static final int RESULTS = 44;

  /** A list of what was taken out of a queue. */
  static final int MESSAGES = 45;

  /** A list of documents that were found, in an object of the same name. */
  static final int HITS = 46;

  private static final int DETAIL = 24;
  private static final int INNER = 25;
  private static final int LOG_MESSAGE = 26;
  private static final int DIGEST = 27;
  private static final int RESPONSE = 28;
  private static final int DETAILS = 29;
  private static final int USER_ID = 30;
  private static final int EVENT_TYPE = 36;
  private static final int BODY = 37;
  private static final int SHARED_ID = 31;
  private static final int FLAT_TYPE = 50;
  private static final int FLAT_ARN = 51;
  private static final int FLAT_ACCOUNT = 52;
  private static final int FLAT_INVOKED_BY = 53;
  private static final int FLAT_ISSUER_ARN = 54;
  private static final int FLAT_USER_NAME = 55;
  private static final int FLAT_PRINCIPAL_ID = 56;
  private static final int LAST = 64;
  private static final int NONE = -1;

  /** Where a member stands: its meaning depends on that. */
  static final int TOP = 0;

  static final int IN_IDENTITY = 1;
  static final int IN_SESSION = 2;
  static final int IN_ISSUER = 3;
  static final int IN_BEHALF = 4;
  static final int IN_HITS = 5;

  private static final int SIZE = 256;
  private static final int LONGEST = 45;
  private static final byte[] @Nullable [] NAMES = new byte[SIZE][];
  private static final int[] IDS = new int[SIZE];
  private static final int[][] SLOTS = new int[6][LAST];

  static {
    both("eventTime", Slots.TIME);
    both("eventSource", Slots.SOURCE);
    both("eventName", Slots.NAME);
    both("awsRegion", Slots.REGION);
    both("sourceIPAddress", Slots.ADDRESS);
    both("userAgent", Slots.AGENT);
    both("errorCode", Slots.CODE);
    both("errorMessage", Slots.MESSAGE);
    both("requestID", Slots.REQUEST_ID);
    both("requestId", Slots.REQUEST_ID);
    both("eventID", Slots.EVENT_ID);
    both("sharedEventID", SHARED_ID);
    both("recipientAccountId", Slots.RECIPIENT);
    both("userIdentity", USER_IDENTITY);
    both("type", Slots.TYPE);
    both("arn", Slots.ARN);
    both("accountId", Slots.ACCOUNT);
    both("invokedBy", Slots.INVOKED_BY);
    both("userName", Slots.USER_NAME);
    both("principalId", Slots.PRINCIPAL_ID);
    both("onBehalfOf", ON_BEHALF_OF);
    both("userId", USER_ID);
    both("responseElements", RESPONSE);
    both("serviceEventDetails", DETAILS);
    both("sessionContext", SESSION_CONTEXT);
    both("sessionIssuer", SESSION_ISSUER);
    both("userIdentity.type", FLAT_TYPE);
    both("userIdentity.arn", FLAT_ARN);
    both("userIdentity.accountId", FLAT_ACCOUNT);
    both("userIdentity.invokedBy", FLAT_INVOKED_BY);
    both("userIdentity.userName", FLAT_USER_NAME);
    both("userIdentity.principalId", FLAT_PRINCIPAL_ID);
    both("userIdentity.sessionContext.sessionIssuer.arn", FLAT_ISSUER_ARN);
    both("detail", DETAIL);
    both("eventData", DETAIL);
    both("event", DETAIL);
    both("_source", DETAIL);
    both("result", DETAIL);
    both("Sns", DETAIL);
    both("CloudTrailEvent", INNER);
    both("eventJson", INNER);
    put("Message", BODY);
    both("Body", BODY);
    both("_raw", BODY);
    both("eventType", EVENT_TYPE);
    both("message", LOG_MESSAGE);
    both("digestS3Object", DIGEST);
    both("Records", RECORDS);
    both("Events", EVENTS);
    both("logEvents", LOG_EVENTS);
    both("QueryResultRows", ROWS);
    both("results", RESULTS);
    put("Messages", MESSAGES);
    put("hits", HITS);
    both("value", LOG_MESSAGE);
    for (int[] slots : SLOTS) {
      Arrays.fill(slots, NONE);
    }
    for (int slot = Slots.TIME; slot <= Slots.RECIPIENT; slot++) {
      SLOTS[TOP][slot] = slot;
    }
    for (int slot = Slots.TYPE; slot <= Slots.PRINCIPAL_ID; slot++) {
      SLOTS[IN_IDENTITY][slot] = slot;
    }
    SLOTS[TOP][USER_IDENTITY] = Slots.IDENTITY_TEXT;
    SLOTS[TOP][FLAT_TYPE] = Slots.TYPE;
    SLOTS[TOP][FLAT_ARN] = Slots.ARN;
    SLOTS[TOP][FLAT_ACCOUNT] = Slots.ACCOUNT;
    SLOTS[TOP][FLAT_INVOKED_BY] = Slots.INVOKED_BY;
    SLOTS[TOP][FLAT_USER_NAME] = Slots.USER_NAME;
    SLOTS[TOP][FLAT_PRINCIPAL_ID] = Slots.PRINCIPAL_ID;
    SLOTS[TOP][FLAT_ISSUER_ARN] = Slots.ISSUER_ARN;
    SLOTS[TOP][SHARED_ID] = Slots.SHARED_ID;
    SLOTS[TOP][RESPONSE] = Slots.RESPONSE;
    SLOTS[TOP][DETAILS] = Slots.DETAILS;
    SLOTS[TOP][DETAIL] = Slots.DETAIL;
    SLOTS[TOP][INNER] = Slots.INNER;
    SLOTS[TOP][LOG_MESSAGE] = Slots.LOG_MESSAGE;
    SLOTS[TOP][DIGEST] = Slots.DIGEST;
    SLOTS[TOP][BODY] = Slots.BODY;
    SLOTS[TOP][EVENT_TYPE] = Slots.EVENT_TYPE;
    SLOTS[IN_ISSUER][Slots.ARN] = Slots.ISSUER_ARN;
    SLOTS[IN_BEHALF][USER_ID] = Slots.USER_ID;
  }

  private Names() {}

  private static void both(String name, int id) {
    put(name, id);
    put(name.toLowerCase(java.util.Locale.ROOT), id);
  }

  private static void put(String name, int id) {
    byte[] bytes = Arrays.copyOf(name.getBytes(StandardCharsets.US_ASCII), LONGEST + Words.PADDING);
    int at = place(bytes, 0, name.length());
    while (NAMES[at] != null) {
      if (Arrays.equals(NAMES[at], name.getBytes(StandardCharsets.US_ASCII))) {
        return;
      }
      at = (at + 1) & (SIZE - 1);
    }
    NAMES[at] = name.getBytes(StandardCharsets.US_ASCII);
    IDS[at] = id;
  }

  private static int place(byte[] bytes, int from, int to) {
    int length = to - from;
    long word = Words.first(Words.at(bytes, from), length);
    long last = length > 8 ? Words.at(bytes, to - 8) : 0;
    return (int) (((word * 31 + last + length) * 0x9E3779B97F4A7C15L) >>> 56);
  }

  /** The name's id; negative where it is none that is looked for. */
  static int find(byte[] bytes, int from, int to) {
    if (to - from > LONGEST) {
      return NONE;
    }
    int at = place(bytes, from, to);
    for (byte[] name = NAMES[at]; name != null; name = NAMES[at]) {
      if (Arrays.equals(name, 0, name.length, bytes, from, to)) {
        return IDS[at];
      }
      at = (at + 1) & (SIZE - 1);
    }
    return NONE;
  }

  /** The slot for the value of a name in a place; negative where it has none. */
  static int slot(int place, int id) {
    return id < 0 ? NONE : SLOTS[place][id];
  }

  /** Whether a list by this name, in a place, holds events. */
  static boolean isList(int place, int id) {
    return place == TOP ? id >= RECORDS && id <= MESSAGES : place == IN_HITS && id == HITS;
  }

  /** How many objects a list of events is in: OpenSearch's are the hits of hits. */
  static int objects(int list) {
    return list == HITS ? 2 : 1;
  }

  /** Whether a list is one that programs print too, of what is no event. */
  static boolean mayBeOfLog(int list) {
    return list >= RESULTS;
  }

  /** The place that an object by this name is; negative where it is not looked into. */
  static int place(int place, int id) {
    return switch (id) {
      case USER_IDENTITY -> place == TOP ? IN_IDENTITY : NONE;
      case SESSION_CONTEXT -> place == IN_IDENTITY ? IN_SESSION : NONE;
      case ON_BEHALF_OF -> place == IN_IDENTITY ? IN_BEHALF : NONE;
      case SESSION_ISSUER -> place == IN_SESSION ? IN_ISSUER : NONE;
      case HITS -> place == TOP ? IN_HITS : NONE;
      default -> NONE;
    };
  }
}
