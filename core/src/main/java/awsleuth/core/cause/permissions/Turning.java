package awsleuth.core.cause.permissions;

import awsleuth.core.cause.permissions.PolicyMatch.Match;
import awsleuth.core.evidence.PolicyDocument.Condition;
import awsleuth.core.fact.Facts;
import awsleuth.iam.Mismatch;
import awsleuth.iam.StatementReport;
import awsleuth.iam.match.Truth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Which conditions keep statements from allowing a request. All conditions of a statement have to
 * hold (IAM user guide, "Conditions with multiple context keys or values"), so that one that is
 * known to hold keeps nothing, and of several that are not known nothing tells which is not met.
 *
 * @param failing those that are known not to hold
 * @param only the one of a statement that is not known, where all its others hold: what AWS refused
 *     was refused by it
 * @param undecided those of statements that have several, none of them known to fail
 */
record Turning(List<Unmet> failing, List<Unmet> only, List<Unmet> undecided) {

  /** Under these a value that is written in the condition meets it, and no other does. */
  private static final Set<String> EXACT = Set.of("stringequals", "bool");

  /** Under these a request without the key does not meet the condition. */
  private static final Set<String> POSITIVE =
      Set.of("stringlike", "arnequals", "arnlike", "ipaddress", "stringequalsignorecase");

  /** Of statements that cover action and resource and have conditions. */
  static Turning of(Facts facts, List<Match> matches) {
    List<Unmet> failing = new ArrayList<>();
    List<Unmet> only = new ArrayList<>();
    List<Unmet> undecided = new ArrayList<>();
    for (Match m : matches) {
      Turning one = of(facts, m);
      failing.addAll(one.failing);
      only.addAll(one.only);
      undecided.addAll(one.undecided);
    }
    return new Turning(List.copyOf(failing), List.copyOf(only), List.copyOf(undecided));
  }

  /** Of one statement; all are empty where its conditions hold. */
  static Turning of(Facts facts, Match match) {
    int index = match.policy().statements().indexOf(match.statement());
    Optional<StatementReport> report =
        Simulated.of(facts).flatMap(s -> s.report(match.policy(), index));
    List<Unmet> failing = new ArrayList<>();
    List<Unmet> open = new ArrayList<>();
    List<Condition> conditions = match.statement().conditions();
    for (int i = 0; i < conditions.size(); i++) {
      Condition c = conditions.get(i);
      Unmet unmet = new Unmet(match, c, ContextValue.of(facts, c.key()));
      switch (report.isPresent() ? decided(report.get(), i) : seen(unmet)) {
        case TRUE -> {}
        case FALSE -> failing.add(unmet);
        case UNKNOWN -> open.add(unmet);
      }
    }
    if (!failing.isEmpty()) {
      return new Turning(List.copyOf(failing), List.of(), List.of());
    }
    boolean one = open.size() == 1 || (!open.isEmpty() && open.stream().allMatch(Unmet::isMfa));
    return one
        ? new Turning(List.of(), List.copyOf(open), List.of())
        : new Turning(List.of(), List.of(), lastOfCaller(open));
  }

  /** Who calls is hardly what fails: a session's role is open by its path alone. */
  private static List<Unmet> lastOfCaller(List<Unmet> open) {
    return open.stream().sorted(Comparator.comparing(Unmet::isOfCaller)).toList();
  }

  private static Truth decided(StatementReport report, int index) {
    for (Mismatch m : report.mismatches()) {
      if (m instanceof Mismatch.OfCondition c
          && report.statement().conditions().indexOf(c.condition()) == index) {
        return c.truth();
      }
    }
    return Truth.TRUE;
  }

  /** By what is shown of the key alone, where the request as a whole is not known. */
  private static Truth seen(Unmet unmet) {
    String operator = unmet.condition().operator().toLowerCase(Locale.ROOT);
    boolean plain = unmet.condition().wanted().stream().noneMatch(v -> v.contains("${"));
    boolean exact = EXACT.contains(operator);
    if (unmet.actual().isEmpty() || !plain) {
      return Truth.UNKNOWN;
    }
    boolean absent = unmet.actual().get().value().isEmpty();
    return exact || (absent && POSITIVE.contains(operator))
        ? Truth.of(!unmet.differs())
        : Truth.UNKNOWN;
  }

  /** Whether conditions that are known not to hold, and they alone, keep all the statements. */
  boolean isShown() {
    return !failing.isEmpty() && only.isEmpty() && undecided.isEmpty();
  }

  /** Whether of each of the statements it is clear which condition keeps it. */
  boolean isDecided() {
    return undecided.isEmpty();
  }

  /** The conditions to name: those that keep the statements, else all that may. */
  List<Unmet> named() {
    List<Unmet> named = new ArrayList<>();
    if (!isDecided()) {
      named.addAll(undecided);
    }
    named.addAll(failing);
    named.addAll(only);
    return List.copyOf(named);
  }

  /** The keys that are not known and on which it depends, each once. */
  List<String> open() {
    List<Unmet> open = new ArrayList<>(undecided);
    open.addAll(only);
    return open.stream().map(Unmet::key).distinct().toList();
  }
}
