package awsleuth.iam.diff;

import awsleuth.iam.policy.Located;
import awsleuth.iam.request.ContextValue;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

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

  /** Values for all of the variables at once, the likeliest first. */
  static List<Supposed> of(Solver solver, Set<String> variables, BitSet holds, BitSet not) {
    int each = (int) Math.max(3, Math.pow(MOST, 1.0 / variables.size()));
    List<String> pieces = pieces(solver.parts(), holds, not);
    List<Supposed> all = new ArrayList<>(List.of(solver.values()));
    for (String variable : variables) {
      Set<String> tried = new LinkedHashSet<>();
      if (solver.find(variable, holds, not) instanceof Answer.Found<ContextValue> f
          && f.value() instanceof ContextValue.Present p
          && p.values().size() == 1) {
        tried.add(p.values().getFirst());
      }
      tried.add("somebody");
      tried.addAll(pieces);
      List<Supposed> more = new ArrayList<>();
      for (Supposed values : all) {
        tried.stream()
            .limit(each)
            .forEach(guess -> more.add(values.with(variable, Optional.of(guess))));
      }
      all = more;
    }
    return all;
  }

  private static List<String> pieces(Parts parts, BitSet holds, BitSet not) {
    BitSet all = (BitSet) holds.clone();
    all.or(not);
    Set<String> pieces = new LinkedHashSet<>();
    for (Part part : parts.in(all)) {
      for (Located value : Parts.values(part)) {
        String text = value.value().replaceAll("\\$\\{[^}]{0,200}}", "*");
        pieces.add(text.replaceAll(WILDCARDS, "x"));
        pieces.addAll(List.of(text.split(DIVIDERS, LONGEST)));
        pieces.addAll(List.of(text.split(WILDCARDS, LONGEST)));
        pieces.add("");
      }
    }
    return List.copyOf(pieces);
  }
}
