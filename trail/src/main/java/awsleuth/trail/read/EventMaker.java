package awsleuth.trail.read;

import awsleuth.core.evidence.TrailCode;
import awsleuth.trail.Event;
import java.util.Arrays;

/** Makes events of the columns of records. Not for two threads at a time. */
final class EventMaker {

  /**
   * What failed sign-ins have for a value of responseElements or serviceEventDetails ("AWS
   * Management Console sign-in events", CloudTrail user guide).
   */
  private static final String FAILED = "\"Failure\"";

  /**
   * No column of CloudTrail's has more characters ("CloudTrail record contents": messages, codes
   * and agents have 1 KB at most, and ARNs of IAM less): questions keep columns by the thousand.
   */
  private static final int LONGEST = 1024;

  /** Names, Regions, codes, ids. */
  private static final int LONGEST_NAME = 256;

  private static final int[] MOST = new int[Slots.COUNT];

  static {
    Arrays.fill(MOST, LONGEST);
    for (int slot :
        new int[] {
          Slots.SOURCE,
          Slots.NAME,
          Slots.REGION,
          Slots.ADDRESS,
          Slots.CODE,
          Slots.REQUEST_ID,
          Slots.EVENT_ID,
          Slots.SHARED_ID,
          Slots.RECIPIENT,
          Slots.ACCOUNT,
          Slots.TYPE
        }) {
      MOST[slot] = LONGEST_NAME;
    }
    MOST[Slots.MESSAGE] = 2 * LONGEST;
  }

  private final Texts texts = new Texts();

  /** Of columns that have many values, which would drive the others out. */
  private final Texts varied = new Texts();

  private final EventTimes times = new EventTimes();

  /** The texts of the slots of one record; made in a loop, since it is compiled in one place so. */
  private final String[] values = new String[Slots.COUNT];

  /** The event whose columns stand in some bytes. */
  Event event(byte[] b, Slots slots, String file, long record) {
    take(b, slots, Slots.SOURCE, Slots.MESSAGE);
    take(b, slots, Slots.RECIPIENT, Slots.RECIPIENT);
    identity(b, slots);
    String account = values[Slots.RECIPIENT];
    return new Event(
        time(b, slots),
        values[Slots.SOURCE],
        values[Slots.NAME],
        values[Slots.REGION],
        account.isEmpty() ? values[Slots.ACCOUNT] : account,
        values[Slots.ARN],
        values[Slots.AGENT],
        values[Slots.ADDRESS],
        code(values[Slots.CODE], values[Slots.MESSAGE], b, slots),
        values[Slots.MESSAGE],
        kept(b, slots, Slots.REQUEST_ID),
        kept(b, slots, Slots.EVENT_ID),
        kept(b, slots, Slots.SHARED_ID),
        file,
        record);
  }

  private void take(byte[] b, Slots slots, int first, int last) {
    for (int slot = first; slot <= last; slot++) {
      values[slot] = slots.has(slot) ? often(b, slots, slot) : "";
    }
  }

  /** Puts who calls where the ARN is, and the account beside it. */
  private void identity(byte[] b, Slots slots) {
    if (slots.has(Slots.IDENTITY_TEXT)) {
      Identity who = IdentityText.of(text(b, slots, Slots.IDENTITY_TEXT));
      values[Slots.ACCOUNT] = cut(who.account(), Slots.ACCOUNT);
      values[Slots.ARN] = cut(who.principal(), Slots.ARN);
      return;
    }
    take(b, slots, Slots.ISSUER_ARN, Slots.ISSUER_ARN);
    take(b, slots, Slots.TYPE, Slots.TYPE);
    take(b, slots, Slots.ACCOUNT, Slots.ACCOUNT);
    if (Identity.isRole(values[Slots.TYPE], values[Slots.ISSUER_ARN])) {
      // The session's own ARN is another for each session: it is not even looked at.
      values[Slots.ARN] = values[Slots.ISSUER_ARN];
      return;
    }
    take(b, slots, Slots.ARN, Slots.ARN);
    take(b, slots, Slots.INVOKED_BY, Slots.USER_ID);
    Identity who =
        new Identity(
            values[Slots.TYPE],
            values[Slots.ARN],
            values[Slots.ACCOUNT],
            values[Slots.INVOKED_BY],
            Identity.name(
                values[Slots.USER_NAME], values[Slots.USER_ID], values[Slots.PRINCIPAL_ID]),
            values[Slots.ISSUER_ARN]);
    values[Slots.ARN] = cut(who.principal(), Slots.ARN);
  }

  /** Events of signing in tell a failure by a message alone, or by what came of it alone. */
  private String code(String code, String message, byte[] b, Slots slots) {
    if (!code.isEmpty()) {
      return code(code);
    }
    boolean failed =
        !message.isEmpty()
            || (TrailCode.isOfSignIn(values[Slots.SOURCE])
                && (isFailed(b, slots, Slots.RESPONSE) || isFailed(b, slots, Slots.DETAILS)));
    return failed ? Event.UNNAMED : "";
  }

  /** Whether the member that is named as the event has the value. */
  private boolean isFailed(byte[] b, Slots slots, int slot) {
    String outcome = text(b, slots, slot);
    String name = '"' + values[Slots.NAME] + '"';
    int at = outcome.indexOf(name);
    String rest = at < 0 ? "" : outcome.substring(at + name.length()).stripLeading();
    return rest.startsWith(":") && rest.substring(1).stripLeading().startsWith(FAILED);
  }

  /** Without whose fault it is; empty where the call did as it was asked to. */
  static String code(String code) {
    return TrailCode.isDone(code) ? "" : TrailCode.bare(code);
  }

  private long time(byte[] b, Slots slots) {
    if (!slots.has(Slots.TIME)) {
      return Event.UNKNOWN_TIME;
    }
    return slots.isEscaped(Slots.TIME)
        ? EventTimes.of(text(b, slots, Slots.TIME))
        : times.of(b, slots.from(Slots.TIME), slots.to(Slots.TIME));
  }

  private String often(byte[] b, Slots slots, int slot) {
    boolean various = slot == Slots.ADDRESS || slot == Slots.AGENT || slot == Slots.MESSAGE;
    return slots.isEscaped(slot) || slots.to(slot) - slots.from(slot) > MOST[slot]
        ? kept(b, slots, slot)
        : (various ? varied : texts).often(b, slots.from(slot), slots.to(slot));
  }

  /** As much of a column as is kept. */
  private static String kept(byte[] b, Slots slots, int slot) {
    return cut(text(b, slots, slot), slot);
  }

  private static String cut(String whole, int slot) {
    return whole.length() > MOST[slot] ? whole.substring(0, MOST[slot]) : whole;
  }

  /** A value's text; empty where it has none. */
  static String text(byte[] b, Slots slots, int slot) {
    if (!slots.has(slot)) {
      return "";
    }
    return slots.isEscaped(slot)
        ? Escapes.undone(b, slots.from(slot), slots.to(slot))
        : Texts.once(b, slots.from(slot), slots.to(slot));
  }
}
