package awsleuth.iam.repair;

import awsleuth.iam.PolicySet;
import awsleuth.iam.policy.Effect;
import awsleuth.iam.policy.Located;
import awsleuth.iam.policy.Policy;
import awsleuth.iam.policy.PolicyVariables;
import awsleuth.iam.policy.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The statements that a change of policies touches. */
final class ChangedStatements {

  private ChangedStatements() {}

  /**
   * A statement and the document that it stands in.
   *
   * @param policy as it was or as it is after the change, as the statement
   */
  record Touched(Policy policy, Statement statement) {

    boolean denies() {
      return statement.effect() == Effect.DENY;
    }

    private String text() {
      return policy.text().substring(statement.at().start(), statement.at().end());
    }
  }

  /** Those of the policies before that are not there any more as they were. */
  static List<Touched> old(PolicySet before, PolicySet after) {
    return of(before.all(), after.all());
  }

  /** Those of the policies after the change that were not there before. */
  static List<Touched> now(PolicySet before, PolicySet after) {
    return of(after.all(), before.all());
  }

  private static List<Touched> of(List<Policy> policies, List<Policy> others) {
    List<Touched> touched = new ArrayList<>();
    for (int i = 0; i < policies.size(); i++) {
      Policy policy = policies.get(i);
      Optional<Policy> other = i < others.size() ? Optional.of(others.get(i)) : Optional.empty();
      if (other.filter(o -> o.text().equals(policy.text())).isEmpty()) {
        of(policy, other, touched);
      }
    }
    return touched;
  }

  private static void of(Policy policy, Optional<Policy> other, List<Touched> touched) {
    Set<String> same =
        other.stream()
            .flatMap(ChangedStatements::all)
            .map(Touched::text)
            .collect(Collectors.toSet());
    boolean version = other.filter(o -> o.version2012() != policy.version2012()).isPresent();
    all(policy)
        .filter(t -> !same.contains(t.text()) || (version && hasVariables(t.statement())))
        .forEach(touched::add);
  }

  private static Stream<Touched> all(Policy policy) {
    return policy.statements().stream().map(s -> new Touched(policy, s));
  }

  /** Whether a statement says something else under another Version. */
  static boolean hasVariables(Statement statement) {
    return Stream.concat(
            statement.resources().values().stream(),
            statement.conditions().stream().flatMap(c -> c.values().stream()))
        .map(Located::value)
        .anyMatch(PolicyVariables::isIn);
  }
}
