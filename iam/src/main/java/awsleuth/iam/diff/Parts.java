package awsleuth.iam.diff;

import awsleuth.aws.ConditionKey;
import awsleuth.aws.IamCatalog;
import awsleuth.iam.match.ConditionTest;
import awsleuth.iam.match.KeyTable;
import awsleuth.iam.policy.Condition;
import awsleuth.iam.policy.Located;
import awsleuth.iam.policy.Operator;
import awsleuth.iam.policy.Policy;
import awsleuth.iam.policy.PolicyType;
import awsleuth.iam.policy.PolicyVariables;
import awsleuth.iam.policy.Statement;
import awsleuth.iam.request.DocumentedKeys;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The parts of all statements of both sides, each once. */
final class Parts {

  private final KeyTable keys = new KeyTable();
  private final Map<Object, Integer> numbers = new HashMap<>();
  private final List<Part> parts = new ArrayList<>();
  private final Map<String, BitSet> dimensions = new LinkedHashMap<>();
  private final Map<Integer, List<String>> pieces = new HashMap<>();
  private final Map<String, String> spellings = new HashMap<>();
  private final Map<String, Optional<ConditionKey>> documented = new HashMap<>();
  private final Map<String, Targets> targets = new HashMap<>();
  private final Map<Targets.Documented, Targets> alike = new HashMap<>();

  /** What makes two Resource elements the same part; values may have any character in them. */
  private record SameResource(
      boolean negated, boolean version2012, PolicyType type, Set<String> values) {}

  /** What makes two conditions the same part. */
  private record SameCondition(
      String key, Operator operator, boolean variables, Set<String> values) {}

  /** The parts of a statement, in its order: the resource first. */
  List<Part> of(Statement statement, Policy policy) {
    List<Part> found = new ArrayList<>();
    if (statement.resources().present()) {
      found.add(resource(statement, policy));
    }
    for (Condition c : statement.conditions()) {
      found.add(condition(c, policy));
    }
    return List.copyOf(found);
  }

  private Part resource(Statement statement, Policy policy) {
    SameResource same =
        new SameResource(
            statement.resources().negated(),
            policy.version2012(),
            policy.type(),
            values(statement.resources().values()));
    return known(same, n -> new Part.OfResource(n, statement.resources(), policy));
  }

  private Part condition(Condition condition, Policy policy) {
    Operator operator = condition.operator();
    String key = condition.key().value().toLowerCase(Locale.ROOT);
    spellings.putIfAbsent(key, condition.key().value());
    boolean variables = policy.version2012() && operator.base().takesVariables();
    SameCondition same = new SameCondition(key, operator, variables, values(condition.values()));
    return known(same, n -> ofKey(n, key, condition, policy));
  }

  private Part ofKey(int number, String key, Condition c, Policy policy) {
    Operator plain = new Operator(c.operator().base(), Operator.SetPrefix.NONE, false);
    Condition each = new Condition(plain, c.key(), c.values(), c.at());
    return new Part.OfKey(
        number,
        key,
        c,
        policy,
        new ConditionTest(c, policy.version2012(), keys),
        new ConditionTest(each, policy.version2012(), keys));
  }

  private static Set<String> values(List<Located> values) {
    return Set.copyOf(values.stream().map(Located::value).toList());
  }

  private Part known(Object same, java.util.function.IntFunction<Part> make) {
    Integer number = numbers.get(same);
    if (number != null) {
      return parts.get(number);
    }
    Part part = make.apply(parts.size());
    for (Located value : values(part)) {
      PolicyVariables.of(value.value())
          .forEach(v -> spellings.putIfAbsent(v.toLowerCase(Locale.ROOT), v));
    }
    numbers.put(same, parts.size());
    dimensions.computeIfAbsent(part.dimension(), _ -> new BitSet()).set(parts.size());
    parts.add(part);
    return part;
  }

  Part get(int number) {
    return parts.get(number);
  }

  /** The parts of a set. */
  List<Part> in(BitSet numbers) {
    List<Part> some = new ArrayList<>(numbers.cardinality());
    for (int part = numbers.nextSetBit(0); part >= 0; part = numbers.nextSetBit(part + 1)) {
      some.add(parts.get(part));
    }
    return some;
  }

  /** What the values of a part have between wildcards, variables and dividers. */
  List<String> pieces(int number) {
    return pieces.computeIfAbsent(number, n -> Guesses.pieces(parts.get(n)));
  }

  /** The numbers of the parts about the resource (empty) or a key. */
  BitSet about(String dimension) {
    return dimensions.getOrDefault(dimension, new BitSet());
  }

  /** A key as it is written in a policy. */
  String spelling(String key) {
    return spellings.getOrDefault(key, DocumentedKeys.spelling(key));
  }

  /** What AWS documents of a key. */
  Optional<ConditionKey> documented(String key, IamCatalog catalog) {
    return documented.computeIfAbsent(key, k -> catalog.conditionKeys().find(k));
  }

  /** What the resources of an action look like; the same for actions whose resources are. */
  Targets targets(String action, IamCatalog catalog) {
    return targets.computeIfAbsent(
        action,
        a ->
            Targets.Documented.of(a, catalog)
                .map(d -> alike.computeIfAbsent(d, Targets::of))
                .orElse(Targets.ANY));
  }

  /** The table by which the conditions number their keys. */
  KeyTable keys() {
    return keys;
  }

  /** The keys, in lower case, of the policy variables that a part has. */
  static Set<String> variables(Part part) {
    boolean replaced =
        switch (part) {
          case Part.OfResource r -> r.policy().version2012();
          case Part.OfKey k ->
              k.policy().version2012() && k.condition().operator().base().takesVariables();
        };
    Set<String> found = new TreeSet<>();
    for (Located value : replaced ? values(part) : List.<Located>of()) {
      PolicyVariables.of(value.value()).stream()
          .map(v -> v.toLowerCase(Locale.ROOT))
          .filter(v -> v.length() > 1)
          .forEach(found::add);
    }
    return found;
  }

  /** The patterns or values of a part. */
  static List<Located> values(Part part) {
    return switch (part) {
      case Part.OfResource r -> r.elements().values();
      case Part.OfKey k -> k.condition().values();
    };
  }
}
