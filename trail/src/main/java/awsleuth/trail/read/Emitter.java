package awsleuth.trail.read;

import awsleuth.trail.RecordText;

/**
 * Makes events of records: those that are one, and those that one is inside of, as EventBridge
 * ({@code detail}), {@code aws cloudtrail lookup-events} ({@code CloudTrailEvent}), CloudWatch Logs
 * ({@code message}), SNS ({@code Message}), SQS ({@code Body}), OpenSearch ({@code _source}) and
 * Splunk ({@code _raw}) have it.
 */
final class Emitter {

  /** An event of CloudWatch Logs may be of EventBridge. */
  private static final int DEEPEST = 3;

  /**
   * Tells how many data events there were of each kind ("CloudTrail record contents for aggregated
   * events", CloudTrail user guide).
   */
  private static final String AGGREGATED = "AwsAggregatedEvent";

  private final Slots slots = new Slots();
  private final Scanner scanner = new Scanner(slots);
  private final EventMaker maker = new EventMaker();
  private String file = "";
  private Sink sink = (event, record) -> {};
  private Tally tally = new Tally();

  /** From now on the records are a file's. */
  void begin(String name, Sink to, Tally counted) {
    file = name;
    sink = to;
    tally = counted;
  }

  /** Where the columns of the record to emit are noted. */
  Slots slots() {
    return slots;
  }

  /** What notes there. */
  Scanner scanner() {
    return scanner;
  }

  /** Gives the event of a record whose columns are noted. */
  void emit(byte[] b, int from, int to, int limit, int line) {
    if (slots.isEvent(b)) {
      sink.accept(
          maker.event(b, slots, file, tally.events++), new RecordText(b, from, to, file, line));
    } else if (!inside(b, slots, limit, line, 0)) {
      other(b, from, to, line);
    }
  }

  private void other(byte[] b, int from, int to, int line) {
    tally.others++;
    tally.digest |= slots.has(Slots.DIGEST);
    if (EventMaker.text(b, slots, Slots.EVENT_TYPE).equals(AGGREGATED)) {
      tally.aggregated(line);
    } else if (Mention.of(b, from, to)) {
      tally.hidden(line);
    }
  }

  /** Looks for an event inside of an object that is none. */
  private boolean inside(byte[] b, Slots outer, int limit, int line, int deep) {
    if (deep == DEEPEST) {
      return false;
    }
    if (outer.has(Slots.INNER)) {
      return text(EventMaker.text(b, outer, Slots.INNER), line, deep);
    }
    return (outer.has(Slots.DETAIL) && detail(b, outer, limit, line, deep))
        || isText(b, outer, Slots.LOG_MESSAGE, line, deep)
        || isText(b, outer, Slots.BODY, line, deep);
  }

  private boolean detail(byte[] b, Slots outer, int limit, int line, int deep) {
    int at = outer.from(Slots.DETAIL);
    return b[at - 1] == '"'
        ? isText(b, outer, Slots.DETAIL, line, deep)
        : object(b, at, limit, line, deep);
  }

  private boolean isText(byte[] b, Slots outer, int slot, int line, int deep) {
    return outer.has(slot) && text(EventMaker.text(b, outer, slot), line, deep);
  }

  private boolean text(String text, int line, int deep) {
    int open = text.indexOf('{');
    if (open < 0) {
      return false;
    }
    byte[] bytes = Padded.utf8(text.substring(open));
    return object(bytes, 0, bytes.length - Words.PADDING, line, deep);
  }

  private boolean object(byte[] b, int from, int limit, int line, int deep) {
    Slots inner = new Slots();
    int end = new Scanner(inner).object(b, from, limit);
    if (end >= 0 && inner.isEvent(b)) {
      sink.accept(
          maker.event(b, inner, file, tally.events++), new RecordText(b, from, end, file, line));
      return true;
    }
    return end >= 0 && inside(b, inner, limit, line, deep + 1);
  }
}
