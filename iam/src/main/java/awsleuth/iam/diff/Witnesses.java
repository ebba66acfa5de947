package awsleuth.iam.diff;

import awsleuth.aws.IamCatalog;
import awsleuth.iam.request.Context;
import awsleuth.iam.request.ContextValue;
import awsleuth.iam.request.Principal;
import awsleuth.iam.request.Request;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Makes requests of a box: the actions of a group, by a caller. */
final class Witnesses implements BoxSearch.Leaf<Witnesses.Made> {

  /** So many actions, from all over the group, are looked at first for one about a resource. */
  private static final int MOST_ACTIONS = 24;

  /** So many requests that AWS does not make are passed over for one that it does. */
  private static final int MOST_ODD = 12;

  static final String ADDRESS = "aws:SourceIp";

  /** What requests through an endpoint have in place of an address. */
  static final List<String> OF_ENDPOINTS = List.of("aws:SourceVpce", "aws:SourceVpc");

  private final Solver solver;
  private final ActionGroup group;
  private final IamCatalog catalog;
  private Optional<Made> odd = Optional.empty();
  private int passed;
  private boolean cut;

  /**
   * A request.
   *
   * @param odd why AWS makes none like it; empty where it may
   */
  record Made(Request request, List<String> odd) {}

  Witnesses(Solver solver, ActionGroup group, IamCatalog catalog) {
    this.solver = solver;
    this.group = group;
    this.catalog = catalog;
  }

  /** The answer of a search, or else a request that was passed over. */
  Answer<Made> orOdd(Answer<Made> answer) {
    return answer instanceof Answer.Found || odd.isEmpty() ? answer : new Answer.Found<>(odd.get());
  }

  /**
   * Why it is not known whether AWS makes any of the requests; empty where one was found that it
   * may make, and where all were looked at.
   */
  Optional<String> left(Answer<Made> answer) {
    return cut && answer instanceof Answer.Found<Made> f && !f.value().odd().isEmpty()
        ? Optional.of(
            "AWS makes none of the requests that were found, and not all of them were looked at")
        : Optional.empty();
  }

  @Override
  public Answer<Made> at(BitSet holds, BitSet not) {
    Answer<Made> answer = made(holds, not);
    if (!(answer instanceof Answer.Found<Made> f) || f.value().odd().isEmpty()) {
      return answer;
    }
    odd = odd.isEmpty() ? Optional.of(f.value()) : odd;
    boolean last = ++passed > MOST_ODD;
    cut |= last;
    return last ? answer : new Answer.None<>();
  }

  private Answer<Made> made(BitSet holds, BitSet not) {
    BitSet all = (BitSet) holds.clone();
    all.or(not);
    Set<String> variables = new LinkedHashSet<>();
    solver.parts().in(all).forEach(p -> variables.addAll(Parts.variables(p)));
    variables.retainAll(solver.values().open());
    if (variables.isEmpty()) {
      return make(solver, all, holds, not);
    }
    Answer<Made> worse = new Answer.Open<>("depends on " + listed(variables));
    int others = 0;
    Iterator<Supposed> guesses = Guesses.of(solver, variables, holds, not);
    while (guesses.hasNext()) {
      Answer<Made> answer = make(solver.with(guesses.next()), all, holds, not);
      if (answer instanceof Answer.Found<Made> f && f.value().odd().isEmpty()) {
        return answer;
      }
      worse = answer instanceof Answer.Found && others++ == 0 ? answer : worse;
      cut |= others > 0; // variables have more values than are guessed
      if (others > MOST_ODD) {
        return worse;
      }
    }
    return worse;
  }

  private String listed(Set<String> variables) {
    return String.join(
        ", ", variables.stream().map(v -> "`${" + solver.parts().spelling(v) + "}`").toList());
  }

  private Answer<Made> make(Solver exact, BitSet all, BitSet holds, BitSet not) {
    Map<String, ContextValue> context = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (Map.Entry<String, Optional<String>> e : exact.values().known().entrySet()) {
      ContextValue value =
          e.getValue().<ContextValue>map(ContextValue.Present::of).orElse(ContextValue.ABSENT);
      put(solver.parts().spelling(e.getKey()), value, context);
    }
    Set<String> keys = new LinkedHashSet<>();
    exact.parts().in(all).forEach(p -> keys.add(p.dimension()));
    for (Map.Entry<String, ContextValue> e : exact.caller().fixed().entrySet()) {
      if (e.getKey().equals("aws:principalarn")) {
        put("aws:PrincipalArn", e.getValue(), context);
      }
    }
    if (!exact.caller().arn().isEmpty()) {
      put("aws:PrincipalArn", ContextValue.Present.of(exact.caller().arn()), context);
    }
    String resource = "";
    for (String key : keys) {
      Answer<ContextValue> answer = exact.find(key, holds, not);
      if (!(answer instanceof Answer.Found<ContextValue> f)) {
        return answer instanceof Answer.Open<ContextValue> o
            ? new Answer.Open<>(o.why())
            : new Answer.None<>();
      }
      if (key.isEmpty()) {
        resource = ((ContextValue.Present) f.value()).values().getFirst();
      } else {
        put(solver.parts().spelling(key), f.value(), context);
      }
    }
    part(exact, holds, not, context);
    Context told = new Context(new HashMap<>(context), ContextValue.ABSENT);
    Context one = Clock.one(exact, told, holds, not);
    Request request = aimed(exact, holds, not, resource, one);
    return new Answer.Found<>(told(request));
  }

