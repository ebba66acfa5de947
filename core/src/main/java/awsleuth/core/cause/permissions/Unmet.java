package awsleuth.core.cause.permissions;

import awsleuth.core.cause.permissions.PolicyMatch.Match;
import awsleuth.core.evidence.PolicyDocument.Condition;
import awsleuth.core.fact.Citation;
import awsleuth.core.fact.Facts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A condition on which a statement turns. Of a Deny it is the one whose actual value is shown and
 * is none of those wanted, else the first.
 *
 * @param match the statement
 * @param condition its condition
 * @param actual what the evidence shows of the key; empty where it does not tell
 */
record Unmet(Match match, Condition condition, Optional<ContextValue> actual) {

  /** The condition of a statement that has one. */
  static Unmet of(Facts facts, Match match) {
    return all(facts, match).getFirst();
  }

  /** The conditions that keep an Allow from applying, or may; the one that a Deny turns on. */
  static List<Unmet> all(Facts facts, Match match) {
    List<Unmet> named =
        match.statement().allow() ? Turning.of(facts, match).named() : List.<Unmet>of();
    if (!named.isEmpty()) {
      return named;
    }
    List<Unmet> all =
        match.statement().conditions().stream()
            .map(c -> new Unmet(match, c, ContextValue.of(facts, c.key())))
            .toList();
    return List.of(all.stream().filter(Unmet::differs).findFirst().orElseGet(all::getFirst));
  }

  /** Whether a Deny turns on a condition on a key. */
  static boolean isOf(Facts facts, Match match, String key) {
    return !match.statement().conditions().isEmpty()
        && of(facts, match).key().equalsIgnoreCase(key);
  }

  /** Whether the evidence shows the key absent or with a value that is not written there. */
  boolean differs() {
    return actual.isPresent()
        && actual.get().value().map(v -> !condition.wanted().contains(v)).orElse(true);
  }

  boolean isMfa() {
    return condition.key().toLowerCase(Locale.ROOT).startsWith("aws:multifactorauth");
  }

  /** Whether it is on the caller's own ARN. */
  boolean isOfCaller() {
    return condition.key().equalsIgnoreCase("aws:PrincipalArn");
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
                + wanted()
                + TakenLiterally.words(condition),
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
