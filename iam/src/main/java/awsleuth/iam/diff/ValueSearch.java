package awsleuth.iam.diff;

import awsleuth.iam.diff.Critical.Family;
import awsleuth.iam.diff.KeySearch.Literal;
import awsleuth.iam.diff.TextSearch.Clause;
import awsleuth.iam.diff.TextSearch.Mode;
import awsleuth.iam.diff.TextSearch.Pattern;
import awsleuth.iam.match.Shape;
import awsleuth.iam.policy.Located;
import awsleuth.iam.policy.Operator;
import awsleuth.iam.request.ContextValue;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds one value of a key that passes some tests and fails others. */
final class ValueSearch {

  private static final List<Pattern> ARN = List.of(Pattern.of(Shape.pattern("arn:*:*:*:*:*")));
  private static final List<Pattern> EMPTY = List.of(Pattern.of(Shape.literal("")));

  private static final Set<Family> TIME = Set.of(Family.NUMBER, Family.INSTANT);

  private final KeySearch key;
  private final List<Clause> limits;
  private final Usual usual;
  private final Supposed values;

  ValueSearch(KeySearch key, List<Clause> limits, Usual usual, Supposed values) {
    this.key = key;
    this.limits = limits;
    this.usual = usual;
    this.values = values;
  }

  /** A value; {@code mayBeEmpty} says whether the empty text is one. */
  Answer<String> find(List<Literal> literals, boolean mayBeEmpty) {
    Map<Family, List<Literal>> byFamily = new EnumMap<>(Family.class);
    for (Literal l : literals) {
      Family family = Critical.family(l.operator().base());
      byFamily.computeIfAbsent(family, _ -> new ArrayList<>()).add(l);
    }
    List<String> candidates = limits.isEmpty() ? candidates(byFamily) : List.of();
    Optional<String> found =
        candidates.stream().filter(usual.has()).filter(c -> passes(literals, c)).findFirst();
    if (found.isPresent()) {
      return new Answer.Found<>(found.get());
    }
    if (isTime(byFamily)) {
      return new Answer.None<>();
    }
    Optional<String> completed =
        limits.isEmpty()
            ? Completions.of(literals, usual.examples())
                .filter(usual.has())
                .filter(c -> passes(literals, c))
                .findFirst()
            : Optional.empty();
    if (completed.isPresent()) {
      return new Answer.Found<>(completed.get());
    }
    List<Literal> text = byFamily.getOrDefault(Family.TEXT, List.of());
    if (byFamily.keySet().equals(Set.of(Family.TEXT)) || byFamily.isEmpty()) {
      return text(text, mayBeEmpty);
    }
    return byFamily.size() == 1 && limits.isEmpty()
        ? new Answer.None<>()
        : mixed(byFamily, text, mayBeEmpty);
  }

  /** Whether the seconds since 1970 are compared, as numbers or as dates, which is the same. */
  private boolean isTime(Map<Family, List<Literal>> byFamily) {
    return Usual.isSeconds(key.name()) && TIME.containsAll(byFamily.keySet());
  }

  /** Values that are compared in several ways: none where one way alone leaves none. */
  private Answer<String> mixed(
      Map<Family, List<Literal>> byFamily, List<Literal> text, boolean mayBeEmpty) {
    List<Literal> all = new ArrayList<>();
    byFamily.values().forEach(all::addAll);
    for (Map.Entry<Family, List<Literal>> e : byFamily.entrySet()) {
      boolean possible =
          e.getKey() == Family.TEXT
              || candidates(Map.of(e.getKey(), e.getValue())).stream()
                  .anyMatch(c -> passes(e.getValue(), c));
      if (!possible) {
        return new Answer.None<>();
      }
    }
    Answer<String> answer = text(text, mayBeEmpty);
    if (answer.isNone() || (answer instanceof Answer.Found<String> f && passes(all, f.value()))) {
      return answer;
    }
    return new Answer.Open<>("compares its values both as text and in another way");
  }

  private List<String> candidates(Map<Family, List<Literal>> byFamily) {
    Set<String> found = new LinkedHashSet<>();
    if (isTime(byFamily)) {
      return Critical.seconds(
          byFamily.values().stream()
              .flatMap(List::stream)
              .flatMap(l -> l.part().condition().values().stream())
              .toList());
    }
    byFamily.forEach((family, literals) -> {
      List<Located> wanted = new ArrayList<>();
      boolean bool = false;
      for (Literal l : literals) {
        wanted.addAll(l.part().condition().values());
        bool |= l.operator().base() == Operator.Base.BOOL;
      }
      if (family != Family.TEXT || byFamily.size() > 1) {
        found.addAll(Critical.of(family, wanted));
      }
      if (bool) {
        found.addAll(List.of("true", "false"));
      }
    });
    return List.copyOf(found);
  }