  /**
   * Takes away the keys of an endpoint beside an address, or else the address, where the conditions
   * come out the same without them: a request has never both.
   */
  private static void part(
      Solver exact, BitSet holds, BitSet not, Map<String, ContextValue> context) {
    List<String> address = present(context, List.of(ADDRESS));
    List<String> endpoint = present(context, OF_ENDPOINTS);
    if (address.isEmpty() || endpoint.isEmpty()) {
      return;
    }
    for (List<String> side : List.of(endpoint, address)) {
      if (side.stream().allMatch(key -> exact.mayLack(key, holds, not))) {
        side.forEach(key -> put(key, ContextValue.ABSENT, context));
        return;
      }
    }
  }

  private static List<String> present(Map<String, ContextValue> context, List<String> keys) {
    return keys.stream().filter(k -> context.get(k) instanceof ContextValue.Present).toList();
  }

  private Made told(Request request) {
    NeverMade never = NeverMade.of(request, solver, catalog);
    cut |= never.unproven();
    return new Made(request, never.why());
  }

  /** The value of a key, whose name is spelled as it is now. */
  private static void put(String key, ContextValue value, Map<String, ContextValue> context) {
    context.remove(key);
    context.put(key, value);
  }

  /** The request with an action of the group and a resource that go together, if any do. */
  private Request aimed(Solver exact, BitSet holds, BitSet not, String any, Context context) {
    BitSet about = exact.parts().about("");
    BitSet yes = (BitSet) holds.clone();
    yes.and(about);
    BitSet no = (BitSet) not.clone();
    no.and(about);
    List<String> names = group.names();
    int step = Math.max(1, names.size() / MOST_ACTIONS);
    for (int first = 0; first < step; first++) {
      for (int i = first; i < names.size(); i += step) {
        if (exact.aimed(yes, no, names.get(i)) instanceof Answer.Found<ContextValue> f) {
          String resource = ((ContextValue.Present) f.value()).values().getFirst();
          return request(names.get(i), resource, context);
        }
      }
    }
    return request(names.getFirst(), any.isEmpty() ? "*" : any, context);
  }

  private Request request(String action, String resource, Context context) {
    return new Request(principal(resource, context), action, resource, "", context);
  }

  /** Who the context says it is, where it says so; where nothing does, one of the owner's users. */
  private Principal principal(String resource, Context context) {
    Caller caller = solver.caller();
    boolean oneOfMany =
        caller.limits().containsKey("aws:principalarn")
            && !caller.principal().account().isEmpty()
            && caller.arn().isEmpty();
    if ((caller.words().isEmpty() || oneOfMany)
        && context.get("aws:PrincipalArn") instanceof ContextValue.Present p
        && p.values().size() == 1) {
      Optional<Principal> told =
          Principal.parse(p.values().getFirst()).filter(t -> t.account().matches("[0-9]{12}"));
      if (told.isPresent()) {
        return session(told.get());
      }
    }
    if (caller.words().isEmpty()
        && context.get("aws:PrincipalAccount") instanceof ContextValue.Present p
        && p.values().size() == 1
        && solver.isUsual("aws:PrincipalAccount", p)) {
      String account = p.values().getFirst();
      return new Principal.User("arn:aws:iam::" + account + ":user/anyone", account, "anyone");
    }
    String owner = new Request(caller.principal(), "", resource, "", context).owner();
    return caller.words().isEmpty() && !owner.isEmpty()
        ? new Principal.User("arn:aws:iam::" + owner + ":user/anyone", owner, "anyone")
        : caller.principal();
  }

  /** A role's session under a name that no statement gives to one of its principals. */
  private Principal session(Principal told) {
    Principal of = solver.caller().principal();
    String name =
        of instanceof Principal.RoleSession
            ? of.text().substring(of.text().lastIndexOf('/') + 1)
            : "session";
    return told instanceof Principal.RoleSession role ? Callers.sessionOf(role, name) : told;
  }
}
