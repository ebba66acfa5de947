package awsleuth.iam;

import awsleuth.iam.match.ConditionTest;
import awsleuth.iam.match.ElementTest;
import awsleuth.iam.match.KeyTable;
import awsleuth.iam.match.PrincipalTest;
import awsleuth.iam.match.Truth;
import awsleuth.iam.match.View;
import awsleuth.iam.policy.Effect;
import awsleuth.iam.policy.Policy;
import awsleuth.iam.policy.Statement;
import java.util.List;

/** A statement made ready for decisions. */
final class Rule {

  private final Layer layer;
  private final int level;
  private final Policy policy;
  private final Statement statement;
  private final ElementTest.Resources resources;
  private final PrincipalTest principals;
  private final ConditionTest[] conditions;

  /**
   * @param level its level in an organization, 0 for the root; 0 in all other layers
   */
  Rule(Layer layer, int level, Policy policy, Statement statement, KeyTable keys) {
    this.layer = layer;
    this.level = level;
    this.policy = policy;
    this.statement = statement;
    this.resources = ElementTest.resources(statement.resources(), policy, keys);
    this.principals = new PrincipalTest(statement, policy.type());
    this.conditions =
        statement.conditions().stream()
            .map(c -> new ConditionTest(c, policy.version2012(), keys))
            .toArray(ConditionTest[]::new);
  }

  Layer layer() {
    return layer;
  }

  int level() {
    return level;
  }

  Policy policy() {
    return policy;
  }

  Statement statement() {
    return statement;
  }

  /** The canonical user IDs that it names. */
  List<String> canonicalUsers() {
    return principals.canonicalUsers();
  }

  boolean denies() {
    return statement.effect() == Effect.DENY;
  }

  PrincipalTest principals() {
    return principals;
  }

  List<ConditionTest> conditions() {
    return List.of(conditions);
  }

  /** Whether it is about an action, given in lower case. */
  boolean isAbout(String action) {
    return ElementTest.actions(statement.actions()).covers(action);
  }

  Truth covers(View view) {
    return resources.cover(view.request().resource(), view);
  }

  /** Whether resource and conditions match; who the principal is does not count. */
  Truth matches(View view) {
    Truth all = covers(view);
    for (int i = 0; i < conditions.length && all != Truth.FALSE; i++) {
      all = all.and(conditions[i].isMet(view));
    }
    return all;
  }

  /** Whether it names the principal; statements of policies without principals name everybody. */
  Truth names(View view, boolean hasBoundary) {
    return statement.principals().present() ? principals.applies(view, hasBoundary) : Truth.TRUE;
  }

  /** Whether the statement applies to the request, whose action it is about. */
  Truth applies(View view, boolean hasBoundary) {
    Truth named = names(view, hasBoundary);
    return named == Truth.FALSE ? named : named.and(matches(view));
  }
}
