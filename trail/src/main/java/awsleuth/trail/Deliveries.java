package awsleuth.trail;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Which events were seen, so that one that two trails deliver, or an action that two accounts are
 * told of, counts once in every question: what counts an event notes it here, and is told of what
 * kind and time it was when it is there again. Of an action, the event that tells the caller's ARN
 * is the one that counts. Beyond so many, those are left that a hash chooses, half of them at each
 * step: what they tell of all is then a share, and nothing is told again. What comes out at the end
 * does not depend on the order of the events.
 *
 * @param <K> what an event counts as
 */
public final class Deliveries<K extends Serializable> implements Serializable {

  private static final long serialVersionUID = 1;

  /** How many events are told apart at most. */
  public static final int MOST = 1 << 18;

  /** The number of no kind. */
  public static final int NONE = -1;

  private static final int FIRST = 1 << 6;

  /** The prime of {@link Fnv}. */
  private static final long FNV_PRIME = 0x100000001b3L;

  private static final long PRIME = 0x9E3779B97F4A7C15L;

  /** What counts events. */
  @FunctionalInterface
  public interface Counting<K> {

    /**
     * An event was counted once more than it should.
     *
     * @param kind what it counts as; null where it has no kind
     * @param time its {@link Event#time}
     */
    void again(@Nullable K kind, long time);
  }

  private final int most;

  /** Whether all events of one action are one, or each by itself. */
  private final boolean ofActions;

  private final List<K> kinds = new ArrayList<>();
  private long[] ids = new long[FIRST];
  private long[] times = new long[FIRST];
  private int[] kindOf = new int[FIRST];
  private byte[] seen = new byte[FIRST];

  /** Of events of one action that of the highest rank counts. */
  private int[] ranks = new int[FIRST];

  private int size;
  private int halved;

  /** None yet, of at most {@link #MOST}. */
  public Deliveries() {
    this(MOST);
  }

  /** None yet, of at most so many. */
  public Deliveries(int most) {
    this(most, true);
  }

  private Deliveries(int most, boolean ofActions) {
    this.most = most;
    this.ofActions = ofActions;
  }

  /**
   * None yet, where each account counts by itself what it is told of: an action that two accounts
   * are told of is one in each.
   */
  public static <K extends Serializable> Deliveries<K> inEachAccount() {
    return new Deliveries<>(MOST, false);
  }

  /**
   * What an event is known by again; 0 where it is not, without an id of its own. An id that calls
   * of others have too, as where somebody made ids unknown, makes them no delivery of one.
   */
  private long id(Event e) {
    String text = ofActions ? e.actionId() : e.eventId();
    if (text.isEmpty()) {
      return 0;
    }
    long even = e.time();
    // Texts that many events have, which know their hash.
    long odd = 31L * e.source().hashCode() + e.name().hashCode();
    odd = odd * 31 + (isShared(e) ? 0 : e.principal().hashCode());
    odd = odd * 31 + e.code().hashCode();
    for (int i = 1; i < text.length(); i += 2) {
      even = (even ^ text.charAt(i - 1)) * FNV_PRIME;
      odd = (odd ^ text.charAt(i)) * FNV_PRIME;
    }
    long id = mixed(mixed(even ^ text.charAt(text.length() - 1)) + odd);
    return id == 0 ? 1 : id;
  }

  /** The same for all deliveries of one event; of two others it is most likely another. */
  private int rank(Event e) {
    return isShared(e) ? e.principal().hashCode() >>> 2 | (e.hasArn() ? 1 << 30 : 0) : 0;
  }

  private boolean isShared(Event e) {
    return ofActions && !e.sharedId().isEmpty();
  }

  private static long mixed(long value) {
    long hash = (value ^ (value >>> 32)) * PRIME;
    return (hash ^ (hash >>> 29)) * PRIME;
  }

  /** Whether all events are told apart. */
  public boolean isExact() {
    return halved == 0;
  }

  /** The number of a kind of event, which is new; {@link #NONE} where it need not be known. */
  public int kind(K what) {
    if (!isExact() || kinds.size() >= 2 * most) {
      return NONE;
    }
    kinds.add(what);
    return kinds.size() - 1;
  }

