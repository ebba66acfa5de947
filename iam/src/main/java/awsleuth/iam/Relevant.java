package awsleuth.iam;

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
    denies = rules.stream().filter(Rule::denies).toArray(Rule[]::new);
    for (Layer layer : Layer.values()) {
      allows.put(
          layer,
          rules.stream().filter(r -> !r.denies() && r.layer() == layer).toArray(Rule[]::new));
    }
    levels = new Rule[set.scps().size()][];
    for (int i = 0; i < levels.length; i++) {
      int level = i;
      levels[i] =
          rules.stream()
              .filter(r -> !r.denies() && r.layer() == Layer.SCP && r.level() == level)
              .toArray(Rule[]::new);
    }
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
