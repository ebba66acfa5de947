package awsleuth.iam.diff;

import awsleuth.aws.IamCatalog;
import awsleuth.aws.IamService;
import awsleuth.iam.ActionIndex;
import awsleuth.iam.match.Glob;
import awsleuth.iam.policy.Located;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Divides all actions, those of AWS's data and all other names, by the statements about them. */
final class ActionGroups {

  private final List<Term> terms;
  private final IamCatalog catalog;
  private final ActionIndex index = new ActionIndex();
  private final Map<BitSet, List<String>> groups = new LinkedHashMap<>();
  private Optional<BitSet> others = Optional.empty();

  private ActionGroups(List<Term> terms, IamCatalog catalog) {
    this.terms = terms;
    this.catalog = catalog;
    terms.forEach(t -> index.add(t.number(), t.statement().actions()));
  }

  /**
   * The groups that any statement is about.
   *
   * @param open gets what could not be looked through
   */
  static List<ActionGroup> of(List<Term> terms, IamCatalog catalog, List<Undecided> open) {
    ActionGroups groups = new ActionGroups(terms, catalog);
    groups.known();
    List<ActionGroup> all = new ArrayList<>();
    groups.groups.forEach((about, names) ->
        all.add(
            new ActionGroup(
                about,
                List.copyOf(names),
                groups.others.filter(about::equals).isPresent(),
                false)));
    all.addAll(groups.unknown(open));
    all.removeIf(g -> g.terms().isEmpty());
    return all;
  }

  private void known() {
    Set<String> named = prefixes();
    for (String prefix : catalog.prefixes()) {
      boolean other = named.stream().noneMatch(n -> matches(n, prefix));
      if (other && others.isPresent()) {
        continue;
      }
      IamService service = catalog.service(prefix).orElseThrow();
      for (String name : service.actionNames()) {
        BitSet about = index.about(prefix + ":" + name);
        groups.computeIfAbsent(about, _ -> new ArrayList<>()).add(prefix + ":" + name);
        others = other ? Optional.of(about) : others;
      }
    }
  }

  /** What statements name before the colon, in lower case; a lone star names no service. */
  private Set<String> prefixes() {
    Set<String> named = new TreeSet<>();
    for (Term term : terms) {
      for (Located action : term.statement().actions().values()) {
        String text = action.value().toLowerCase(Locale.ROOT);
        int colon = text.indexOf(':');
        if (colon >= 0) {
          named.add(text.substring(0, colon));
        } else if (!text.chars().allMatch(c -> c == '*')) {
          named.add("*");
        }
      }
    }
    return named;
  }

  private static boolean matches(String pattern, String prefix) {
    return (pattern.indexOf('*') < 0 && pattern.indexOf('?') < 0)
        ? pattern.equals(prefix)
        : Glob.of(pattern).matches(prefix);
  }

  /** Groups of names that no action of AWS's data is in. */
  private List<ActionGroup> unknown(List<Undecided> open) {
    UnknownActions unknown = new UnknownActions(terms);
    List<ActionGroup> found = new ArrayList<>();
    Set<BitSet> seen = new HashSet<>(groups.keySet());
    for (String name : unknown.names()) {
      BitSet about = index.about(name);
      if (seen.add(about)) {
        found.add(new ActionGroup(about, List.of(name), false, true));
      }
    }
    if (unknown.isCut()) {
      open.add(
          new Undecided(
              "actions that AWS's data does not have: the patterns are too entangled", List.of()));
    }
    return found;
  }
}
