package awsleuth.iam.diff;

import awsleuth.iam.diff.TextSearch.Clause;
import awsleuth.iam.match.ConditionTest;
import awsleuth.iam.match.KeyTable;
import awsleuth.iam.match.Truth;
import awsleuth.iam.match.View;
import awsleuth.iam.policy.Operator;
import awsleuth.iam.request.Context;
import awsleuth.iam.request.ContextValue;
import awsleuth.iam.request.Principal;
import awsleuth.iam.request.Request;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds what a request may have for one key, where some conditions are met and others are not. */
final class KeySearch {

  private static final Principal NOBODY = new Principal.Anonymous();

  private final String key;
  private final KeyTable keys;
  private final Context context;
  private final ValueSearch values;
  private final boolean mayBeEmpty;
  private final List<Literal> literals;

  /**
   * A condition that is to be met, or not to be met.
   *
   * @param met which of both
   */
  record Literal(Part.OfKey part, boolean met) {

    Operator operator() {
      return part.condition().operator();
    }

    boolean isNull() {
      return operator().base() == Operator.Base.NULL;
    }

    /** Where a test is open, it may come out as wanted. */
    boolean fits(Truth truth) {
      return truth != (met ? Truth.FALSE : Truth.TRUE);
    }
  }

  /**
   * What a request can have for the key at all.
   *
   * @param absent whether it may be without the key
   * @param one whether it may have one value that is not a list
   * @param list whether it may have a list of values
   */
  record Possible(boolean absent, boolean one, boolean list) {

    /** Without the case that the key is absent, where it never is. */
    Possible present(boolean always) {
      return new Possible(absent && !always, one, list);
    }
  }

  KeySearch(
      String key,
      List<Literal> literals,
      List<Clause> limits,
      Usual usual,
      Supposed values,
      KeyTable keys) {
    this.key = key;
    this.literals = literals;
    this.keys = keys;
    this.context = values.context();
    this.values = new ValueSearch(this, limits, usual, values);
    this.mayBeEmpty = limits.isEmpty() && usual.has().test("");
  }

  /** The key, in lower case. */
  String name() {
    return key;
  }

  /** Whether a condition is met where the key has a value and all else is open. */
  Truth test(ConditionTest condition, ContextValue value) {
    Context with = context.with(key, value);
    return condition.isMet(new View(new Request(NOBODY, "", "*", "", with), keys));
  }

  /** Whether all conditions come out as wanted. */
  boolean fits(ContextValue value) {
    return literals.stream().allMatch(l -> l.fits(test(l.part().whole(), value)));
  }

  /** A value for which they do; one that is there before none. */
  Answer<ContextValue> find(Possible possible, boolean absentFirst) {
    if (absentFirst && possible.absent() && fits(ContextValue.ABSENT)) {
      return new Answer.Found<>(ContextValue.ABSENT);
    }
    List<ContextValue> concrete = new ArrayList<>();
    Answer<ContextValue> answer = one(possible, concrete);
    if (possible.absent()) {
      concrete.addFirst(ContextValue.ABSENT);
    }
    if (possible.list()) {
      concrete.add(ContextValue.Present.of(List.<String>of()));
    }
    Optional<ContextValue> fitting =
        answer instanceof Answer.Found
            ? Optional.empty()
            : concrete.stream().filter(this::fits).findFirst();
    if (fitting.isPresent()) {
      return new Answer.Found<>(fitting.get());
    }
    return answer instanceof Answer.Found || !possible.list() ? answer : worse(answer, several());
  }

  private Answer<ContextValue> one(Possible possible, List<ContextValue> concrete) {
    if (!possible.one() && !possible.list()) {
      return new Answer.None<>();
    }
    boolean list = !possible.one();
    if (mayBeEmpty) {
      concrete.add(present(List.of(""), list));
    }
    List<Literal> tests = new ArrayList<>();
    for (Literal l : literals) {
      if (!l.isNull()) {
        tests.add(l);
      } else if (!l.fits(test(l.part().whole(), ContextValue.Present.of("x")))) {
        return new Answer.None<>();
      }
    }
    return mapped(values.find(tests, false), v -> present(List.of(v), list));
  }

  private static ContextValue present(List<String> values, boolean list) {
    return new ContextValue.Present(values, list);
  }

  /** A list of two values or more. */
  private Answer<ContextValue> several() {
    List<Literal> all = new ArrayList<>();
    List<Literal> some = new ArrayList<>();
    for (Literal l : literals) {
      boolean any = l.operator().set() == Operator.SetPrefix.FOR_ANY_VALUE;
      boolean plain = l.operator().set() == Operator.SetPrefix.NONE;
      if (l.isNull() || (plain && !l.operator().base().negated())) {
        if (!l.fits(test(l.part().whole(), present(List.of("x", "y"), true)))) {
          return new Answer.None<>();
        }
      } else {
        (l.met() == any ? some : all).add(l);
      }
    }
    return several(all, some);
  }

  private Answer<ContextValue> several(List<Literal> all, List<Literal> some) {
    Set<String> found = new LinkedHashSet<>();
    List<List<Literal>> wanted = new ArrayList<>();
    some.forEach(one -> wanted.add(joined(all, List.of(one))));
    if (wanted.isEmpty()) {
      wanted.add(all);
    }
    for (List<Literal> tests : wanted) {
      switch (values.find(tests, mayBeEmpty)) {
        case Answer.Found<String> f -> found.add(f.value());
        case Answer.None<String> _ -> {
          return new Answer.None<>();
        }
        case Answer.Open<String> o -> {
          return new Answer.Open<>(o.why());
        }
      }
    }
    List<String> list = new ArrayList<>(found);
    if (list.size() == 1) {
      list.add(list.getFirst());
    }
    return new Answer.Found<>(present(list, true));
  }

  private static <T> List<T> joined(List<T> a, List<T> b) {
    List<T> both = new ArrayList<>(a);
    both.addAll(b);
    return both;
  }

  private static Answer<ContextValue> worse(Answer<ContextValue> a, Answer<ContextValue> b) {
    return b instanceof Answer.Found || a.isNone() ? b : a;
  }

  private static <A, B> Answer<B> mapped(
      Answer<A> answer, java.util.function.Function<A, B> change) {
    return switch (answer) {
      case Answer.Found<A> f -> new Answer.Found<>(change.apply(f.value()));
      case Answer.None<A> _ -> new Answer.None<>();
      case Answer.Open<A> o -> new Answer.Open<>(o.why());
    };
  }
}
