package awsleuth.iam.repair;

import awsleuth.iam.Mismatch;
import awsleuth.iam.StatementReport;
import awsleuth.iam.match.Truth;
import awsleuth.iam.policy.Condition;
import awsleuth.iam.request.ContextValue;
import awsleuth.iam.request.Request;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Conditions of a statement for a new one beside it: JSON members by operator. */
final class KeptConditions {

  private static final String PASSED_TO = "iam:PassedToService";

  private KeptConditions() {}

  /** Some conditions of a statement, as they are written. */
  static Map<String, String> of(StatementReport s, Predicate<Condition> which) {
    Map<String, String> kept = new LinkedHashMap<>();
    for (Condition c : s.statement().conditions()) {
      if (which.test(c)) {
        String member = s.policy().text().substring(c.at().start(), c.at().end());
        kept.merge(c.operator().toString(), "{" + member + "}", KeptConditions::joined);
      }
    }
    return kept;
  }

  /** All conditions but one, and another in its place. */
  static Map<String, String> instead(
      StatementReport s, Condition of, String operator, String key, String value) {
    Map<String, String> conditions = of(s, c -> !c.equals(of));
    String member = "{" + Quoted.of(key) + ": " + Quoted.of(value) + "}";
    conditions.merge(operator, member, KeptConditions::joined);
    return conditions;
  }

  private static String joined(String first, String second) {
    return first.substring(0, first.length() - 1) + ", " + second.substring(1);
  }

  /**
   * Those of a statement about more roles than one, for a role that may not be passed to the
   * service that takes it: what the statement lets pass to others stays so (IAM user guide, "Grant
   * a user permissions to pass a role to an AWS service"). A condition that excludes a service does
   * so on purpose.
   */
  static Optional<Map<String, String>> ofPassedRole(StatementReport s, Request request) {
    boolean alone =
        s.statement().resources().values().stream()
            .allMatch(v -> v.value().equals(request.resource()));
    if (alone || !request.action().equalsIgnoreCase("iam:PassRole") || s.mismatches().size() != 1) {
      return Optional.empty();
    }
    return s.mismatches().getFirst() instanceof Mismatch.OfCondition c
            && c.truth() == Truth.FALSE
            && Completions.isOpen(c.condition())
            && c.condition().key().value().equalsIgnoreCase(PASSED_TO)
            && c.actual() instanceof ContextValue.Present p
            && p.values().size() == 1
        ? Optional.of(instead(s, c.condition(), "StringEquals", PASSED_TO, p.values().getFirst()))
        : Optional.empty();
  }
}
