package awsleuth.iam.repair;

import awsleuth.iam.Authorizer;
import awsleuth.iam.Decision;
import awsleuth.iam.Dependency;
import awsleuth.iam.PolicySet;
import awsleuth.iam.Result;
import awsleuth.iam.policy.AllowAll;
import awsleuth.iam.policy.PolicyType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Changes of policies that allow a request only with some values of keys that are not known. */
final class ConditionalChange {

  private static final String CALLERS =
      "the caller's identity-based policies, which were not given, allow it";

  private ConditionalChange() {}

  /**
   * The changes, with the values; empty where none of the values tried is allowed.
   *
   * @param decided what the request comes to after the steps: unknown
   */
  static Optional<Ranked> of(
      PolicySet before,
      PolicySet changed,
      Decision decided,
      List<PolicyChange> steps,
      Neighbours neighbours,
      Proving proving) {
    Optional<Map<String, String>> context = allowed(decided);
    if (context.isPresent()) {
      Map<String, String> values = context.get();
      List<PolicyChange> files = Files.of(before, changed, steps);
      String title = Repairs.title(files) + "; " + ContextChanges.title(values);
      Widened widened = neighbours.supposing(values).widened(before, changed, steps);
      Proof proof = proving.of(changed, widened, values);
      Proposal proposal = new Proposal(title, files, values, widened.words(), Optional.of(proof));
      return Optional.of(Ranked.of(proposal, steps, widened));
    }
    return lacksCallers(changed, decided) && !steps.isEmpty()
        ? Optional.of(byCallers(before, changed, steps, neighbours, proving))
        : Optional.empty();
  }

  /** Whether the caller's own policies, which were not given, are all that is open. */
  private static boolean lacksCallers(PolicySet changed, Decision decided) {
    return decided.notGiven().contains(PolicySet.NotGiven.IDENTITY)
        && Authorizer.of(changed.withIdentity(List.of(AllowAll.of(PolicyType.IDENTITY))))
                .decide(decided.request())
            == Result.ALLOWED;
  }

  private static Ranked byCallers(
      PolicySet before,
      PolicySet changed,
      List<PolicyChange> steps,
      Neighbours neighbours,
      Proving proving) {
    List<PolicyChange> files = Files.of(before, changed, steps);
    Widened widened = neighbours.widened(before, changed, steps);
    Proof proof = proving.of(changed, widened, Map.of()).onlyWhere(CALLERS);
    return Ranked.of(
        new Proposal(Repairs.title(files), files, Map.of(), widened.words(), Optional.of(proof)),
        steps,
        widened);
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
