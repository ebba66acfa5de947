package awsleuth.iam.diff;

import awsleuth.iam.diff.TextSearch.Clause;
import awsleuth.iam.diff.TextSearch.Pattern;
import awsleuth.iam.match.Shape;
import awsleuth.iam.policy.Located;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Names of actions for each set of statements that may be about one, whether AWS has an action of
 * the name or not. The names of one service are looked through at a time, and those that are
 * written out are left aside until a name that is found is one of them.
 */
final class UnknownActions {

  /** What an action looks like: one colon, and something on both sides of it. */
  private static final Clause ACTION = Clause.wanted(List.of(Pattern.of(Shape.action())));

  private static final String ANY_SERVICE = "";

  private final Map<String, Map<String, BitSet>> wild = new TreeMap<>();
  private final Set<String> plain = new TreeSet<>();
  private final Set<String> names = new LinkedHashSet<>();
  private boolean cut;

  UnknownActions(List<Term> terms) {
    for (Term term : terms) {
      for (Located action : term.statement().actions().values()) {
        add(action.value().toLowerCase(Locale.ROOT), term.number());
      }
    }
  }

  private void add(String pattern, int term) {
    if (isPlain(pattern)) {
      plain.add(pattern);
      return;
    }
    wild.computeIfAbsent(service(pattern), _ -> new LinkedHashMap<>())
        .computeIfAbsent(pattern, _ -> new BitSet())
        .set(term);
  }

  private static boolean isPlain(String pattern) {
    return pattern.indexOf('*') < 0 && pattern.indexOf('?') < 0;
  }

  /** The service that a pattern names; empty where it may be of several. */
  private static String service(String pattern) {
    int colon = pattern.indexOf(':');
    String service = colon < 0 ? ANY_SERVICE : pattern.substring(0, colon);
    return isPlain(service) ? service : ANY_SERVICE;
  }

  /** The names, in lower case. */
  Set<String> names() {
    Set<String> services = new TreeSet<>(wild.keySet());
    plain.stream().filter(UnknownActions::isAction).forEach(p -> services.add(service(p)));
    services.remove(ANY_SERVICE);
    names.addAll(plain.stream().filter(UnknownActions::isAction).toList());
    for (String service : services) {
      search(wanted(service + ":?*"), wild.getOrDefault(service, Map.of()));
    }
    List<Clause> others = new ArrayList<>(List.of(ACTION));
    others.add(
        Clause.unwanted(services.stream().map(s -> Pattern.of(Shape.action(s + ":*"))).toList()));
    search(others, Map.of());
    return names;
  }

  /** Whether there may be more, since a search reached its limit. */
  boolean isCut() {
    return cut;
  }

  private static boolean isAction(String name) {
    int colon = name.indexOf(':');
    return colon > 0 && colon < name.length() - 1 && name.indexOf(':', colon + 1) < 0;
  }

  private static List<Clause> wanted(String pattern) {
    return List.of(ACTION, Clause.wanted(List.of(Pattern.of(Shape.action(pattern)))));
  }

  /** Looks through the names that are as some clauses say. */
  private void search(List<Clause> all, Map<String, BitSet> ofService) {
    Map<BitSet, List<Pattern>> byTerms = new LinkedHashMap<>();
    Map<String, BitSet> patterns = new LinkedHashMap<>(ofService);
    patterns.putAll(wild.getOrDefault(ANY_SERVICE, Map.of()));
    patterns.forEach((text, terms) ->
        byTerms.computeIfAbsent(terms, _ -> new ArrayList<>()).add(Pattern.of(Shape.action(text))));
    List<Clause> clauses = new ArrayList<>(all);
    byTerms.values().forEach(p -> clauses.add(Clause.wanted(p)));
    Product product = new Product(clauses, all.size());
    Map<BitSet, String> found = product.matches();
    cut |= product.isCut();
    found.forEach((matched, name) -> add(clauses, all.size(), matched, name));
  }

  private void add(List<Clause> clauses, int always, BitSet matched, String name) {
    if (!plain.contains(name)) {
      names.add(name);
      return;
    }
    String service = service(name);
    List<Clause> wanted = new ArrayList<>(clauses.subList(0, always));
    for (int c = always; c < clauses.size(); c++) {
      List<Pattern> patterns = clauses.get(c).patterns();
      wanted.add(matched.get(c) ? Clause.wanted(patterns) : Clause.unwanted(patterns));
    }
    wanted.add(
        Clause.unwanted(
            plain.stream()
                .filter(p -> service(p).equals(service))
                .map(p -> Pattern.of(Shape.literal(p)))
                .toList()));
    switch (new Product(wanted).find()) {
      case Answer.Found<String> f -> names.add(f.value());
      case Answer.None<String> _ -> {}
      case Answer.Open<String> _ -> cut = true;
    }
  }
}
