package awsleuth.iam;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** The statements that are about one action, by what they do. */
final class Relevant {

  private static final Rule[] NO_RULES = {};

  private final Rule[] denies;
  private final Map<Layer, Rule[]> allows = new EnumMap<>(Layer.class);
  private final Rule[][] levels;

  Relevant(List<Rule> rules, PolicySet set) {
    denies = those(rules, Rule::denies);
    List<Rule> allowing = rules.stream().filter(r -> !r.denies()).toList();
    for (Layer layer : Layer.values()) {
      allows.put(layer, those(allowing, r -> r.layer() == layer));
    }
    levels = new Rule[set.scps().size()][];
    for (int i = 0; i < levels.length; i++) {
      int level = i;
      levels[i] = those(allowing, r -> r.layer() == Layer.SCP && r.level() == level);
    }
  }

  private static Rule[] those(List<Rule> rules, Predicate<Rule> wanted) {
    Rule[] found = rules.stream().filter(wanted).toArray(Rule[]::new);
    return found.length == 0 ? NO_RULES : found;
  }

  /** The denying statements of all layers. */
  Rule[] denies() {
    return denies;
  }

  /** The allowing statements of a layer. */
  Rule[] allows(Layer layer) {
    return allows.getOrDefault(layer, NO_RULES);
  }

  /** The allowing service control policies' statements, by level. */
  Rule[][] levels() {
    return levels;
  }
}
