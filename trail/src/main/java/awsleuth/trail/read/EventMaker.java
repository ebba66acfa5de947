package awsleuth.trail.read;

import awsleuth.trail.Event;

/** Makes events of the columns of records. Not for two threads at a time. */
final class EventMaker {

  private static final String CLIENT = "Client.";
  private static final String ASSUMED_ROLE = "AssumedRole";

  private final Texts texts = new Texts();
  private final Times times = new Times();

  /** The event whose columns stand in some bytes. */
  Event event(byte[] b, Slots slots, String file, long record) {
    if (slots.has(Slots.IDENTITY_TEXT)) {
      return event(b, slots, IdentityText.of(text(b, slots, Slots.IDENTITY_TEXT)), file, record);
    }
    Identity identity =
        new Identity(
            often(b, slots, Slots.TYPE),
            often(b, slots, Slots.ARN),
            often(b, slots, Slots.ACCOUNT),
            often(b, slots, Slots.INVOKED_BY),
            often(b, slots, Slots.ISSUER_ARN));
    return event(b, slots, identity, file, record);
  }

  private Event event(byte[] b, Slots slots, Identity who, String file, long record) {
    String account = often(b, slots, Slots.RECIPIENT);
    return new Event(
        time(b, slots),
        often(b, slots, Slots.SOURCE),
        often(b, slots, Slots.NAME),
        often(b, slots, Slots.REGION),
        account.isEmpty() ? who.account() : account,
        principal(who),
        often(b, slots, Slots.AGENT),
        often(b, slots, Slots.ADDRESS),
        code(often(b, slots, Slots.CODE)),
        often(b, slots, Slots.MESSAGE),
        text(b, slots, Slots.REQUEST_ID),
        text(b, slots, Slots.EVENT_ID),
        file,
        record);
  }

  /** Who calls, as {@link Event#principal} says. */
  static String principal(Identity who) {
    if (who.type().equals(ASSUMED_ROLE) && !who.issuer().isEmpty()) {
      return who.issuer();
    }
    if (!who.arn().isEmpty()) {
      return who.arn();
    }
    if (!who.invokedBy().isEmpty()) {
      return who.invokedBy();
    }
    return who.account().isEmpty() ? who.type() : who.account();
  }

  /** EC2 writes whose fault it is before the code. */
  static String code(String code) {
    return code.startsWith(CLIENT) ? code.substring(CLIENT.length()) : code;
  }

  private long time(byte[] b, Slots slots) {
    if (!slots.has(Slots.TIME)) {
      return Event.UNKNOWN_TIME;
    }
    return slots.isEscaped(Slots.TIME)
        ? Times.of(text(b, slots, Slots.TIME))
        : times.of(b, slots.from(Slots.TIME), slots.to(Slots.TIME));
  }

  private String often(byte[] b, Slots slots, int slot) {
    if (!slots.has(slot)) {
      return "";
    }
    return slots.isEscaped(slot)
        ? Escapes.undone(b, slots.from(slot), slots.to(slot))
        : texts.often(b, slots.from(slot), slots.to(slot));
  }

  /** A column's text; empty where it has none. */
  static String text(byte[] b, Slots slots, int slot) {
    if (!slots.has(slot)) {
      return "";
    }
    return slots.isEscaped(slot)
        ? Escapes.undone(b, slots.from(slot), slots.to(slot))
        : Texts.once(b, slots.from(slot), slots.to(slot));
  }
}
