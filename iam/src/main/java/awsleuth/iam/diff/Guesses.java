package awsleuth.iam.diff;

import awsleuth.iam.policy.Located;
import awsleuth.iam.request.ContextValue;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Values to try for policy variables: those that their own conditions leave, one that no policy
 * means, and the pieces of what policies say. Where all fail nothing is proven.
 */
final class Guesses {

  private static final int MOST = 400;
  private static final int LONGEST = 100;
  private static final String WILDCARDS = "[*?]+";
  private static final String DIVIDERS = "[*?/:]+";

  private Guesses() {}

  /**
   * Values for all of the variables at once, the likeliest first, each made when it is asked for.
   */
  static Iterator<Supposed> of(Solver solver, Set<String> variables, BitSet holds, BitSet not) {
    int each = (int) Math.max(3, Math.pow(MOST, 1.0 / variables.size()));
    List<String> pieces = pieces(solver.parts(), holds, not);
    List<String> names = List.copyOf(variables);
    List<List<String>> guesses = new ArrayList<>();
    int count = 1;
    for (String variable : variables) {
      Set<String> tried = new LinkedHashSet<>();
      if (solver.find(variable, holds, not) instanceof Answer.Found<ContextValue> f
          && f.value() instanceof ContextValue.Present p
          && p.values().size() == 1) {
        tried.add(p.values().getFirst());
      }
      tried.addAll(solver.usual(variable).examples());
      tried.add("somebody");
      tried.addAll(pieces);
      guesses.add(tried.stream().limit(each).toList());
      count *= guesses.getLast().size();
    }
    return IntStream.range(0, count)
        .mapToObj(i -> numbered(i, solver.values(), names, guesses))
        .iterator();
  }

  /** One of the combinations; the last variable changes first. */
  private static Supposed numbered(
      int number, Supposed values, List<String> names, List<List<String>> guesses) {
    Supposed all = values;
    int left = number;
    for (int v = names.size() - 1; v >= 0; v--) {
      List<String> some = guesses.get(v);
      all = all.with(names.get(v), Optional.of(some.get(left % some.size())));
      left /= some.size();
    }
    return all;
  }

  private static List<String> pieces(Parts parts, BitSet holds, BitSet not) {
    BitSet all = (BitSet) holds.clone();
    all.or(not);
    Set<String> pieces = new LinkedHashSet<>();
    for (int part = all.nextSetBit(0); part >= 0; part = all.nextSetBit(part + 1)) {
      pieces.addAll(parts.pieces(part));
    }
    return List.copyOf(pieces);
  }

  /** What the values of a part have between wildcards, variables and dividers. */
  static List<String> pieces(Part part) {
    Set<String> pieces = new LinkedHashSet<>();
    for (Located value : Parts.values(part)) {
      String text = value.value().replaceAll("\\$\\{[^}]{0,200}}", "*");
      pieces.add(text.replaceAll(WILDCARDS, "x"));
      pieces.addAll(List.of(text.split(DIVIDERS, LONGEST)));
      pieces.addAll(List.of(text.split(WILDCARDS, LONGEST)));
      pieces.add("");
    }
    return List.copyOf(pieces);
  }
}
