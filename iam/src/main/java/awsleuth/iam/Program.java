package awsleuth.iam;

import awsleuth.iam.match.KeyTable;
import awsleuth.iam.policy.Policy;
import awsleuth.iam.policy.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * All statements of a policy set made ready for decisions. An action is looked at once: which
 * statements are about it is remembered.
 */
final class Program {

  /** Services have some 22,000 actions in all; more names than this come from no service. */
  private static final int MOST_ACTIONS = 30_000;

  private final PolicySet set;
  private final KeyTable keys = new KeyTable();
  private final List<Rule> rules = new ArrayList<>();
  private final Map<String, Relevant> seen = new ConcurrentHashMap<>();

  Program(PolicySet set) {
    this.set = set;
    levels(Layer.RCP, set.rcps());
    levels(Layer.SCP, set.scps());
    add(Layer.VPC_ENDPOINT, 0, set.endpoint());
    add(Layer.RESOURCE, 0, set.resource());
    add(Layer.IDENTITY, 0, set.identity());
    add(Layer.BOUNDARY, 0, set.boundary());
    add(Layer.SESSION, 0, set.session());
  }

  private void levels(Layer layer, List<PolicySet.Level> levels) {
    for (int i = 0; i < levels.size(); i++) {
      add(layer, i, levels.get(i).policies());
    }
  }

  private void add(Layer layer, int level, List<Policy> policies) {
    for (Policy policy : policies) {
      for (Statement statement : policy.statements()) {
        rules.add(new Rule(layer, level, policy, statement, keys));
      }
    }
  }

  PolicySet set() {
    return set;
  }

  KeyTable keys() {
    return keys;
  }

  List<Rule> rules() {
    return rules;
  }

  /** The statements that are about an action. */
  Relevant about(String action) {
    Relevant known = seen.get(action);
    if (known == null) {
      String lower = action.toLowerCase(Locale.ROOT);
      known = new Relevant(rules.stream().filter(r -> r.isAbout(lower)).toList(), set);
      if (seen.size() < MOST_ACTIONS) {
        seen.put(action, known);
      }
    }
    return known;
  }
}
