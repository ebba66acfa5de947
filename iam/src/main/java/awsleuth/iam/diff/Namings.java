package awsleuth.iam.diff;

import awsleuth.iam.match.Grant;
import awsleuth.iam.match.KeyTable;
import awsleuth.iam.match.PrincipalTest;
import awsleuth.iam.match.Truth;
import awsleuth.iam.match.View;
import awsleuth.iam.request.Context;
import awsleuth.iam.request.ContextValue;
import awsleuth.iam.request.DocumentedKeys;
import awsleuth.iam.request.Request;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Looks how the statements of both sides name callers, and takes those together who are alike. */
final class Namings {

  private static final int MOST_SHOWN = 3;

  private final List<Term> terms;
  private final Set<String> looked;
  private final UniqueIds ids;

  private Namings(List<Term> terms) {
    this.terms = terms;
    this.looked = looked(terms);
    this.ids = new UniqueIds(terms);
  }

  /** All principals, divided by how they are named and by what conditions look at. */
  static List<Naming> of(List<Term> terms) {
    Namings namings = new Namings(terms);
    List<Caller> callers = Callers.of(terms, namings.looked);
    return callers.size() == 1
        ? List.of(namings.naming(callers.getFirst()))
        : namings.merged(callers);
  }

  /** How the statements name some principals. */
  static Naming of(List<Term> terms, Caller caller) {
    return new Namings(terms).naming(caller);
  }

  /** The keys that follow from the principal and that conditions and variables look at. */
  static Set<String> looked(List<Term> terms) {
    Set<String> looked = new TreeSet<>();
    for (Term term : terms) {
      for (Part part : term.parts()) {
        looked.add(part.dimension());
        looked.addAll(Parts.variables(part));
      }
    }
    looked.removeIf(key -> !DocumentedKeys.isOfPrincipal(key));
    return looked;
  }

  private Naming naming(Caller caller) {
    List<Grant> least = new ArrayList<>();
    List<Grant> most = new ArrayList<>();
    ContextValue arn = caller.fixed().getOrDefault("aws:principalarn", ContextValue.ABSENT);
    if (!caller.arn().isEmpty()) {
      arn = ContextValue.Present.of(caller.arn());
    }
    boolean told = arn instanceof ContextValue.Present;
    Context context = told ? Context.EMPTY.with("aws:PrincipalArn", arn) : Context.EMPTY;
    Request request = new Request(caller.principal(), "s3:x", "*", "", context);
    for (Term term : terms) {
      View view = new View(request, new KeyTable());
      PrincipalTest test = new PrincipalTest(term.statement(), term.policy().type());
      if (!term.statement().principals().present()) {
        least.add(Grant.DIRECT);
        most.add(Grant.DIRECT);
        continue;
      }
      Truth named = test.applies(view, false);
      if (ids.mayName(term.statement().principals(), caller.principal())) {
        boolean negated = term.statement().principals().negated();
        least.add(negated || named != Truth.TRUE ? Grant.NONE : test.least(view));
        most.add(negated && named == Truth.FALSE ? Grant.NONE : Grant.DIRECT);
      } else if (term.denies()) {
        least.add(named == Truth.TRUE ? Grant.DIRECT : Grant.NONE);
        most.add(named == Truth.FALSE ? Grant.NONE : Grant.DIRECT);
      } else {
        least.add(named == Truth.TRUE ? test.least(view) : Grant.NONE);
        most.add(named == Truth.FALSE ? Grant.NONE : test.most(view));
      }
    }
    return new Naming(caller, List.copyOf(least), List.copyOf(most));
  }

  /** Principals who are named alike, and of whom no condition makes a difference, are one. */
  private List<Naming> merged(List<Caller> callers) {
    Map<Object, List<Naming>> alike = new LinkedHashMap<>();
    for (Caller caller : callers) {
      Naming naming = naming(caller);
      Map<String, Object> differing = new LinkedHashMap<>();
      for (String key : looked) {
        differing.put(
            key,
            List.of(
                String.valueOf(caller.fixed().get(key)), String.valueOf(caller.limits().get(key))));
      }
      Object like = List.of(naming.least(), naming.most(), differing);
      alike.computeIfAbsent(like, _ -> new ArrayList<>()).add(naming);
    }
    return alike.values().stream().map(same -> one(same, same.size() == callers.size())).toList();
  }

  private static Naming one(List<Naming> alike, boolean all) {
    Naming first = alike.getFirst();
    String words =
        all
            ? "everybody"
            : alike.stream()
                    .limit(MOST_SHOWN)
                    .map(n -> n.caller().words())
                    .collect(Collectors.joining(", "))
                + (alike.size() > MOST_SHOWN
                    ? " and " + (alike.size() - MOST_SHOWN) + " more"
                    : "");
    return new Naming(first.caller().called(words), first.least(), first.most());
  }
}
