package awsleuth.iam.diff;

import awsleuth.iam.diff.TextSearch.Clause;
import awsleuth.iam.diff.TextSearch.Mode;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Walks the product of all patterns of some clauses, breadth first. */
final class Product {

  private static final String OTHERS = "x0abcdefghijklmnopqrstuvwyz123456789-_.=@+,ABCDEFGH";
  private static final char RARE = '\u00e9';

  private static final int MOST_SAMPLES = 12;

  /** No character. */
  static final int NOTHING = -1;

  private final List<Clause> clauses;
  private final Positions positions;
  private final int decisive;
  private final Visited visited = new Visited();

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
    this(clauses, new Positions(clauses), decisive);
  }

  private Product(List<Clause> clauses, Positions positions, int decisive) {
    this.clauses = clauses;
    this.positions = positions;
    this.decisive = decisive;
  }

  /**
   * A text that is as all clauses say: one that a pattern comes to when its wildcards stand for
   * next to nothing, if there is one, else a shortest.
   */
  Answer<String> find() {
    return samples()
        .findFirst()
        .<Answer<String>>map(Answer.Found::new)
        .or(this::byWanted)
        .orElseGet(this::shortest);
  }

  /**
   * What a shortest text of the wanted clauses alone tells: none of all clauses where there is none
   * of those, and itself where the others let it be. Of few patterns few states are to be seen.
   */
  private Optional<Answer<String>> byWanted() {
    List<Clause> wanted = clauses.stream().filter(Clause::wanted).toList();
    if (wanted.isEmpty() || wanted.size() == clauses.size()) {
      return Optional.empty();
    }
    Product simple = new Product(wanted, positions.of(wanted), wanted.size());
    int end = simple.walk();
    if (end < 0) {
      return simple.isCut() ? Optional.empty() : Optional.of(new Answer.None<>());
    }
    return accepts(simple.visited.symbolsTo(end))
        ? Optional.of(new Answer.Found<>(simple.text(end)))
        : Optional.empty();
  }

  private Stream<String> samples() {
    return IntStream.of(NOTHING, OTHERS.charAt(0))
        .boxed()
        .flatMap(run -> positions.samples(MOST_SAMPLES, run))
        .filter(this::accepts)
        .map(Product::text);
  }

  private boolean accepts(int[] symbols) {
    int[] places = positions.first();
    for (int symbol : symbols) {
      places = positions.next(places, symbol);
    }
    return accepted(places);
  }

  private Answer<String> shortest() {
    int end = walk();
    if (end >= 0) {
      return new Answer.Found<>(text(end));
    }
    return visited.isCut()
        ? new Answer.Open<>("its patterns are too entangled")
        : new Answer.None<>();
  }

  /** The state at the end of a shortest text; below zero where none is, or none before the cut. */
  private int walk() {
    visit(positions.first(), -1, 0);
    for (int i = 0; i < visited.size(); i++) {
      int[] places = visited.places(i);
      if (accepted(places)) {
        return i;
      }
      if (visited.isCut()) {
        return -1;
      }
      for (int symbol : symbols(places)) {
        visit(positions.next(places, symbol), i, symbol);
      }
    }
    return -1;
  }

  /** For each set of clauses that a text matches, a shortest such text. */
  Map<BitSet, String> matches() {
    Map<BitSet, String> found = new LinkedHashMap<>();
    visit(positions.first(), -1, 0);
    for (int i = 0; i < visited.size() && !visited.isCut(); i++) {
      int[] places = visited.places(i);
      BitSet matched = matched(places);
      if (accepted(places) && !found.containsKey(matched)) {
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
    return visited.isCut();
  }

  private BitSet matched(int[] places) {
    BitSet matched = new BitSet();
    for (int p : places) {
      if (positions.get(p).isEnd()) {
        matched.set(positions.get(p).clause());
      }
    }
    return matched;
  }

  private boolean accepted(int[] places) {
    BitSet matched = matched(places);
    for (int c = 0; c < decisive; c++) {
      if (matched.get(c) != clauses.get(c).wanted()) {
        return false;
      }
    }
    return true;
  }

  private void visit(int[] places, int before, int symbol) {
    boolean[] alive = new boolean[clauses.size()];
    int[] done = new int[clauses.size()];
    boolean isDone = false;
    for (int p : places) {
      Positions.Place place = positions.get(p);
      int clause = place.clause();
      if (place.forever()) {
        if (!clauses.get(clause).wanted()) {
          return;
        }
        if (place.pattern().mode() == Mode.MAY && done[clause] == 0) {
          done[clause] = p + 1;
          isDone = true;
        }
      }
      alive[clause] = true;
    }
    for (int c = 0; c < decisive; c++) {
      if (clauses.get(c).wanted() && !alive[c]) {
        return;
      }
    }
    visited.put(isDone ? withoutDone(places, done) : places, before, symbol);
  }

  /**
   * Of a clause that is surely met nothing is kept but the place that says so.
   *
   * @param done that place for each clause, counted from 1; 0 where there is none
   */
  private int[] withoutDone(int[] places, int[] done) {
    int[] kept = new int[places.length];
    int size = 0;
    for (int p : places) {
      int at = done[positions.get(p).clause()] - 1;
      if (at < 0 || (p >= at && positions.get(p).end() == positions.get(at).end())) {
        kept[size++] = p;
      }
    }
    return Arrays.copyOf(kept, size);
  }

  /** The symbols that lead from a state to different ones; one stands for all that are not told. */
  private int[] symbols(int[] places) {
    int[] found = positions.symbols(places);
    int[] ordered = new int[found.length + 1];
    ordered[0] = other(found);
    System.arraycopy(found, 0, ordered, 1, found.length);
    return ordered;
  }

  private static int other(int[] found) {
    for (int i = 0; i < OTHERS.length(); i++) {
      if (Arrays.binarySearch(found, OTHERS.charAt(i)) < 0) {
        return OTHERS.charAt(i);
      }
    }
    int other = RARE;
    while (Arrays.binarySearch(found, other) >= 0) {
      other++;
    }
    return other;
  }

  private static String text(int[] symbols) {
    StringBuilder text = new StringBuilder();
    IntStream.of(symbols).filter(s -> s >= 0).forEach(s -> text.append((char) s));
    return text.toString();
  }

  private String text(int node) {
    return text(visited.symbolsTo(node));
  }
}
