package awsleuth.iam;

import awsleuth.iam.PolicySet.Level;
import awsleuth.iam.policy.Effect;
import awsleuth.iam.policy.Policy;
import awsleuth.iam.policy.PolicyParser;
import awsleuth.iam.policy.PolicyType;
import awsleuth.iam.policy.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** Makes other policy sets out of one. */
final class Rewriting {

  private Rewriting() {}

  /** The set with every list of policies rewritten. */
  static PolicySet lists(PolicySet set, UnaryOperator<List<Policy>> change) {
    return new PolicySet(
        change.apply(set.identity()),
        change.apply(set.resource()),
        change.apply(set.boundary()),
        change.apply(set.session()),
        levels(set.scps(), change),
        levels(set.rcps(), change),
        change.apply(set.endpoint()),
        set.settings());
  }

  private static List<Level> levels(List<Level> levels, UnaryOperator<List<Policy>> change) {
    return levels.stream().map(l -> new Level(l.id(), change.apply(l.policies()))).toList();
  }

  /** The set with only some of its statements; no policy goes, even if nothing is left in it. */
  static PolicySet keep(PolicySet set, Predicate<Statement> kept) {
    return lists(
        set,
        policies ->
            policies.stream()
                .map(p -> with(p, p.statements().stream().filter(kept).toList()))
                .toList());
  }

  static Policy with(Policy policy, List<Statement> statements) {
    return new Policy(
        policy.name(), policy.type(), policy.version2012(), statements, policy.at(), policy.text());
  }

  /** All statements of a set that have an effect. */
  static List<Statement> statements(PolicySet set, Effect effect) {
    List<Statement> all = new ArrayList<>();
    keep(set, statement -> statement.effect() == effect && all.add(statement));
    return all;
  }

  /** A policy that denies everything to everybody. */
  static Policy denyAll(PolicyType type) {
    String principal = type.namesPrincipals() ? "\"Principal\": \"*\"," : "";
    String resource = type == PolicyType.TRUST ? "" : "\"Resource\": \"*\",";
    return PolicyParser.parse(
            "deny",
            type,
            """
            {"Version": "2012-10-17", "Statement":
              {"Effect": "Deny", %s %s "Action": "*"}}
            """
                .formatted(principal, resource))
        .policy()
        .orElseThrow();
  }

  static List<Policy> plus(List<Policy> policies, Policy more) {
    List<Policy> all = new ArrayList<>(policies);
    all.add(more);
    return all;
  }
}
