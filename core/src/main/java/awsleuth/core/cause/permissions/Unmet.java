package awsleuth.core.cause.permissions;

import awsleuth.core.cause.permissions.PolicyMatch.Match;
import awsleuth.core.evidence.PolicyDocument.Condition;
import awsleuth.core.fact.Citation;
import awsleuth.core.fact.Facts;
import awsleuth.iam.Mismatch;
import awsleuth.iam.StatementReport;
import awsleuth.iam.match.Truth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The condition on which a statement turns: the one whose actual value is shown and is none of
 * those wanted, else the first.
 *
 * @param match the statement
 * @param condition its condition
 * @param actual what the evidence shows of the key; empty where it does not tell
 */
record Unmet(Match match, Condition condition, Optional<ContextValue> actual) {

  /** The condition of a statement that has one. */
  static Unmet of(Facts facts, Match match) {
    List<Unmet> all = new ArrayList<>();
    for (Condition c : match.statement().conditions()) {
      all.add(new Unmet(match, c, ContextValue.of(facts, c.key())));
    }
    int decided = decisive(facts, match);
    if (decided >= 0 && decided < all.size()) {
      return all.get(decided);
    }
    for (Unmet u : all) {
      if (u.differs()) {
        return u;
      }
    }
    return all.getFirst();
  }

  /** All the conditions that surely keep an Allow from applying, else the one that it turns on. */
  static List<Unmet> all(Facts facts, Match match) {
    int index = match.policy().statements().indexOf(match.statement());
    Optional<StatementReport> report =
        Simulated.of(facts).flatMap(s -> s.report(match.policy(), index));
    List<Unmet> all = new ArrayList<>();
    if (report.isPresent() && match.statement().allow()) {
      for (Mismatch m : report.get().mismatches()) {
        if (m instanceof Mismatch.OfCondition c && c.truth() == Truth.FALSE) {
          int at = report.get().statement().conditions().indexOf(c.condition());
          if (at >= 0 && at < match.statement().conditions().size()) {
            Condition condition = match.statement().conditions().get(at);
            all.add(new Unmet(match, condition, ContextValue.of(facts, condition.key())));
          }
        }
      }
    }
    return all.isEmpty() ? List.of(of(facts, match)) : List.copyOf(all);
  }

  /** Which condition keeps an Allow from applying, as the decision has it; -1 where none surely. */
  private static int decisive(Facts facts, Match match) {
    int index = match.policy().statements().indexOf(match.statement());
    Optional<StatementReport> report =
        Simulated.of(facts).flatMap(s -> s.report(match.policy(), index));
    if (report.isEmpty() || !match.statement().allow()) {
      return -1;
    }
    for (Mismatch m : report.get().mismatches()) {
      if (m instanceof Mismatch.OfCondition c && c.truth() == Truth.FALSE) {
        return report.get().statement().conditions().indexOf(c.condition());
      }
    }
    return -1;
  }

  /** Whether the evidence shows the key absent or with a value that is not written there. */
  boolean differs() {
    return actual.isPresent()
        && actual.get().value().map(v -> !condition.wanted().contains(v)).orElse(true);
  }

  boolean isMfa() {
    return condition.key().toLowerCase(Locale.ROOT).startsWith("aws:multifactorauth");
  }

  /** {@code aws:SourceIp}. */
  String key() {
    return condition.key();
  }

  /** The statement's demand, and what the call had where that is shown. */
  List<Citation> cite() {
    List<Citation> cited = new ArrayList<>();
    cited.add(
        new Citation(
            match.name()
                + " turns on "
                + condition.operator()
                + " `"
                + condition.key()
                + "` "
                + wanted(),
            condition.source()));
    actual.map(ContextValue::cite).ifPresent(cited::add);
    return cited;
  }

  /** The wanted values between backticks. */
  String wanted() {
    return condition.wanted().isEmpty()
        ? "(no value)"
        : "`" + String.join("`, `", condition.wanted()) + "`";
  }
}
