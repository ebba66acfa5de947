package awsleuth.trail.ask;

import awsleuth.trail.Deliveries;
import awsleuth.trail.Event;
import awsleuth.trail.RecordText;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is counted of one group of failed calls. */
final class GroupTally implements Serializable {

  private static final long serialVersionUID = 1;

  /** How many samples are kept: the earliest. */
  static final int SAMPLES = 3;

  private static final int LARGEST_RECORD = 16 << 10;
  private static final int LONGEST_MESSAGE = 2000;

  /** So much of a column and of a message is kept of groups whose records are not. */
  private static final int SHORT = 128;

  private static final int LONGEST_SHORT_MESSAGE = 300;

  long count;

  /** How many of them stood there before. */
  long repeated;

  /** Which of the kinds of events it is, where one was given. */
  int kind = Deliveries.NONE;

  /** How many of them have no time. */
  long undated;

  long first = Long.MAX_VALUE;
  long last = Long.MIN_VALUE;
  List<CallPlace> samples = new ArrayList<>(1);

  private long leastWording = Long.MAX_VALUE;
  private long mostWording = Long.MIN_VALUE;

  /** The first sample. */
  @Nullable Event event;

  /** Its record, where records are kept and this one is not too large. */
  @Nullable RecordText record;

  void add(Event e, RecordText text, boolean keepRecord) {
    count++;
    word(Wording.of(e.message()));
    if (e.time() == Event.UNKNOWN_TIME) {
      undated++;
    } else {
      first = Math.min(first, e.time());
      last = Math.max(last, e.time());
    }
    if (samples.size() < SAMPLES || isBeforeLast(e)) {
      keep(e, text, keepRecord);
    }
  }

  private void word(long wording) {
    leastWording = Math.min(leastWording, wording);
    mostWording = Math.max(mostWording, wording);
  }

  /** Whether all messages say the same. */
  boolean isAlike() {
    return leastWording == mostWording;
  }

  private boolean isBeforeLast(Event e) {
    CallPlace latest = samples.getLast();
    return e.time() < latest.time()
        || (e.time() == latest.time() && CallPlace.ORDER.compare(CallPlace.of(e), latest) < 0);
  }

  private void keep(Event e, RecordText text, boolean keepRecord) {
    CallPlace sample = CallPlace.of(e).shortened(SHORT);
    if (!isFirstDelivery(sample)) {
      return;
    }
    int at = 0;
    while (at < samples.size() && CallPlace.ORDER.compare(samples.get(at), sample) <= 0) {
      at++;
    }
    samples.add(at, sample);
    if (samples.size() > SAMPLES) {
      samples.removeLast();
    }
    if (at == 0) {
      event =
          keepRecord
              ? e.shortened(2 * SHORT, LONGEST_MESSAGE)
              : e.shortened(SHORT, LONGEST_SHORT_MESSAGE);
      record = keepRecord && text.length() <= LARGEST_RECORD ? text.kept() : null;
    }
  }

  /** Of an event that two files have, that of the first by name stays. */
  private boolean isFirstDelivery(CallPlace sample) {
    for (int i = 0; i < samples.size(); i++) {
      if (sample.isDelivered(samples.get(i))) {
        if (CallPlace.ORDER.compare(samples.get(i), sample) <= 0) {
          return false;
        }
        samples.remove(i);
        return true;
      }
    }
    return true;
  }

  /** The same, of whose kind nothing is known. */
  GroupTally ofNoKind() {
    kind = Deliveries.NONE;
    return this;
  }

  /** Keeps no record, and of columns so little that there may be many groups. */
  void shorten() {
    record = null;
    event = event == null ? null : event.shortened(SHORT, LONGEST_SHORT_MESSAGE);
    samples.replaceAll(s -> s.shortened(SHORT));
  }

  void merge(GroupTally other) {
    word(other.leastWording);
    word(other.mostWording);
    count += other.count;
    repeated += other.repeated;
    undated += other.undated;
    first = Math.min(first, other.first);
    last = Math.max(last, other.last);
    if (CallPlace.ORDER.compare(other.samples.getFirst(), samples.getFirst()) < 0) {
      event = other.event;
      record = other.record;
    }
    samples.addAll(other.samples);
    samples.sort(CallPlace.ORDER);
    for (int i = samples.size() - 1; i > 0; i--) {
      if (samples.get(i).isDelivered(samples.get(i - 1))) {
        samples.remove(i);
      }
    }
    if (samples.size() > SAMPLES) {
      samples = new ArrayList<>(samples.subList(0, SAMPLES));
    }
  }
}