  /** Makes of each kind another, where less is told apart than before. */
  public void replaceKinds(UnaryOperator<K> by) {
    kinds.replaceAll(by);
  }

  /**
   * Notes an event that was counted; where it was seen before, tells it.
   *
   * @param kind the number of what it counts as; {@link #NONE} for nothing
   */
  public void note(Event event, int kind, Counting<K> counting) {
    long id = id(event);
    if (id != 0 && isChosen(id)) {
      add(id, event.time(), kind, rank(event), 1, counting);
    }
  }

  private void add(long id, long time, int kind, int rank, int count, Counting<K> counting) {
    int at = place(id);
    boolean again = ids[at] == id;
    seen[at] = (byte) Math.min(Byte.MAX_VALUE, seen[at] + count);
    if (again) {
      boolean better = rank > ranks[at];
      if (isExact()) {
        int less = better ? kindOf[at] : kind;
        counting.again(less == NONE ? null : kinds.get(less), time);
      }
      if (better) {
        kindOf[at] = kind;
        ranks[at] = rank;
      }
      return;
    }
    ids[at] = id;
    times[at] = time;
    kindOf[at] = kind;
    ranks[at] = rank;
    size++;
    if (size > most) {
      bound();
    } else if (size > ids.length / 2) {
      rebuild(2 * ids.length);
    }
  }

  private void bound() {
    while (size > most) {
      halve();
    }
  }

  /** Tells nothing again from now on, as where there are too many events. */
  public void giveUp() {
    if (isExact()) {
      halve();
    }
  }

  private void halve() {
    halved++;
    kinds.clear();
    rebuild(ids.length);
  }

  /** By other bits than those that choose the place. */
  private boolean isChosen(long id) {
    return halved == 0 || id >>> (64 - halved) == 0;
  }

  private int place(long id) {
    int mask = ids.length - 1;
    int at = (int) id & mask;
    while (ids[at] != 0 && ids[at] != id) {
      at = (at + 1) & mask;
    }
    return at;
  }

  private void rebuild(int length) {
    long[] oldIds = ids;
    long[] oldTimes = times;
    int[] oldKinds = kindOf;
    byte[] oldSeen = seen;
    int[] oldRanks = ranks;
    ids = new long[length];
    times = new long[length];
    kindOf = new int[length];
    seen = new byte[length];
    ranks = new int[length];
    size = 0;
    for (int i = 0; i < oldIds.length; i++) {
      if (oldIds[i] != 0 && isChosen(oldIds[i])) {
        int at = place(oldIds[i]);
        ids[at] = oldIds[i];
        times[at] = oldTimes[i];
        kindOf[at] = oldKinds[i];
        seen[at] = oldSeen[i];
        ranks[at] = oldRanks[i];
        size++;
      }
    }
  }

  /** What another part's kinds are here. */
  @FunctionalInterface
  public interface Here<K> {

    /** The number of what an event counts as; {@link #NONE} for nothing. */
    int kind(K its);
  }

  /**
   * Takes in what another part has seen, after its counts were taken in.
   *
   * @param here gives its kinds numbers of this part
   */
  public void merge(Deliveries<K> other, Here<K> here, Counting<K> counting) {
    while (halved < other.halved) {
      halve();
    }
    int[] numbers = new int[other.kinds.size()];
    Arrays.fill(numbers, NONE);
    for (int i = 0; i < numbers.length && isExact(); i++) {
      numbers[i] = here.kind(other.kinds.get(i));
    }
    for (int i = 0; i < other.ids.length; i++) {
      if (other.ids[i] != 0 && isChosen(other.ids[i])) {
        int its = other.kindOf[i];
        int kind = its == NONE || !isExact() ? NONE : numbers[its];
        add(other.ids[i], other.times[i], kind, other.ranks[i], other.seen[i], counting);
      }
    }
  }

  /**
   * Which share of the events that are told apart was seen before; of one that was seen more than
   * 127 times, 127 count.
   */
  public double repeatedShare() {
    long all = 0;
    for (byte n : seen) {
      all += n;
    }
    return all == 0 ? 0 : (double) (all - size) / all;
  }
}
