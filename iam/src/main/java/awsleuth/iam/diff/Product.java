package awsleuth.iam.diff;

import awsleuth.iam.diff.TextSearch.Clause;
import awsleuth.iam.diff.TextSearch.Mode;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Walks the product of all patterns of some clauses, breadth first. */
final class Product {

  private static final int MOST_STATES = 20_000;
  private static final String OTHERS = "x0abcdefghijklmnopqrstuvwyz123456789-_.=@+,ABCDEFGH";
  private static final char RARE = '\u00e9';

  /** So many bytes all states may take. */
  private static final long MOST_BYTES = 24_000_000;

  private final List<Clause> clauses;
  private final Positions positions;
  private final int decisive;
  private final List<Node> nodes = new ArrayList<>();
  private final Set<BitSet> seen = new HashSet<>();
  private long bytes;

  /** A state, and the shortest text to it from its end. */
  private record Node(BitSet places, int before, int symbol) {}

  /** Of clauses that all are decisive. */
  Product(List<Clause> clauses) {
    this(clauses, clauses.size());
  }

  /**
   * Of clauses.
   *
   * @param decisive so many of them, the first ones, a text must be as they say; of the others,
   *     which are wanted, it is only told whether they match
   */
  Product(List<Clause> clauses, int decisive) {
    this.clauses = clauses;
    this.positions = new Positions(clauses);
    this.decisive = decisive;
  }

  /** A shortest text that is as all clauses say. */
  Answer<String> shortest() {
    visit(positions.first(), -1, 0);
    for (int i = 0; i < nodes.size(); i++) {
      BitSet places = nodes.get(i).places();
      if (accepts(places)) {
        return new Answer.Found<>(text(i));
      }
      if (isCut()) {
        return new Answer.Open<>("its patterns are too entangled");
      }
      for (int symbol : symbols(places)) {
        visit(positions.next(places, symbol), i, symbol);
      }
    }
    return new Answer.None<>();
  }

  /** For each set of clauses that a text matches, a shortest such text. */
  Map<BitSet, String> matches() {
    Map<BitSet, String> found = new LinkedHashMap<>();
    visit(positions.first(), -1, 0);
    for (int i = 0; i < nodes.size() && !isCut(); i++) {
      BitSet places = nodes.get(i).places();
      BitSet matched = matched(places);
      if (accepts(places) && !found.containsKey(matched)) {
        found.put(matched, text(i));
      }
      for (int symbol : symbols(places)) {
        visit(positions.next(places, symbol), i, symbol);
      }
    }
    return found;
  }

  /** Whether a walk ended because there was too much to see. */
  boolean isCut() {
    return nodes.size() > MOST_STATES || bytes > MOST_BYTES;
  }

  private BitSet matched(BitSet places) {
    BitSet matched = new BitSet();
    for (int p = places.nextSetBit(0); p >= 0; p = places.nextSetBit(p + 1)) {
      if (positions.get(p).isEnd()) {
        matched.set(positions.get(p).clause());
      }
    }
    return matched;
  }

  private boolean accepts(BitSet places) {
    BitSet matched = matched(places);
    for (int c = 0; c < decisive; c++) {
      if (matched.get(c) != clauses.get(c).wanted()) {
        return false;
      }
    }
    return true;
  }

  private void visit(BitSet places, int before, int symbol) {
    BitSet alive = new BitSet();
    Map<Integer, Integer> done = new HashMap<>();
    for (int p = places.nextSetBit(0); p >= 0; p = places.nextSetBit(p + 1)) {
      Positions.Place place = positions.get(p);
      boolean wanted = clauses.get(place.clause()).wanted();
      if (place.forever() && !wanted) {
        return;
      }
      if (place.forever() && place.pattern().mode() == Mode.MAY) {
        done.putIfAbsent(place.clause(), p);
      }
      alive.set(place.clause());
    }
    for (int c = 0; c < decisive; c++) {
      if (clauses.get(c).wanted() && !alive.get(c)) {
        return;
      }
    }
    put(done.isEmpty() ? places : withoutDone(places, done), before, symbol);
  }

  /** Of a clause that is surely met nothing is kept but the place that says so. */
  private BitSet withoutDone(BitSet places, Map<Integer, Integer> done) {
    BitSet kept = new BitSet();
    for (int p = places.nextSetBit(0); p >= 0; p = places.nextSetBit(p + 1)) {
      Integer at = done.get(positions.get(p).clause());
      if (at == null || (p >= at && positions.get(p).end() == positions.get(at).end())) {
        kept.set(p);
      }
    }
    return kept;
  }

  private void put(BitSet places, int before, int symbol) {
    if (seen.add(places)) {
      nodes.add(new Node(places, before, symbol));
      bytes += places.size() / Byte.SIZE;
    }
  }

  /** The symbols that lead from a state to different ones; one stands for all that are not told. */
  private Set<Integer> symbols(BitSet places) {
    Set<Integer> found = new TreeSet<>();
    for (int p = places.nextSetBit(0); p >= 0; p = places.nextSetBit(p + 1)) {
      positions.symbols(positions.get(p), found);
    }
    int other = OTHERS.chars().filter(c -> !found.contains(c)).findFirst().orElse(RARE);
    while (found.contains(other)) {
      other++;
    }
    Set<Integer> ordered = new LinkedHashSet<>();
    ordered.add(other);
    ordered.addAll(found);
    return ordered;
  }

  private String text(int node) {
    StringBuilder text = new StringBuilder();
    for (int i = node; nodes.get(i).before() >= 0; i = nodes.get(i).before()) {
      if (nodes.get(i).symbol() >= 0) {
        text.append((char) nodes.get(i).symbol());
      }
    }
    return text.reverse().toString();
  }
}
