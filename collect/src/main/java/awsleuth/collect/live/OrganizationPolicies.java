package awsleuth.collect.live;

import awsleuth.collect.call.Document;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The policies of AWS Organizations on an account and all that is above it, which only the
 * management account and delegated administrators may read.
 *
 * @param account its id
 */
record OrganizationPolicies(String account) implements LiveQuestion {

  private static final Map.Entry<String, String> NEXT = Map.entry("NextToken", "NextToken");

  @Override
  public String what() {
    return "the organization's policies on " + account;
  }

  @Override
  public List<String> permissions() {
    return List.of(
        "organizations:ListParents",
        "organizations:ListPoliciesForTarget",
        "organizations:DescribePolicy");
  }

  @Override
  public void ask(Asking asking) {
    List<String> targets = new ArrayList<>(List.of(account));
    String child = account;
    for (int level = 0; level < 7; level++) {
      Optional<String> parent =
          asking
              .call(what(), "organizations", "ListParents", Map.of("ChildId", child))
              .map(d -> d.items("Parents"))
              .filter(p -> !p.isEmpty())
              .map(p -> p.getFirst().textAt("Id"));
      if (parent.isEmpty()) {
        break;
      }
      child = parent.get();
      targets.add(child);
    }
    if (targets.size() == 1) {
      return;
    }
    Map<String, Optional<String>> described = new HashMap<>();
    targets.reversed().forEach(t -> on(t, described, asking));
  }

  private void on(String target, Map<String, Optional<String>> described, Asking asking) {
    for (String filter : List.of("SERVICE_CONTROL_POLICY", "RESOURCE_CONTROL_POLICY")) {
      Set<String> seen = new LinkedHashSet<>();
      for (Document policy :
          asking.pages(
              what(),
              "organizations",
              "ListPoliciesForTarget",
              Map.of("TargetId", target, "Filter", filter),
              "Policies",
              NEXT)) {
        if (seen.add(policy.textAt("Id"))) {
          String kind = filter.startsWith("SERVICE") ? "scp" : "rcp";
          described
              .computeIfAbsent(policy.textAt("Id"), id -> content(id, asking))
              .ifPresent(text -> keep(policy, text, target, kind, asking));
        }
      }
    }
  }

  /** What a policy says; one that is attached on several levels is asked for once. */
  private Optional<String> content(String id, Asking asking) {
    return asking
        .call(what(), "organizations", "DescribePolicy", Map.of("PolicyId", id))
        .map(d -> d.textAt("Policy", "Content"))
        .filter(text -> !text.isEmpty());
  }

  private static void keep(
      Document policy, String text, String target, String kind, Asking asking) {
    asking.keep(
        kind + "-" + Texts.plain(target) + "-" + Texts.plain(policy.textAt("Name")) + ".json",
        Texts.policy(
            Map.of("PolicyName", policy.textAt("Name"), "Arn", policy.textAt("Arn")),
            "Content",
            text),
        target);
  }
}
