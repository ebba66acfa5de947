package awsleuth.iam;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The statements that are about one action, by what they do. */
final class Relevant {

  private static final Rule[] NO_RULES = {};

  private final Rule[] denies;
  private final Map<Layer, Rule[]> allows = new EnumMap<>(Layer.class);
  private final Rule[][] levels;

  Relevant(List<Rule> rules, PolicySet set) {
    List<Rule> denying = new ArrayList<>();
    Map<Layer, List<Rule>> allowing = new EnumMap<>(Layer.class);
    List<List<Rule>> byLevel = new ArrayList<>();
    set.scps().forEach(_ -> byLevel.add(new ArrayList<>()));
    for (Rule rule : rules) {
      if (rule.denies()) {
        denying.add(rule);
      } else if (rule.layer() == Layer.SCP) {
        byLevel.get(rule.level()).add(rule);
      } else {
        allowing.computeIfAbsent(rule.layer(), _ -> new ArrayList<>()).add(rule);
      }
    }
    denies = denying.toArray(NO_RULES);
    allowing.forEach((layer, those) -> allows.put(layer, those.toArray(NO_RULES)));
    levels = byLevel.stream().map(those -> those.toArray(NO_RULES)).toArray(Rule[][]::new);
  }

  /** The denying statements of all layers. */
  Rule[] denies() {
    return denies;
  }

  /** The allowing statements of a layer other than that of service control policies. */
  Rule[] allows(Layer layer) {
    return allows.getOrDefault(layer, NO_RULES);
  }

  /** The allowing service control policies' statements, by level. */
  Rule[][] levels() {
    return levels;
  }
}
