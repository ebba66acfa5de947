package awsleuth.iam;

import awsleuth.iam.match.KeyTable;
import awsleuth.iam.policy.Policy;
import awsleuth.iam.policy.Statement;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * All statements of a policy set made ready for decisions. Which statements are about an action is
 * remembered, as far as there is room.
 */
final class Program {

  /**
   * How much is remembered, in words of memory: enough for the some 22,000 actions that AWS has
   * against policies of usual size. Then all is forgotten, so that names that come from no service
   * cannot fill it for good.
   */
  private static final long MOST = 1 << 21;

  /** What is kept for an action beside its statements and the letters of its name, about. */
  private static final long OVERHEAD = 64;

  private final PolicySet set;
  private final KeyTable keys = new KeyTable();
  private final ActionIndex index = new ActionIndex();
  private final List<Rule> rules = new ArrayList<>();
  private final Set<String> canonicalUsers = new LinkedHashSet<>();
  private final Map<String, Relevant> seen = new ConcurrentHashMap<>();
  private final AtomicLong room = new AtomicLong(MOST);

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
        index.add(rules.size(), statement.actions());
        Rule rule = new Rule(layer, level, policy, statement, keys);
        canonicalUsers.addAll(rule.canonicalUsers());
        rules.add(rule);
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

  /** The canonical user IDs that the policies name; which accounts have them is not known. */
  Set<String> canonicalUsers() {
    return canonicalUsers;
  }

  /** The statements that are about an action. */
  Relevant about(String action) {
    Relevant known = seen.get(action);
    return known == null ? look(action) : known;
  }

  private Relevant look(String action) {
    List<Rule> about = index.about(action).stream().mapToObj(rules::get).toList();
    Relevant found = new Relevant(about, set);
    long size = OVERHEAD + action.length() + about.size();
    if (room.addAndGet(-size) < 0) {
      seen.clear();
      room.set(MOST);
    } else {
      seen.put(action, found);
    }
    return found;
  }
}
