package awsleuth.iam.diff;

import awsleuth.aws.ConditionKey;
import awsleuth.aws.IamCatalog;
import awsleuth.iam.diff.TextSearch.Clause;
import awsleuth.iam.request.ContextValue;
import awsleuth.iam.request.DocumentedKeys;
import awsleuth.iam.request.Request;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Whether some parts can hold while others do not, one resource or key at a time: they depend on
 * each other through policy variables alone, whose values are supposed.
 */
final class Solver {

  private static final Set<String> ENDPOINT_ONLY =
      Set.of("aws:sourcevpc", "aws:sourcevpce", "aws:sourcevpcarn", "aws:vpcsourceip");

  private static final int MOST_KEPT = 2000;
  private static final int MOST_KNOWN = 20_000;

  private final Parts parts;
  private final Resources resources;
  private final IamCatalog catalog;
  private final Caller caller;
  private final Supposed values;
  private final Map<Asked, Answer<ContextValue>> known = new HashMap<>();
  private final Map<Supposed, Solver> others;

  /** What holds and what does not of one key. */
  private record Asked(String key, BitSet holds, BitSet not) {}

  /** For a caller of whom nothing is supposed. */
  Solver(Resources resources, IamCatalog catalog, Caller caller) {
    this(resources, catalog, caller, Supposed.NONE, new HashMap<>());
  }

  private Solver(
      Resources resources,
      IamCatalog catalog,
      Caller caller,
      Supposed values,
      Map<Supposed, Solver> others) {
    this.parts = resources.parts();
    this.resources = resources;
    this.catalog = catalog;
    this.caller = caller;
    this.values = values;
    this.others = others;
  }

  Parts parts() {
    return parts;
  }

  Caller caller() {
    return caller;
  }

  Supposed values() {
    return values;
  }

  /** The same with other suppositions; it keeps what it finds as long as there are not too many. */
  Solver with(Supposed supposed) {
    if (others.size() > MOST_KEPT) {
      others.clear();
    }
    return others.computeIfAbsent(supposed, v -> new Solver(resources, catalog, caller, v, others));
  }

  /**
   * What a request may have for a resource (as a single value) or a key.
   *
   * @param holds the parts that hold, also of other resources and keys
   * @param not those that do not
   */
  Answer<ContextValue> find(String dimension, BitSet holds, BitSet not) {
    BitSet about = parts.about(dimension);
    BitSet yes = common(holds, about);
    BitSet no = common(not, about);
    if (yes.intersects(no)) {
      return new Answer.None<>();
    }
    if (dimension.isEmpty()) {
      return resources.find("", yes, no, values);
    }
    Asked asked = new Asked(dimension, yes, no);
    Answer<ContextValue> answer = known.get(asked);
    if (answer == null) {
      if (known.size() > MOST_KNOWN) {
        known.clear();
      }
      answer = key(dimension, yes, no);
      known.put(asked, answer);
    }
    return answer;
  }

  /** A resource that an action is about. */
  Answer<ContextValue> aimed(BitSet holds, BitSet not, String action) {
    return resources.find(action, holds, not, values);
  }

  /** Whether AWS makes a request with such an action and resource. */
  boolean isMade(Request request) {
    return resources.isMade(request);
  }

  private List<KeySearch.Literal> literals(BitSet holds, BitSet not) {
    List<KeySearch.Literal> literals = new ArrayList<>();
    parts.in(holds).forEach(p -> literals.add(new KeySearch.Literal((Part.OfKey) p, true)));
    parts.in(not).forEach(p -> literals.add(new KeySearch.Literal((Part.OfKey) p, false)));
    return literals;
  }

