package awsleuth.app.verify;

import static awsleuth.app.input.JsonMembers.dicts;
import static awsleuth.app.input.JsonMembers.text;

import awsleuth.app.input.ToldDiagnosis.ToldProof;
import awsleuth.boto.python.PyValue;
import awsleuth.iam.PolicySet;
import awsleuth.iam.policy.Policy;
import awsleuth.iam.policy.PolicyFinder;
import awsleuth.iam.policy.PolicyType;
import awsleuth.iam.policy.Reading;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The policies that a proof recorded.
 *
 * @param before the change
 * @param after the change
 */
record RecordedPolicies(List<Leveled> before, List<Leveled> after) {

  /**
   * A policy.
   *
   * @param level of the organization; empty where nothing tells, and for other types
   */
  record Leveled(String level, Policy policy) {}

  /** Those of a proof; empty where it has none, since they were too long, or one is no policy. */
  static Optional<RecordedPolicies> of(ToldProof proof) {
    List<Leveled> before = new ArrayList<>();
    List<Leveled> after = new ArrayList<>();
    List<PyValue.Dict> documents = dicts(proof.document().get("policies"));
    boolean all = !documents.isEmpty();
    for (PyValue.Dict document : documents) {
      all = all && add(document, "before", before) && add(document, "after", after);
    }
    return all
        ? Optional.of(new RecordedPolicies(List.copyOf(before), List.copyOf(after)))
        : Optional.empty();
  }

  /** Whether a side of a document is a policy, or is none since the policy is new. */
  private static boolean add(PyValue.Dict document, String side, List<Leveled> to) {
    String text = text(document, side);
    if (text.isEmpty()) {
      return side.equals("before");
    }
    List<Policy> found =
        type(text(document, "type")).stream()
            .flatMap(t -> PolicyFinder.only(text(document, "name"), t, text).stream())
            .map(Reading::policy)
            .flatMap(Optional::stream)
            .toList();
    found.forEach(p -> to.add(new Leveled(text(document, "level"), p)));
    return found.size() == 1;
  }

  private static Optional<PolicyType> type(String label) {
    return Stream.of(PolicyType.values())
        .filter(t -> t.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(label))
        .findFirst();
  }

  /** Those before the change, with the settings by which others are decided. */
  PolicySet setBefore(PolicySet other) {
    return set(before).with(other.settings());
  }

  /** What policies come to together. */
  static PolicySet set(List<Leveled> policies) {
    return PolicySet.NONE
        .withIdentity(of(PolicyType.IDENTITY, policies))
        .withResource(
            Stream.of(PolicyType.RESOURCE, PolicyType.TRUST)
                .flatMap(t -> of(t, policies).stream())
                .toList())
        .withBoundary(of(PolicyType.BOUNDARY, policies))
        .withSession(of(PolicyType.SESSION, policies))
        .withEndpoint(of(PolicyType.VPC_ENDPOINT, policies))
        .withScps(levels(PolicyType.SCP, policies))
        .withRcps(levels(PolicyType.RCP, policies));
  }

  private static List<Policy> of(PolicyType type, List<Leveled> policies) {
    return policies.stream().map(Leveled::policy).filter(p -> p.type() == type).toList();
  }

  private static List<PolicySet.Level> levels(PolicyType type, List<Leveled> policies) {
    Map<String, List<Policy>> levels = new LinkedHashMap<>();
    for (Leveled each : policies) {
      if (each.policy.type() == type) {
        String id = each.level.isEmpty() ? PolicySet.Level.UNTOLD : each.level;
        levels.computeIfAbsent(id, _ -> new ArrayList<>()).add(each.policy);
      }
    }
    return levels.entrySet().stream()
        .map(e -> new PolicySet.Level(e.getKey(), List.copyOf(e.getValue())))
        .toList();
  }
}
