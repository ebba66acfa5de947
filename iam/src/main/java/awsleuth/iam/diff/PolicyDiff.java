package awsleuth.iam.diff;

import awsleuth.aws.IamCatalog;
import awsleuth.iam.diff.Found.Question;
import awsleuth.iam.match.Grant;
import awsleuth.iam.policy.Condition;
import awsleuth.iam.policy.Policy;
import awsleuth.iam.policy.Statement;
import awsleuth.iam.request.ContextValue;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Compares policies of one type before and after a change, for all requests: over every action,
 * every resource and every context, and every principal where the policies name some. What is said
 * of the policies is said of them alone, whatever else applies to a request. Keys are taken to be
 * independent of each other and of the resource but for those that follow from the principal, of
 * whom not everything that is alike for the policies is told apart (docs/decisions/0017).
 */
public final class PolicyDiff {

  private static final int MOST_VARIABLES = 5;
  private static final int MOST_OPEN_NAMES = 3;

  private final IamCatalog catalog;
  private final Parts parts = new Parts();
  private final List<Term> terms = new ArrayList<>();
  private final Confirmation confirmation;
  private final Map<Object, Difference> differences = new LinkedHashMap<>();
  private final Map<Object, Set<String>> actions = new HashMap<>();
  private final Map<String, Set<String>> undecided = new LinkedHashMap<>();
  private final UniqueIds ids;

  /**
   * What a comparison comes to.
   *
   * @param differences all differences; where there is none and nothing is undecided, both sides
   *     decide every request alike
   * @param undecided what could not be decided
   */
  public record Report(List<Difference> differences, List<Undecided> undecided) {

    /** Whether both sides surely decide every request alike. */
    public boolean isSame() {
      return differences.isEmpty() && undecided.isEmpty();
    }

    /** The same with more that is not decided. */
    public Report with(List<Undecided> more) {
      List<Undecided> all = new ArrayList<>(undecided);
      all.addAll(more);
      return new Report(differences, List.copyOf(all));
    }
  }

  private PolicyDiff(List<Policy> before, List<Policy> after, IamCatalog catalog) {
    this.catalog = catalog;
    this.confirmation = new Confirmation(before, after);
    before.forEach(p -> add(p, false));
    after.forEach(p -> add(p, true));
    this.ids = new UniqueIds(terms);
  }

  /** Compares policies of one type. */
  public static Report of(List<Policy> before, List<Policy> after, IamCatalog catalog) {
    return new PolicyDiff(before, after, catalog).report();
  }

  private void add(Policy policy, boolean isAfter) {
    for (Statement s : policy.statements()) {
      terms.add(new Term(terms.size(), isAfter, policy, s, parts.of(s, policy)));
    }
  }

  /** The statements of both sides. */
  static List<Term> terms(List<Policy> before, List<Policy> after, IamCatalog catalog) {
    return List.copyOf(new PolicyDiff(before, after, catalog).terms);
  }

  private Report report() {
    List<Undecided> open = new ArrayList<>();
    List<ActionGroup> groups = ActionGroups.of(terms, catalog, open);
    List<Naming> callers = Namings.of(terms);
    List<Integer> partial = OpenAccounts.of(terms);
    if (callers.size() > 1 && !partial.isEmpty()) {
      open("which accounts are meant otherwise than by whole ids is not worked out", partial);
    }
    List<Integer> wide = WideLetters.of(terms);
    if (!wide.isEmpty()) {
      open("whether `?` stands for a character beyond U+FFFF is not documented", wide);
    }
    Resources resources = new Resources(parts, catalog);
    for (Naming naming : callers) {
      Solver solver = new Solver(resources, catalog, naming.caller());
      for (ActionGroup group : groups) {
        compare(solver, naming, group);
      }
    }
    undecided.forEach((what, where) -> open.add(new Undecided(what, List.copyOf(where))));
    List<Difference> all = new ArrayList<>();
    differences.forEach(
        (key, d) -> all.add(d.of(List.copyOf(actions.getOrDefault(key, Set.of())))));
    return new Report(List.copyOf(all), List.copyOf(open));
  }

  /**
   * Compares for each way in which statements may name a caller of whom not everything is known.
   */
  private void compare(Solver solver, Naming naming, ActionGroup group) {
    Set<Named> names = new LinkedHashSet<>();
    group.terms().stream()
        .filter(naming::isOpen)
        .forEach(t -> names.add(Named.of(terms.get(t), ids)));
    if (names.size() > MOST_OPEN_NAMES) {
      open("whom the principals name is not known", group.terms().stream().boxed().toList());
      return;
    }
    List<Named> all = List.copyOf(names);
    for (int chosen = 0; chosen < 1 << all.size(); chosen++) {
      List<Grant> grants = new ArrayList<>(naming.least());
      for (int t = 0; t < terms.size(); t++) {
        if (naming.isOpen(t) && ((chosen >> all.indexOf(Named.of(terms.get(t), ids))) & 1) == 1) {
          grants.set(t, naming.most().get(t));
        }
      }
      compare(solver, group, grants, !all.isEmpty());
    }
  }

