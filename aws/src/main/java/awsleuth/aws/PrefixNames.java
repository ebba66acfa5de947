package awsleuth.aws;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What stands for a service prefix in policies that were written from memory. */
final class PrefixNames {

  private final Pack pack = new Pack();
  private final IamActions table = new IamActions();

  /**
   * The prefixes that a word may stand for: of the service that is known by it, such as {@code
   * states} for {@code stepfunctions}, then those spelt nearly so.
   */
  List<String> near(String word, List<String> prefixes, int max) {
    Set<String> near = new LinkedHashSet<>();
    List<String> named = pack.table(Pack.Table.NAMES).find(ServiceNames.fold(word));
    if (!named.isEmpty()) {
      near.add(pack.table(Pack.Table.SERVICES).find(named.get(1)).get(5));
    }
    near.addAll(Nearest.to(word, prefixes, max));
    return List.copyOf(near);
  }

  /** The actions of another name that the operation of that name needs; empty if none. */
  List<String> actionsOfOperation(String prefix, String operation) {
    List<String> line = pack.table(Pack.Table.ACTIONS).find(prefix);
    List<String> actions = new ArrayList<>();
    for (String service : line.isEmpty() ? List.<String>of() : Fields.words(line.get(1))) {
      actions.addAll(table.exceptions(service, operation));
    }
    return actions.stream().filter(a -> a.indexOf(IamActions.METHOD) < 0).distinct().toList();
  }
}
