package awsleuth.collect.doctor;

import awsleuth.collect.probe.Result;
import awsleuth.core.evidence.ProbeResult;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What two ways find of one thing, such as the proxy that both go by: the later finding refers to
 * the earlier, and is not diagnosed again.
 */
final class Repeated {

  private Repeated() {}

  /** The steps, with the later ones of such findings marked. */
  static List<Step> marked(List<Step> steps) {
    Map<String, Step> first = new HashMap<>();
    List<Step> marked = new ArrayList<>();
    for (Step step : steps) {
      String thing = step.result() instanceof Result.Finding f ? thing(step.kind(), f) : "";
      Step before = thing.isEmpty() ? null : first.putIfAbsent(thing, step);
      marked.add(before == null ? step : after(before, step));
    }
    return List.copyOf(marked);
  }

  /** What a finding is of; empty where that is of one way alone. */
  private static String thing(StepKind kind, Result.Finding finding) {
    return switch (kind) {
      case DNS, TCP, PROXY -> finding.facts().containsKey("proxy") ? finding.words() : "";
      case CLOCK -> "clock";
      case TLS -> finding.words() + finding.facts().getOrDefault("issuer", "");
      case IDENTITY, CALL -> finding.facts().containsKey("status") ? finding.words() : "";
      case CREDENTIALS -> isOfContainer(finding.raised()) ? "container" : "";
      case CONTAINER -> "container";
      case PYTHON, CONFIG, REGION, METADATA, ENDPOINT, HTTP -> "";
    };
  }

  /** Both where it does not answer well, and where a member is missing in the answer. */
  private static boolean isOfContainer(String raised) {
    return raised.contains("from container-role") || raised.contains("KeyError: ");
  }

  private static Step after(Step before, Step step) {
    Map<String, String> facts = new LinkedHashMap<>(step.result().facts());
    facts.put(ProbeResult.SAME_AS, String.valueOf(before.number()));
    Result same =
        new Result.Finding(
            step.result().words() + "; the same as (" + before.number() + ")",
            Map.copyOf(facts),
            "");
    return new Step(step.number(), step.kind(), step.call(), same, step.took(), step.commands());
  }
}
