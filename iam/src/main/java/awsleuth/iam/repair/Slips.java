package awsleuth.iam.repair;

import awsleuth.iam.LayerReport;
import awsleuth.iam.Mismatch;
import awsleuth.iam.StatementReport;
import awsleuth.iam.match.Truth;
import awsleuth.iam.policy.Policy;
import awsleuth.iam.policy.PolicyVariables;
import awsleuth.iam.policy.Statement;
import awsleuth.iam.request.ContextValue;
import awsleuth.iam.request.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Mends of slips by which allowing statements do not say what they surely mean. */
final class Slips {

  private static final int MOST_NAMED = 2;

  private final LayerReport layer;
  private final List<Policy> policies;
  private final Request request;
  private final List<PolicyChange> found = new ArrayList<>();

  private Slips(LayerReport layer, List<Policy> policies, Request request) {
    this.layer = layer;
    this.policies = policies;
    this.request = request;
  }

  /**
   * The mends, the least meant first.
   *
   * @param policies the documents of the layer
   * @param near its allowing statements that do not apply
   */
  static List<PolicyChange> of(
      LayerReport layer, List<Policy> policies, List<StatementReport> near, Request request) {
    Slips slips = new Slips(layer, policies, request);
    slips.version();
    near.forEach(slips::meant);
    return slips.found;
  }

  /** The Version that has policy variables, for a document whose variables are literal text. */
  private void version() {
    for (Policy policy : policies) {
      Layout layout = new Layout(policy);
      if (!policy.version2012() && hasVariables(policy)) {
        found.add(
            new PolicyChange(
                layer.layer(),
                layer.level(),
                Optional.of(policy),
                List.of(layout.version()),
                "give "
                    + policy.name()
                    + " the Version 2012-10-17, which has policy variables"
                    + others(policy),
                PolicyChange.Reach.MEANT));
      }
    }
  }

  private boolean hasVariables(Policy policy) {
    return layer.statements().stream()
        .anyMatch(s -> s.policy().equals(policy) && missesByVariable(s));
  }

  /** The statements beside those meant that say something else by another Version too. */
  private String others(Policy policy) {
    List<Statement> meant =
        layer.statements().stream()
            .filter(
                s -> s.policy().equals(policy) && s.mismatches().stream().allMatch(Slips::isMeant))
            .map(StatementReport::statement)
            .toList();
    List<String> others =
        policy.statements().stream()
            .filter(ChangedStatements::hasVariables)
            .filter(s -> !meant.contains(s))
            .map(s -> named(policy, s))
            .toList();
    String said =
        others.size() <= MOST_NAMED
            ? String.join(" and ", others)
            : others.getFirst() + " and " + (others.size() - 1) + " more";
    return others.isEmpty()
        ? ""
        : "; " + said + (others.size() == 1 ? " has" : " have") + " some too";
  }

  /** Whether a statement may be about the request if its variables are such. */
  private static boolean isMeant(Mismatch mismatch) {
    return switch (mismatch) {
      case Mismatch.OfResource r -> {
        String pattern = r.nearest().value();
        int open = pattern.indexOf("${");
        yield open >= 0 && r.resource().startsWith(pattern.substring(0, open));
      }
      case Mismatch.OfCondition _ -> true;
      case Mismatch.OfAction _, Mismatch.OfPrincipal _ -> false;
    };
  }

  private static String named(Policy policy, Statement s) {
    String place = policy.name() + ":" + s.at().line();
    return s.sid().isEmpty() ? "the statement at " + place : "`" + s.sid() + "` (" + place + ")";
  }

  private static boolean missesByVariable(StatementReport s) {
    return s.mismatches().stream()
        .anyMatch(m ->
            switch (m) {
              case Mismatch.OfResource r -> PolicyVariables.isIn(r.nearest().value());
              case Mismatch.OfCondition c ->
                  c.condition().values().stream().anyMatch(v -> PolicyVariables.isIn(v.value()));
              case Mismatch.OfAction _, Mismatch.OfPrincipal _ -> false;
            });
  }

  /** The conditions that do not say what they mean. */
  private void meant(StatementReport s) {
    if (!Additions.isOnlyConditional(s)) {
      return;
    }
    for (Mismatch m : s.mismatches()) {
      if (m instanceof Mismatch.OfCondition c && !c.condition().operator().base().negated()) {
        meant(s, c)
            .ifPresent(mend ->
                found.add(
                    new PolicyChange(
                        layer.layer(),
                        layer.level(),
                        Optional.of(s.policy()),
                        List.of(mend.edit()),
                        mend.what() + " in " + Additions.named(s),
                        PolicyChange.Reach.MEANT)));
      }
    }
  }

  private Optional<MeantCondition> meant(StatementReport s, Mismatch.OfCondition c) {
    Optional<MeantCondition> session = MeantCondition.ofSession(c.condition(), request);
    return session.isPresent()
            || c.truth() != Truth.FALSE
            || !(c.actual() instanceof ContextValue.Present p)
        ? session
        : MeantCondition.of(
            new Layout(s.policy()), s.statement(), c.condition(), c.resolved(), p.values());
  }
}