  private boolean passes(List<Literal> literals, String value) {
    ContextValue one = ContextValue.Present.of(value);
    return literals.stream().allMatch(l -> l.fits(key.test(l.part().each(), one)));
  }

  private Answer<String> text(List<Literal> literals, boolean mayBeEmpty) {
    List<List<Clause>> queries = new ArrayList<>();
    List<Clause> first = new ArrayList<>(limits);
    first.addAll(usual.clauses());
    if (!mayBeEmpty) {
      first.add(Clause.unwanted(EMPTY));
    }
    queries.add(first);
    for (Literal l : literals) {
      List<List<Clause>> more = new ArrayList<>();
      for (List<Clause> query : queries) {
        for (List<Clause> way : ways(l)) {
          List<Clause> longer = new ArrayList<>(query);
          longer.addAll(way);
          more.add(longer);
        }
      }
      queries = more;
      if (queries.size() > 64) {
        return new Answer.Open<>("has too many conditions");
      }
    }
    Answer<String> worst = new Answer.None<>();
    for (List<Clause> query : queries) {
      Answer<String> answer = TextSearch.find(query);
      if (answer instanceof Answer.Found) {
        return answer;
      }
      worst = answer.isNone() ? worst : answer;
    }
    return worst.isNone() && literals.stream().anyMatch(ValueSearch::isManifold)
        ? new Answer.Open<>("compares letters that have more than one lower case")
        : worst;
  }

  private static boolean isManifold(Literal literal) {
    Operator.Base base = literal.operator().base();
    boolean anyCase =
        base == Operator.Base.STRING_EQUALS_IGNORE_CASE
            || base == Operator.Base.STRING_NOT_EQUALS_IGNORE_CASE;
    return anyCase
        && literal.part().condition().values().stream().anyMatch(v -> !Letters.arePlain(v.value()));
  }

  /** The ways in which a value passes, or fails, a test; one of them must be gone. */
  private List<List<Clause>> ways(Literal literal) {
    Operator.Base base = literal.operator().base();
    if (base == Operator.Base.BOOL) {
      return bool(literal);
    }
    List<Pattern> patterns = new ArrayList<>();
    boolean malformed = false;
    for (Located value : literal.part().condition().values()) {
      Optional<Pattern> pattern = pattern(base, value, literal.part().policy().version2012());
      malformed |= isArn(base) && pattern.isPresent() && pattern.get().shape().isMalformed();
      pattern.ifPresent(patterns::add);
    }
    Clause some = Clause.wanted(patterns);
    Clause none = Clause.unwanted(patterns);
    if (!isArn(base)) {
      return List.of(List.of(literal.met() != base.negated() ? some : none));
    }
    Clause arn = Clause.wanted(ARN);
    Clause noArn = Clause.unwanted(ARN);
    if (!base.negated()) {
      return literal.met() ? List.of(List.of(arn, some)) : List.of(List.of(noArn), List.of(none));
    }
    if (literal.met()) {
      return malformed ? List.of() : List.of(List.of(arn, none));
    }
    boolean maybe = patterns.stream().anyMatch(p -> !p.shape().whole());
    return malformed || maybe ? List.of(List.of()) : List.of(List.of(noArn), List.of(some));
  }

  /** What is not the text true counts as false. */
  private static List<List<Clause>> bool(Literal literal) {
    List<Located> wanted = literal.part().condition().values();
    boolean yes = wanted.stream().anyMatch(w -> w.value().equalsIgnoreCase("true"));
    boolean no = wanted.stream().anyMatch(w -> w.value().equalsIgnoreCase("false"));
    List<Pattern> isTrue = List.of(new Pattern(Shape.literal("true"), true, Mode.MAY));
    List<List<Clause>> ways = new ArrayList<>();
    if (yes == literal.met()) {
      ways.add(List.of(Clause.wanted(isTrue)));
    }
    if (no == literal.met()) {
      ways.add(List.of(Clause.unwanted(isTrue)));
    }
    return ways;
  }

  private Optional<Pattern> pattern(Operator.Base base, Located value, boolean variables) {
    Map<String, Optional<String>> known = values.known();
    String text = value.value();
    if (isArn(base)) {
      return Shape.arn(text, variables, known).map(Pattern::of);
    }
    return switch (base) {
      case STRING_LIKE, STRING_NOT_LIKE -> Shape.like(text, variables, known).map(Pattern::of);
      case STRING_EQUALS_IGNORE_CASE, STRING_NOT_EQUALS_IGNORE_CASE ->
          Shape.equal(text, variables, known).map(s -> new Pattern(s, true, Mode.MAY));
      default -> Shape.equal(text, variables, known).map(Pattern::of);
    };
  }

  private static boolean isArn(Operator.Base base) {
    return base.text().startsWith("Arn");
  }
}
