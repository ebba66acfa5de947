package awsleuth.core.scan;

import java.util.HashMap;
import java.util.Map;

/**
 * Counts how often things were seen of which there are too many to remember all: where memory is
 * used up each count goes down by one, so that what was seen seldom is forgotten (Misra and Gries
 * 1982). A count is too small by at most one for every 65,536 things seen, and never too large.
 */
public final class Rivals {

  private static final int MOST = 1 << 16;

  private final Map<Long, Integer> counts = new HashMap<>();

  /** Counts a thing some times more; how often it was seen, as far as that is remembered. */
  public int seen(long print, int times) {
    Integer before = counts.get(print);
    if (before == null && counts.size() >= MOST) {
      counts.values().removeIf(n -> n == 1);
      counts.replaceAll((_, n) -> n - 1);
    }
    int now = (before == null ? 0 : before) + times;
    if (before != null || counts.size() < MOST) {
      counts.put(print, now);
    }
    return now;
  }

  /** Forgets what is counted elsewhere from now on. */
  public void forget(long print) {
    counts.remove(print);
  }
}