  private Answer<ContextValue> key(String key, BitSet holds, BitSet not) {
    List<KeySearch.Literal> literals = literals(holds, not);
    ContextValue fixed = fixed(key);
    if (fixed != null) {
      return search(key, literals, Usual.ANY).fits(fixed)
          ? new Answer.Found<>(fixed)
          : new Answer.None<>();
    }
    boolean rather = holds.isEmpty() && ENDPOINT_ONLY.contains(key);
    Answer<ContextValue> any = search(key, literals, Usual.surely(key)).find(possible(key), rather);
    Usual usual = usual(key);
    boolean odd = any instanceof Answer.Found<ContextValue> f && !isUsual(key, usual, f.value());
    if (odd || any instanceof Answer.Open) {
      Answer<ContextValue> better =
          search(key, literals, usual).find(possible(key).present(isAlwaysThere(key)), rather);
      if (better instanceof Answer.Found<ContextValue> b && isUsual(key, usual, b.value())) {
        return better;
      }
      if (odd && !better.isNone() && !usual.examples().isEmpty()) {
        String name = "`" + parts.spelling(key) + "`";
        return new Answer.Open<>(name + " is compared as text, which not each of its values is");
      }
    }
    return any instanceof Answer.Open<ContextValue> o
        ? new Answer.Open<>("`" + parts.spelling(key) + "` " + o.why())
        : any;
  }

  /** Whether a request that AWS makes may have it. */
  boolean isUsual(String key, ContextValue value) {
    String lower = key.toLowerCase(Locale.ROOT);
    return isUsual(lower, usual(lower), value);
  }

  /** The values that requests of AWS can have for a key, in lower case. */
  Usual usual(String key) {
    return Usual.of(key, parts.documented(key, catalog));
  }

  /** Whether a key may have a value in a box, as far as the conditions that are about it tell. */
  boolean fits(String key, ContextValue value, BitSet holds, BitSet not) {
    BitSet about = parts.about(key);
    List<KeySearch.Literal> literals = literals(common(holds, about), common(not, about));
    return search(key, literals, Usual.ANY).fits(value);
  }

  /** Whether a request of a box may be without a key. */
  boolean mayLack(String key, BitSet holds, BitSet not) {
    String lower = key.toLowerCase(Locale.ROOT);
    return fixed(lower) == null
        && possible(lower).absent()
        && fits(lower, ContextValue.ABSENT, holds, not);
  }

  private static BitSet common(BitSet some, BitSet others) {
    BitSet both = (BitSet) some.clone();
    both.and(others);
    return both;
  }

  private static boolean isUsual(String key, Usual usual, ContextValue value) {
    return value instanceof ContextValue.Absent ? !isAlwaysThere(key) : usual.has(value);
  }

  private KeySearch search(String key, List<KeySearch.Literal> literals, Usual usual) {
    List<Clause> limits = caller.limits().getOrDefault(key, List.of());
    return new KeySearch(key, literals, limits, usual, values, parts.keys());
  }

  private @org.jspecify.annotations.Nullable ContextValue fixed(String key) {
    Optional<String> value = values.known().getOrDefault(key, Optional.empty());
    return value.isPresent() ? ContextValue.Present.of(value.get()) : caller.fixed().get(key);
  }

  private KeySearch.Possible possible(String key) {
    boolean limited = caller.limits().containsKey(key);
    boolean one = mayBeOne(key);
    boolean list = mayBeList(key);
    if (values.open().contains(key)) {
      return new KeySearch.Possible(false, true, false);
    }
    if (values.known().containsKey(key)) {
      return new KeySearch.Possible(!limited, false, list);
    }
    return new KeySearch.Possible(!limited, one, list && !limited);
  }

  /** Whether a request may have a value that is not a list, which a variable can stand for. */
  boolean mayBeOne(String key) {
    Optional<ConditionKey> found = parts.documented(key, catalog);
    return found.isEmpty() || !found.get().multivalued();
  }

  private boolean mayBeList(String key) {
    Optional<ConditionKey> found = parts.documented(key, catalog);
    return found.isEmpty() || found.get().multivalued();
  }

  /** Whether every request has a key, so that one without it is none that AWS makes. */
  static boolean isAlwaysThere(String key) {
    return DocumentedKeys.isInEveryRequest(key);
  }
}
