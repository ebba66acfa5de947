package awsleuth.iam.repair;

import awsleuth.iam.Decision;
import awsleuth.iam.Dependency;
import awsleuth.iam.PolicySet;
import awsleuth.iam.Result;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Changes of policies that allow a request only with some values of keys that are not known. */
final class ConditionalChange {

  private ConditionalChange() {}

  /**
   * The changes, with the values; empty where none of the values tried is allowed.
   *
   * @param decided what the request comes to after the steps: unknown
   */
  static Optional<Proposal> of(
      PolicySet before,
      PolicySet changed,
      Decision decided,
      List<PolicyChange> steps,
      Neighbours neighbours,
      Proving proving) {
    return allowed(decided)
        .map(values -> {
          List<PolicyChange> files = Files.of(before, changed, steps);
          String title = Repairs.title(files) + "; " + ContextChanges.title(values);
          Widened widened = neighbours.widened(before, changed, steps);
          Proof proof = proving.of(changed, widened, values);
          return new Proposal(title, files, values, widened.words(), Optional.of(proof));
        });
  }

  /** The first of the values tried with which the request is allowed. */
  private static Optional<Map<String, String>> allowed(Decision decided) {
    return decided.dependencies().stream().flatMap(d -> allowed(d).stream()).findFirst();
  }

  private static Optional<Map<String, String>> allowed(Dependency dependency) {
    return dependency.outcomes().stream()
        .filter(o -> o.result() == Result.ALLOWED)
        .findFirst()
        .map(o -> {
          Map<String, String> ordered = new LinkedHashMap<>();
          dependency.keys().forEach(key -> ordered.put(key, o.values().getOrDefault(key, "")));
          return ordered;
        });
  }
}
