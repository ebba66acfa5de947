package awsleuth.trail.time;

import java.io.Serializable;
import java.util.TreeMap;

/** What one principal calls of one operation. */
final class Load implements Serializable {
  private static final long serialVersionUID = 1;

  /** How many codes are kept apart. */
  static final int MOST_CODES = 20;

  final Counted calls = new Counted(false);
  final TreeMap<String, Counted> failures = new TreeMap<>();
  long first = Long.MAX_VALUE;

  /** Whether logs tell of it alone, and so not of the calls that succeed. */
  boolean logged = true;

  /** Whether it has more codes than are kept apart. */
  boolean over;

  void merge(Load other) {
    over |= other.over;
    logged &= other.logged;
    calls.merge(other.calls);
    other.failures.forEach((code, s) -> of(code).merge(s));
    first = Math.min(first, other.first);
  }

  /** Codes beyond the most are left out, the last by name, whatever the order of events. */
  Counted of(String code) {
    Counted series = failures.computeIfAbsent(code, c -> new Counted(true));
    if (failures.size() > MOST_CODES) {
      failures.pollLastEntry();
      over = true;
    }
    return series;
  }

  long size() {
    return calls.all.size() + failures.values().stream().mapToLong(s -> s.all.size()).sum();
  }

  void bound(int stretches) {
    calls.bound(stretches);
    failures.values().forEach(s -> s.bound(stretches));
  }
}
