package awsleuth.iam.repair;

import awsleuth.iam.Mismatch;
import awsleuth.iam.StatementReport;
import awsleuth.iam.match.Truth;
import awsleuth.iam.policy.Condition;
import awsleuth.iam.policy.Literals;
import awsleuth.iam.policy.Operator;
import awsleuth.iam.policy.Position;
import awsleuth.iam.request.ContextValue;
import awsleuth.iam.request.DocumentedKeys;
import awsleuth.iam.request.Request;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A later end for an allowing statement that was over when the request was made: the first midnight
 * (UTC) after the request, which is the least whole day that allows it.
 */
final class LaterEnd {

  private static final String KEY = "aws:CurrentTime";

  private LaterEnd() {}

  /** Empty where the end is not all that the statement misses by for certain. */
  static Optional<PolicyChange> of(StatementReport s) {
    List<Mismatch> missed =
        s.mismatches().stream()
            .filter(m -> !(m instanceof Mismatch.OfCondition c) || c.truth() == Truth.FALSE)
            .toList();
    return missed.size() == 1 && missed.getFirst() instanceof Mismatch.OfCondition c && isEnd(c)
        ? asked(c).map(time -> change(s, c.condition(), midnightAfter(time)))
        : Optional.empty();
  }

  /** The request before a time that conditions want it after, and after the later end. */
  static Map<String, Request> around(Request request, List<Condition> conditions) {
    Map<String, Request> around = new LinkedHashMap<>();
    for (Condition c : conditions) {
      boolean begins =
          c.operator().base() == Operator.Base.DATE_GREATER_THAN
              || c.operator().base() == Operator.Base.DATE_GREATER_THAN_EQUALS;
      if (begins && c.values().size() == 1) {
        Literals.instant(c.values().getFirst().value())
            .ifPresent(from -> around.put("calls before `" + from + "`", at(request, from, -1)));
      }
    }
    if (request.context().get(KEY) instanceof ContextValue.Present p && p.values().size() == 1) {
      Literals.instant(p.values().getFirst())
          .map(LaterEnd::midnightAfter)
          .ifPresent(end -> around.put("calls after `" + end + "`", at(request, end, 1)));
    }
    return around;
  }

  private static Request at(Request request, Instant time, int seconds) {
    ContextValue value = ContextValue.Present.of(time.plusSeconds(seconds).toString());
    return request.in(DocumentedKeys.with(request.context(), KEY, value));
  }

  /** Whether a key is the time of a request. */
  static boolean isTime(String key) {
    return key.equalsIgnoreCase(KEY);
  }

  private static boolean isEnd(Mismatch.OfCondition c) {
    Condition condition = c.condition();
    boolean before =
        condition.operator().base() == Operator.Base.DATE_LESS_THAN
            || condition.operator().base() == Operator.Base.DATE_LESS_THAN_EQUALS;
    return before && isTime(condition.key().value()) && condition.values().size() == 1;
  }

  private static Optional<Instant> asked(Mismatch.OfCondition c) {
    return c.actual() instanceof ContextValue.Present p && p.values().size() == 1
        ? Literals.instant(p.values().getFirst())
        : Optional.empty();
  }

  private static Instant midnightAfter(Instant time) {
    return time.truncatedTo(ChronoUnit.DAYS).plus(1, ChronoUnit.DAYS);
  }

  private static PolicyChange change(StatementReport s, Condition condition, Instant end) {
    Position at = condition.values().getFirst().at();
    return new PolicyChange(
        s.layer(),
        s.level(),
        Optional.of(s.policy()),
        List.of(new TextEdit(at.start(), at.end(), Quoted.of(end.toString()))),
        "let %s end at `%s`, or later if it is wanted for longer"
            .formatted(Additions.named(s), end));
  }
}
