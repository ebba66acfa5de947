package awsleuth.iam.diff;

import awsleuth.aws.IamCatalog;
import awsleuth.iam.diff.Found.Question;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Compares what both sides say of one group of actions, by one caller, on one supposition. */
final class GroupDiff {

  private final Solver solver;
  private final ActionGroup group;
  private final IamCatalog catalog;
  private final List<Term> terms;
  private final Found found;

  /**
   * @param terms the statements about the group that name the caller, as strongly as is asked for
   */
  GroupDiff(Solver solver, ActionGroup group, IamCatalog catalog, List<Term> terms, Found found) {
    this.solver = solver;
    this.group = group;
    this.catalog = catalog;
    this.terms = terms;
    this.found = found;
  }

  /** Asks what is newly allowed, no longer allowed, newly denied and no longer denied. */
  void compare() {
    allowed(Change.ALLOWED);
    allowed(Change.NO_LONGER_ALLOWED);
    denied(Change.DENIED);
    denied(Change.NO_LONGER_DENIED);
  }

  private List<Term> side(boolean after, boolean denies) {
    return terms.stream().filter(t -> t.after() == after && t.denies() == denies).toList();
  }

  /** What one side allows and the other does not, because no statement does or one denies. */
  private void allowed(Change change) {
    boolean after = change.isByAfter();
    List<Term> allows = side(after, false);
    List<Term> denies = side(after, true);
    List<Term> otherAllows = side(!after, false);
    List<Term> otherDenies = side(!after, true);
    List<Term> earlier = new ArrayList<>();
    for (Term allow : allows) {
      List<Term> missed = joined(denies, otherAllows);
      ask(new Question(change, allow.number(), -1), List.of(allow), missed, earlier);
      List<Term> denied = new ArrayList<>();
      for (Term deny : otherDenies) {
        Question question = new Question(change, allow.number(), deny.number());
        for (Term other : otherAllows) {
          List<Term> apply = List.of(allow, deny, other);
          if (ask(question, apply, denies, joined(earlier, denied))) {
            break;
          }
        }
        denied.add(deny);
      }
      earlier.add(allow);
    }
  }

  private void denied(Change change) {
    boolean after = change.isByAfter();
    List<Term> earlier = new ArrayList<>();
    for (Term deny : side(after, true)) {
      ask(new Question(change, deny.number(), -1), List.of(deny), side(!after, true), earlier);
      earlier.add(deny);
    }
  }

  /**
   * Looks for a request to which some statements apply and others do not, unless one that AWS makes
   * is known.
   *
   * @param earlier statements whose requests were looked at before
   * @return whether there is one
   */
  private boolean ask(Question question, List<Term> apply, List<Term> missed, List<Term> earlier) {
    if (found.isSettled(question)) {
      return true; // on another supposition
    }
    BitSet holds = new BitSet();
    apply.forEach(t -> holds.or(parts(t)));
    Witnesses witnesses = new Witnesses(solver, group, catalog);
    BoxSearch<Witnesses.Made> search = new BoxSearch<>(solver, witnesses);
    List<BitSet> all = joined(missed, earlier).stream().map(GroupDiff::parts).toList();
    Answer<Witnesses.Made> answer = witnesses.orOdd(search.find(holds, all));
    found.add(question, answer);
    witnesses.left(answer).ifPresent(why -> found.add(question, new Answer.Open<>(why)));
    return answer instanceof Answer.Found;
  }

  /**
   * The numbers of the statements that keep requests out of a difference, with the parts that they
   * ask beyond those of its own statements.
   */
  Map<Integer, BitSet> excepts(Question question) {
    BitSet region = new BitSet();
    List<Term> missed = new ArrayList<>();
    boolean after = question.change().isByAfter();
    if (question.but() < 0) {
      missed.addAll(side(!after, !question.change().isAboutAccess()));
    }
    if (question.change().isAboutAccess()) {
      missed.addAll(side(after, true));
    }
    terms.stream()
        .filter(t -> t.number() == question.by() || t.number() == question.but())
        .forEach(t -> region.or(parts(t)));
    BoxSearch<Witnesses.Made> search = new BoxSearch<>(solver, (_, _) -> new Answer.None<>());
    Map<Integer, BitSet> excepts = new LinkedHashMap<>();
    missed.forEach(t -> search.asked(parts(t), region).ifPresent(p -> excepts.put(t.number(), p)));
    return excepts;
  }

  private static BitSet parts(Term term) {
    BitSet numbers = new BitSet();
    term.parts().forEach(p -> numbers.set(p.number()));
    return numbers;
  }

  private static <T> List<T> joined(List<T> a, List<T> b) {
    List<T> both = new ArrayList<>(a);
    both.addAll(b);
    return both;
  }
}
