package awsleuth.iam.repair;

import awsleuth.iam.Authorizer;
import awsleuth.iam.PolicySet;
import awsleuth.iam.PolicySet.Level;
import awsleuth.iam.Result;
import awsleuth.iam.policy.Effect;
import awsleuth.iam.policy.Policy;
import awsleuth.iam.request.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Whether a request is allowed only as long as policies of an organization of which nothing tells
 * the level are attached to the same one. On each level one of them has to allow it (AWS
 * Organizations user guide, "SCP evaluation").
 */
final class SameLevel {

  private SameLevel() {}

  /** What has to be so in words; empty where the request is allowed on any levels. */
  static Optional<String> of(PolicySet set, Request request) {
    List<Policy> open = new ArrayList<>();
    PolicySet apart = set.withScps(apart(set.scps(), open)).withRcps(apart(set.rcps(), open));
    return open.isEmpty() || Authorizer.of(apart).decide(request) == Result.ALLOWED
        ? Optional.empty()
        : Optional.of(
            open.stream()
                    .map(p -> "`" + p.name() + "`")
                    .distinct()
                    .collect(Collectors.joining(" and "))
                + " are attached to the same level of the organization");
  }

  /** Each policy that allows something on a level of its own; those that only deny stay. */
  private static List<Level> apart(List<Level> levels, List<Policy> open) {
    List<Level> apart = new ArrayList<>();
    for (Level level : levels) {
      List<Policy> allowing = level.policies().stream().filter(SameLevel::allows).toList();
      if (!level.id().equals(Level.UNTOLD) || allowing.size() < 2) {
        apart.add(level);
        continue;
      }
      open.addAll(allowing);
      List<Policy> denying = level.policies().stream().filter(p -> !allows(p)).toList();
      for (Policy policy : allowing) {
        List<Policy> own = new ArrayList<>(denying);
        own.add(policy);
        apart.add(new Level(policy.name(), List.copyOf(own)));
      }
    }
    return apart;
  }

  private static boolean allows(Policy policy) {
    return policy.statements().stream().anyMatch(s -> s.effect() == Effect.ALLOW);
  }
}
