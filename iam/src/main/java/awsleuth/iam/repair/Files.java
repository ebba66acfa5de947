package awsleuth.iam.repair;

import awsleuth.iam.PolicySet;
import awsleuth.iam.policy.Policy;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What the steps of a proposal come to: one change for each file. */
final class Files {

  private Files() {}

  /**
   * The changes by file.
   *
   * @param before the policies as given
   * @param after the policies after all steps, at the same places
   * @param steps the steps, whose titles and layers are kept
   */
  static List<PolicyChange> of(PolicySet before, PolicySet after, List<PolicyChange> steps) {
    List<Policy> old = before.all();
    List<Policy> now = after.all();
    List<PolicyChange> changes = new ArrayList<>();
    for (int i = 0; i < old.size(); i++) {
      Policy policy = old.get(i);
      boolean told = changes.stream().anyMatch(c -> c.isOfFile(policy));
      if (!policy.text().equals(now.get(i).text()) && !told) {
        changes.add(change(policy, now.get(i).text(), old, steps));
      }
    }
    steps.stream().filter(s -> s.policy().isEmpty()).forEach(changes::add);
    return List.copyOf(changes);
  }

  private static PolicyChange change(
      Policy policy, String after, List<Policy> all, List<PolicyChange> steps) {
    List<PolicyChange> own =
        steps.stream()
            .filter(s -> s.policy().filter(p -> p.name().equals(policy.name())).isPresent())
            .toList();
    PolicyChange first = own.getFirst();
    String titles =
        own.stream().map(PolicyChange::title).distinct().collect(Collectors.joining("; "));
    TextEdit whole = new TextEdit(0, policy.text().length(), after);
    return new PolicyChange(
        first.layer(),
        first.level(),
        Optional.of(policy),
        List.of(whole),
        titles + alsoAs(own, all));
  }

  /** Says so where one changed document was given as several kinds of policy. */
  private static String alsoAs(List<PolicyChange> steps, List<Policy> all) {
    for (PolicyChange step : steps) {
      Policy policy = step.policy().orElseThrow();
      Set<String> kinds = new LinkedHashSet<>();
      for (Policy other : all) {
        if (PolicyChange.isSameFile(policy, other) && other.at().equals(policy.at())) {
          kinds.add(other.type().words());
        }
      }
      if (kinds.size() > 1) {
        return " (" + policy.name() + " is given as " + String.join(" and as ", kinds) + ")";
      }
    }
    return "";
  }
}
