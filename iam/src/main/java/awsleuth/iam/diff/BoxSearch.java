package awsleuth.iam.diff;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds a request to which some statements apply and others do not, or proves that there is none.
 * Each statement that must not apply is missed by one of its parts, which are tried in turn; those
 * that cannot apply anyway are left out, and the one with the fewest ways to miss comes first.
 */
final class BoxSearch<T> {

  private static final int MOST_BOXES = 1000;

  /** What makes a request of a box in which nothing is left to be missed. */
  interface Leaf<T> {
    Answer<T> at(BitSet holds, BitSet not);
  }

  private final Solver solver;
  private final Leaf<T> leaf;
  private int boxes;
  private Answer<T> worst = new Answer.None<>();

  BoxSearch(Solver solver, Leaf<T> leaf) {
    this.solver = solver;
    this.leaf = leaf;
  }

  /**
   * A request of the box.
   *
   * @param holds the parts of the statements that apply
   * @param missed the parts of each statement that does not
   */
  Answer<T> find(BitSet holds, List<BitSet> missed) {
    BitSet not = new BitSet();
    for (String dimension : dimensions(holds)) {
      if (solver.find(dimension, holds, not).isNone()) {
        return new Answer.None<>();
      }
    }
    Answer<T> found = search(holds, not, missed);
    return found instanceof Answer.Found ? found : worst;
  }

  /** The resource, and the keys that some parts are about. */
  private Set<String> dimensions(BitSet numbers) {
    Set<String> dimensions = new LinkedHashSet<>();
    solver.parts().in(numbers).forEach(p -> dimensions.add(p.dimension()));
    return dimensions;
  }

  private Answer<T> search(BitSet holds, BitSet not, List<BitSet> missed) {
    if (++boxes > MOST_BOXES) {
      worst = new Answer.Open<>("the statements can be combined in too many ways");
      return worst;
    }
    List<BitSet> left = new ArrayList<>();
    BitSet best = null;
    for (BitSet statement : missed) {
      if (!canHold(statement, holds, not)) {
        continue;
      }
      BitSet ways = ways(statement, holds, not);
      if (ways.isEmpty()) {
        return new Answer.None<>();
      }
      left.add(statement);
      best = best == null || ways.cardinality() < best.cardinality() ? ways : best;
    }
    return best == null ? atLeaf(holds, not) : split(holds, not, best, left);
  }

  private Answer<T> atLeaf(BitSet holds, BitSet not) {
    Answer<T> answer = leaf.at(holds, not);
    if (answer instanceof Answer.Open) {
      worst = answer;
    }
    return answer;
  }

  private Answer<T> split(BitSet holds, BitSet not, BitSet ways, List<BitSet> left) {
    BitSet before = (BitSet) holds.clone();
    for (int part = ways.nextSetBit(0); part >= 0; part = ways.nextSetBit(part + 1)) {
      BitSet without = (BitSet) not.clone();
      without.set(part);
      boolean possible =
          !solver.find(solver.parts().get(part).dimension(), before, without).isNone();
      Answer<T> answer =
          possible ? search((BitSet) before.clone(), without, left) : new Answer.None<>();
      if (answer instanceof Answer.Found || boxes > MOST_BOXES) {
        return answer;
      }
      before.set(part);
    }
    return new Answer.None<>();
  }

  /** The parts that a statement asks beyond those of a box; empty where it cannot apply there. */
  Optional<BitSet> asked(BitSet statement, BitSet holds) {
    BitSet not = new BitSet();
    return canHold(statement, holds, not)
        ? Optional.of(ways(statement, holds, not))
        : Optional.empty();
  }

  /** Whether a statement may apply somewhere in the box. */
  private boolean canHold(BitSet statement, BitSet holds, BitSet not) {
    if (statement.intersects(not)) {
      return false;
    }
    BitSet both = (BitSet) holds.clone();
    both.or(statement);
    return dimensions(statement).stream().noneMatch(d -> solver.find(d, both, not).isNone());
  }

  /** The parts of a statement by which it may be missed. */
  private BitSet ways(BitSet statement, BitSet holds, BitSet not) {
    BitSet ways = new BitSet();
    for (int part = statement.nextSetBit(0); part >= 0; part = statement.nextSetBit(part + 1)) {
      BitSet without = (BitSet) not.clone();
      without.set(part);
      if (!solver.find(solver.parts().get(part).dimension(), holds, without).isNone()) {
        ways.set(part);
      }
    }
    return ways;
  }
}