  private void compare(Solver solver, ActionGroup group, List<Grant> grants, boolean supposed) {
    Caller caller = solver.caller();
    Set<Grant> levels = new TreeSet<>();
    group.terms().stream()
        .filter(t -> grants.get(t) != Grant.NONE && !terms.get(t).denies())
        .forEach(t -> levels.add(grants.get(t)));
    levels.add(levels.isEmpty() ? Grant.DIRECT : levels.iterator().next());
    for (Grant level : levels) {
      List<Term> naming =
          group.terms().stream()
              .filter(
                  t -> grants.get(t).compareTo(terms.get(t).denies() ? Grant.ACCOUNT : level) >= 0)
              .mapToObj(terms::get)
              .toList();
      Found found = new Found();
      List<GroupDiff> supposing =
          suppositions(solver, naming).stream()
              .map(solver::with)
              .map(s -> new GroupDiff(s, group, catalog, naming, found))
              .toList();
      supposing.forEach(GroupDiff::compare);
      found.open().forEach((q, why) -> why.forEach(w -> open(w, Found.terms(q))));
      if (supposed) {
        found
            .hits()
            .keySet()
            .forEach(q -> open("whom a principal names is not known", Found.terms(q)));
      } else {
        found
            .hits()
            .forEach((q, made) -> keep(q, made, excepts(q, supposing), caller, group, level));
      }
    }
  }

  /** All suppositions about variables: that each has a value, and that it has none. */
  private List<Supposed> suppositions(Solver any, List<Term> naming) {
    Caller caller = any.caller();
    Set<String> variables = new LinkedHashSet<>();
    naming.forEach(t -> t.parts().forEach(p -> variables.addAll(Parts.variables(p))));
    List<Supposed> all = new ArrayList<>(List.of(Supposed.NONE));
    int open = 0;
    for (String variable : variables) {
      List<Supposed> more = new ArrayList<>();
      ContextValue fixed = caller.fixed().get(variable);
      boolean isOpen = fixed == null && any.mayBeOne(variable);
      open += isOpen ? 1 : 0;
      for (Supposed values : all) {
        if (fixed instanceof ContextValue.Present p) {
          more.add(values.with(variable, Optional.of(p.values().getFirst())));
        } else if (!isOpen) {
          more.add(values.with(variable, Optional.empty()));
        } else {
          more.add(values.withOpen(variable));
          if (!caller.limits().containsKey(variable)) {
            more.add(values.with(variable, Optional.empty()));
          }
        }
      }
      all = more;
    }
    if (open > MOST_VARIABLES) {
      open(
          "the statements have more than " + MOST_VARIABLES + " policy variables",
          naming.stream().map(Term::number).toList());
      return List.of();
    }
    return all;
  }

  private void open(String why, List<Integer> about) {
    Set<String> where = undecided.computeIfAbsent(why, _ -> new LinkedHashSet<>());
    about.forEach(t -> where.add(terms.get(t).citation()));
  }

  /** What is not part of a difference, whatever is supposed. */
  private Map<Integer, BitSet> excepts(Question question, List<GroupDiff> supposing) {
    Map<Integer, BitSet> all = new TreeMap<>();
    for (GroupDiff diff : supposing) {
      diff.excepts(question)
          .forEach((term, asked) -> all.computeIfAbsent(term, _ -> new BitSet()).or(asked));
    }
    return all;
  }

  private void keep(
      Question question,
      Witnesses.Made made,
      Map<Integer, BitSet> excepts,
      Caller caller,
      ActionGroup group,
      Grant level) {
    if (!confirmation.confirms(question.change(), made.request(), level)) {
      open("the decision engine does not confirm the difference", Found.terms(question));
      return;
    }
    Difference difference =
        new Difference(
            question.change(),
            caller.words(),
            level,
            group.names(),
            group.others(),
            group.unknown(),
            Cited.of(terms.get(question.by())),
            Found.but(question).map(t -> Cited.of(terms.get(t))),
            excepts.entrySet().stream().map(e -> except(e.getKey(), e.getValue())).toList(),
            made.request(),
            confirmation.surroundings(question.change(), made.request()),
            made.odd());
    Object key =
        List.of(question, caller.words(), group.unknown(), difference.odd().isEmpty(), excepts);
    differences.merge(key, difference, PolicyDiff::together);
    actions.computeIfAbsent(key, _ -> new TreeSet<>()).addAll(group.names());
  }

  private Except except(int term, BitSet asked) {
    List<Condition> conditions = new ArrayList<>();
    boolean resource = false;
    for (Part part : parts.in(asked)) {
      switch (part) {
        case Part.OfResource _ -> resource = true;
        case Part.OfKey k -> conditions.add(k.condition());
      }
    }
    return new Except(Cited.of(terms.get(term)), resource, List.copyOf(conditions));
  }

  /**
   * The same difference of two groups of actions, which are put together apart from it, or of two
   * strengths of grants.
   */
  private static Difference together(Difference a, Difference b) {
    return new Difference(
        a.change(),
        a.who(),
        a.grant().compareTo(b.grant()) >= 0 ? a.grant() : b.grant(),
        a.actions(),
        a.others() || b.others(),
        a.unknown(),
        a.by(),
        a.but(),
        a.excepts(),
        a.witness(),
        a.around(),
        a.odd());
  }
}
