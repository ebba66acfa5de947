package awsleuth.iam.diff;

import awsleuth.aws.IamCatalog;
import awsleuth.iam.check.CheckedRequest;
import awsleuth.iam.diff.TextSearch.Clause;
import awsleuth.iam.diff.TextSearch.Pattern;
import awsleuth.iam.match.Shape;
import awsleuth.iam.request.ContextValue;
import awsleuth.iam.request.Request;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Finds resources of which some parts hold and others do not, for all callers and suppositions:
 * they depend on values of the variables that the parts have, and on nothing else.
 */
final class Resources {

  private static final List<Clause> ANYTHING =
      List.of(Clause.wanted(List.of(Pattern.of(Shape.arns()), Pattern.of(Shape.literal("*")))));

  private static final int MOST_KNOWN = 20_000;

  /** Beside so many parts a resource is looked for that is not odd; beside more it takes long. */
  private static final int MOST_PLAIN = 12;

  private final Parts parts;
  private final IamCatalog catalog;
  private final Heads heads;
  private final Map<Asked, Answer<ContextValue>> known = new HashMap<>();
  private final Map<OfPart, List<Pattern>> patterns = new HashMap<>();
  private final Map<OfAction, Boolean> made = new HashMap<>();
  private final Map<Integer, Set<String>> variables = new HashMap<>();

  /**
   * What is asked.
   *
   * @param like what it is to look like
   * @param values those of the variables of the parts
   */
  private record Asked(
      Targets like, BitSet holds, BitSet not, Map<String, Optional<String>> values) {}

  private record OfAction(String action, String resource) {}

  private record OfPart(int part, Map<String, Optional<String>> values) {}

  Resources(Parts parts, IamCatalog catalog) {
    this.parts = parts;
    this.catalog = catalog;
    this.heads = new Heads(parts);
  }

  Parts parts() {
    return parts;
  }

  /**
   * A resource, as a single value.
   *
   * @param action one that is about it; empty for any
   * @param holds the parts that hold, all about the resource
   * @param not those that do not
   */
  Answer<ContextValue> find(String action, BitSet holds, BitSet not, Supposed values) {
    if (holds.intersects(not) || heads.areApart(holds)) {
      return new Answer.None<>();
    }
    BitSet near = (BitSet) not.clone();
    heads.removeApart(holds, near);
    BitSet both = (BitSet) holds.clone();
    both.or(near);
    Targets like = action.isEmpty() ? Targets.ANY : parts.targets(action, catalog);
    if (!action.isEmpty() && like == Targets.ANY) {
      return new Answer.None<>();
    }
    Asked asked = new Asked(like, holds, near, ofVariables(both, values));
    Answer<ContextValue> answer = known.get(asked);
    if (answer == null) {
      if (known.size() > MOST_KNOWN) {
        known.clear();
        patterns.clear();
      }
      answer = action.isEmpty() ? search(asked, ANYTHING) : aimed(asked);
      known.put(asked, answer);
    }
    return answer;
  }

  /** Whether AWS makes a request with such an action and resource, whoever makes it. */
  boolean isMade(Request request) {
    if (made.size() > MOST_KNOWN) {
      made.clear();
    }
    return made.computeIfAbsent(
        new OfAction(request.action(), request.resource()),
        _ -> CheckedRequest.of(request, catalog).isMade());
  }

  private Map<String, Optional<String>> ofVariables(BitSet about, Supposed values) {
    if (values.known().isEmpty()) {
      return Map.of();
    }
    Map<String, Optional<String>> all = new TreeMap<>();
    for (int part = about.nextSetBit(0); part >= 0; part = about.nextSetBit(part + 1)) {
      all.putAll(ofVariables(part, values.known()));
    }
    return all;
  }

  private Map<String, Optional<String>> ofVariables(
      int part, Map<String, Optional<String>> values) {
    Map<String, Optional<String>> all = new TreeMap<>();
    for (String key : variables.computeIfAbsent(part, p -> Parts.variables(parts.get(p)))) {
      Optional<String> value = values.get(key);
      if (value != null) {
        all.put(key, value);
      }
    }
    return all;
  }

  private Answer<ContextValue> aimed(Asked asked) {
    for (List<Clause> like : asked.like().plain()) {
      Answer<ContextValue> answer = search(asked, like);
      if (!answer.isNone()) {
        return answer;
      }
    }
    return search(asked, asked.like().all()).isNone() ? new Answer.None<>() : wide(asked);
  }

  private Answer<ContextValue> wide(Asked asked) {
    Answer<ContextValue> odd = new Answer.None<>();
    for (List<Clause> like : asked.like().wide()) {
      Answer<ContextValue> answer = search(asked, like);
      if (answer instanceof Answer.Found<ContextValue> f
          && f.value() instanceof ContextValue.Present p
          && asked.holds().cardinality() + asked.not().cardinality() <= MOST_PLAIN
          && Targets.isOdd(p.values().getFirst())) {
        odd = odd.isNone() ? answer : odd;
        List<Clause> plain = new ArrayList<>(like);
        plain.addAll(Targets.PLAIN);
        answer = search(asked, plain);
      }
      if (answer instanceof Answer.Found || (odd.isNone() && !answer.isNone())) {
        return answer;
      }
    }
    return odd;
  }

  private Answer<ContextValue> search(Asked asked, List<Clause> like) {
    List<Clause> clauses = new ArrayList<>(like);
    parts.in(asked.holds()).forEach(p -> clauses.add(clause(p, true, asked.values())));
    parts.in(asked.not()).forEach(p -> clauses.add(clause(p, false, asked.values())));
    return switch (TextSearch.find(clauses)) {
      case Answer.Found<String> f -> new Answer.Found<>(ContextValue.Present.of(f.value()));
      case Answer.None<String> _ -> new Answer.None<>();
      case Answer.Open<String> o -> new Answer.Open<>("the resource: " + o.why());
    };
  }

  private Clause clause(Part part, boolean holds, Map<String, Optional<String>> values) {
    Part.OfResource resource = (Part.OfResource) part;
    List<Pattern> all =
        patterns.computeIfAbsent(
            new OfPart(part.number(), ofVariables(part.number(), values)),
            of -> patterns(resource, of.values()));
    return holds != resource.elements().negated() ? Clause.wanted(all) : Clause.unwanted(all);
  }

  private static List<Pattern> patterns(
      Part.OfResource part, Map<String, Optional<String>> values) {
    return part.elements().values().stream()
        .flatMap(p -> Shape.resource(p, part.policy(), values).stream())
        .map(Pattern::of)
        .toList();
  }
}
