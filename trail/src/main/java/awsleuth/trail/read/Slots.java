package awsleuth.trail.read;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Where the values of one record's columns stand in its bytes. */
final class Slots {

  static final int TIME = 0;
  static final int SOURCE = 1;
  static final int NAME = 2;
  static final int REGION = 3;
  static final int ADDRESS = 4;
  static final int AGENT = 5;
  static final int CODE = 6;
  static final int MESSAGE = 7;
  static final int REQUEST_ID = 8;
  static final int EVENT_ID = 9;
  static final int RECIPIENT = 10;

  /** The identity as text, as tables that were saved as CSV have it. */
  static final int IDENTITY_TEXT = 11;

  static final int TYPE = 12;
  static final int ARN = 13;
  static final int ACCOUNT = 14;
  static final int INVOKED_BY = 15;
  static final int USER_NAME = 16;
  static final int PRINCIPAL_ID = 17;

  /** Of the user of IAM Identity Center on whose behalf the call is. */
  static final int USER_ID = 18;

  static final int ISSUER_ARN = 19;

  /** The object in which events of signing in tell what came of it. */
  static final int RESPONSE = 20;

  /** Likewise, in events of IAM Identity Center. */
  static final int DETAILS = 21;

  /** Of an object that an event is inside of: the inner object, or its text. */
  static final int DETAIL = 22;

  /** Likewise: the text that holds the event as JSON. */
  static final int INNER = 23;

  /** Likewise, in a line of a log. */
  static final int LOG_MESSAGE = 24;

  /** What only a digest file has. */
  static final int DIGEST = 25;

  static final int SHARED_ID = 26;

  /** What kind of event it is. */
  static final int EVENT_TYPE = 27;

  /** Of an object that an event is inside of, as a queue, a topic or Splunk has it. */
  static final int BODY = 28;

  /** How many slots there are. */
  static final int COUNT = 29;

  private static final int ABSENT = -1;
  private static final byte[] NOTIFIED = "aws:".getBytes(StandardCharsets.US_ASCII);

  private final int[] from = new int[COUNT];
  private final int[] to = new int[COUNT];
  private final boolean[] escaped = new boolean[COUNT];

  /** The list that the scanner stopped in: its {@link Names} id, and where its elements begin. */
  int list;

  int opened;

  Slots() {
    clear();
  }

  /** Nothing is known any more. */
  void clear() {
    Arrays.fill(from, ABSENT);
  }

  /** A value that has backslashes in it, or not. */
  void set(int slot, int begin, int end, boolean hasEscapes) {
    from[slot] = begin;
    to[slot] = end;
    escaped[slot] = hasEscapes;
  }

  /** The slot has no value: what it had was written before it, of the same name. */
  void unset(int slot) {
    from[slot] = ABSENT;
  }

  /** Forgets who called. */
  void unsetIdentity() {
    Arrays.fill(from, TYPE, ISSUER_ARN + 1, ABSENT);
    from[IDENTITY_TEXT] = ABSENT;
  }

  /** Whether the slot has a value that is not empty. */
  boolean has(int slot) {
    return from[slot] >= 0 && to[slot] > from[slot];
  }

  /** Whether a slot is for an object as a whole. */
  static boolean isWhole(int slot) {
    return slot == DETAIL || slot == RESPONSE || slot == DETAILS;
  }

  /** Whether it is an event: one of which the source or the name is lost is known by its id. */
  boolean isEvent(byte[] b) {
    return has(SOURCE)
        ? (has(NAME) || isIdentified()) && !isNotification(b)
        : has(NAME) && isIdentified();
  }

  /**
   * Whether it is what a service tells a function of ("Event message structure", S3 user guide):
   * the source is {@code aws:s3} there, where CloudTrail's is a name such as {@code
   * s3.amazonaws.com}.
   */
  private boolean isNotification(byte[] b) {
    int end = from[SOURCE] + NOTIFIED.length;
    return end <= to[SOURCE] && Arrays.equals(b, from[SOURCE], end, NOTIFIED, 0, NOTIFIED.length);
  }

  private boolean isIdentified() {
    return has(TIME) && has(EVENT_ID);
  }

  int from(int slot) {
    return from[slot];
  }

  int to(int slot) {
    return to[slot];
  }

  boolean isEscaped(int slot) {
    return escaped[slot];
  }
}
