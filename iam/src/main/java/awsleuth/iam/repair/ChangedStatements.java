package awsleuth.iam.repair;

import awsleuth.aws.IamCatalog;
import awsleuth.iam.PolicySet;
import awsleuth.iam.policy.Effect;
import awsleuth.iam.policy.Located;
import awsleuth.iam.policy.Policy;
import awsleuth.iam.policy.PolicyVariables;
import awsleuth.iam.policy.Statement;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
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

    /** The service of an action or of a pattern of some; empty for all. */
    static String prefix(String action) {
      return action.substring(0, Math.max(0, action.indexOf(':'))).toLowerCase(Locale.ROOT);
    }

    /** Whether it is about resources that no pattern names. */
    boolean isOfAnyResource() {
      return statement.resources().negated()
          || statement.resources().values().stream().anyMatch(v -> v.value().equals("*"));
    }

    /** Its actions of a service that AWS's data has. */
    List<String> actions(String service, IamCatalog catalog) {
      Set<String> actions = new LinkedHashSet<>();
      if (statement.actions().negated()) {
        actions.addAll(catalog.expand(service + ":*"));
      } else {
        for (Located each : statement.actions().values()) {
          String pattern = each.value().equals("*") ? service + ":*" : each.value();
          if (prefix(pattern).equals(service)) {
            actions.addAll(catalog.expand(pattern));
          }
        }
      }
      return List.copyOf(actions);
    }

    private String text() {
      return policy.text().substring(statement.at().start(), statement.at().end());
    }
  }

  /** Those by which a change opens something: what is denied less, and what allows more. */
  static List<Touched> opening(PolicySet before, PolicySet after) {
    return Stream.concat(
            old(before, after).stream().filter(Touched::denies),
            now(before, after).stream().filter(t -> !t.denies()))
        .toList();
  }

  /** Those of the policies before that are not there any more as they were. */
  private static List<Touched> old(PolicySet before, PolicySet after) {
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
