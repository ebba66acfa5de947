package awsleuth.iam.diff;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.aws.IamCatalog;
import awsleuth.iam.PolicyAlone;
import awsleuth.iam.match.Grant;
import awsleuth.iam.match.Truth;
import awsleuth.iam.policy.Policy;
import awsleuth.iam.request.ContextValue;
import awsleuth.iam.request.Principal;
import awsleuth.iam.request.Request;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * What the comparison says of generated pairs is so for every request of a small world: 400 pairs
 * in every build, others with {@code -Diam.pairs=} and {@code -Diam.first=}.
 */
class BruteForceTest {

  private static final int PAIRS = Integer.getInteger("iam.pairs", 400);
  private static final long FIRST = Long.getLong("iam.first", 0);

  private final IamCatalog catalog = IamCatalog.embedded();

  @Test
  void theComparisonAndAllRequestsOfASmallWorldAgree() {
    List<String> apart = new ArrayList<>();
    Map<String, Integer> why = new TreeMap<>();
    int open = 0;
    int same = 0;
    long nanos = 0;
    for (long seed = FIRST; seed < FIRST + PAIRS && apart.size() < 3; seed++) {
      SmallWorld world = new SmallWorld(seed);
      List<Policy> before = world.policy("old.json");
      List<Policy> after = world.changed(before);
      long start = System.nanoTime();
      PolicyDiff.Report report = PolicyDiff.of(before, after, catalog);
      nanos += System.nanoTime() - start;
      report.undecided().forEach(u -> why.merge(u.what(), 1, Integer::sum));
      open += isDecided(report) ? 0 : 1;
      same += report.isSame() ? 1 : 0;
      String fault = fault(world, before, after, report);
      if (!fault.isEmpty()) {
        apart.add(
            "seed "
                + seed
                + ": "
                + fault
                + "\n"
                + before.getFirst().text()
                + "\n"
                + after.getFirst().text()
                + "\n"
                + shown(report));
      }
    }
    System.out.println(
        PAIRS
            + " pairs from "
            + FIRST
            + ": "
            + same
            + " same, "
            + open
            + " open, "
            + nanos / 1_000_000
            + " ms "
            + why);
    assertThat(String.join("\n\n", apart)).isEmpty();
    assertThat(same).isBetween(PAIRS / 10, PAIRS * 9 / 10);
    assertThat(open).isLessThan(Math.max(2, PAIRS / 20));
  }

  /** Pairs of which the comparison once said that it could not confirm a difference. */
  @Test
  void sessionsOfARoleThatAConditionTellsAreNoneThatAStatementNames() {
    for (long seed : new long[] {6_005_865, 6_010_527}) {
      SmallWorld world = new SmallWorld(seed);
      List<Policy> before = world.policy("old.json");
      List<Policy> after = world.changed(before);
      PolicyDiff.Report report = PolicyDiff.of(before, after, catalog);
      assertThat(fault(world, before, after, report)).isEmpty();
    }
  }

  /** Whether all is; only whether AWS makes any of the requests that were found may be left. */
  private static boolean isDecided(PolicyDiff.Report report) {
    return report.undecided().stream().allMatch(u -> u.what().startsWith("AWS makes none"));
  }

  private static String fault(
      SmallWorld world, List<Policy> before, List<Policy> after, PolicyDiff.Report report) {
    PolicyAlone old = PolicyAlone.of(before);
    PolicyAlone now = PolicyAlone.of(after);
    for (Undecided u : report.undecided()) {
      if (u.what().contains("does not confirm")) {
        return "not confirmed";
      }
    }
    WhoIsMeant meant = new WhoIsMeant(PolicyDiff.terms(before, after, IamCatalog.embedded()));
    IdentityHashMap<Principal, Map<ContextValue, Set<String>>> who = new IdentityHashMap<>();
    List<Difference> differences = report.differences();
    Map<String, Boolean> unnamed = new HashMap<>();
    for (Request request : world.requests(before.getFirst().text() + after.getFirst().text())) {
      PolicyAlone.Verdict was = old.decide(request);
      PolicyAlone.Verdict is = now.decide(request);
      Applied applied = new Applied(request, old, now);
      Set<Change> covered = EnumSet.noneOf(Change.class);
      Set<String> callers =
          who.computeIfAbsent(request.principal(), _ -> new HashMap<>())
              .computeIfAbsent(request.context().get("aws:PrincipalArn"), _ -> meant.of(request));
      if (callers.isEmpty()) {
        return "nobody stands for " + request.principal() + " of " + request.context();
      }
      boolean other =
          unnamed.computeIfAbsent(
              request.action(),
              a -> isNotNamed(a, before.getFirst()) && isNotNamed(a, after.getFirst()));
      for (Difference d : differences) {
        if (!covered.contains(d.change())
            && callers.contains(d.who())
            && ((d.others() && other) || d.actions().contains(request.action()))
            && applied.covers(d)) {
          covered.add(d.change());
        }
      }
      Set<Change> real = changes(was, is);
      // The name that stands for all that AWS's data does not have is not always this one.
      boolean listed = !request.action().equals("s3:GetFoo");
      boolean exact = listed ? covered.equals(real) : told(report, callers).containsAll(real);
      boolean excused = !isDecided(report) && (!listed || real.containsAll(covered));
      if (!exact && !excused) {
        return real + " but said " + covered + " of " + request;
      }
    }
    return "";
  }

  private static Set<Change> told(PolicyDiff.Report report, Set<String> callers) {
    Set<Change> told = EnumSet.noneOf(Change.class);
    report.differences().stream()
        .filter(d -> callers.contains(d.who()))
        .forEach(d -> told.add(d.change()));
    return told;
  }

  private static String shown(PolicyDiff.Report report) {
    StringBuilder out = new StringBuilder();
    for (Difference d : report.differences()) {
      out.append(d.change() + " " + d.who() + " " + d.grant() + " " + d.actions().getFirst());
      out.append(
          " of "
              + d.actions().size()
              + " by "
              + d.by().place()
              + " but "
              + d.but().map(Cited::place));
      out.append(" excepts " + d.excepts().stream().map(e -> e.statement().place()).toList());
      out.append(" witness " + d.witness() + " " + d.odd() + "\n");
    }
    return out.append(report.undecided()).toString();
  }

  /** Which statements of both sides apply to one request, each asked once. */
  private record Applied(
      Request request, PolicyAlone old, PolicyAlone now, Map<Integer, Boolean> asked) {

    Applied(Request request, PolicyAlone old, PolicyAlone now) {
      this(request, old, now, new HashMap<>());
    }

    boolean covers(Difference d) {
      if (!to(d.by()) || (d.but().isPresent() && !to(d.but().get()))) {
        return false;
      }
      for (Except e : d.excepts()) {
        if (to(e.statement())) {
          return false;
        }
      }
      return true;
    }

    private boolean to(Cited cited) {
      int number = cited.statement().index();
      PolicyAlone side = cited.after() ? now : old;
      return asked.computeIfAbsent(
          cited.after() ? ~number : number, _ -> side.applies(number, request));
    }
  }

  /** Whether no statement names the service of an action. */
  private static boolean isNotNamed(String action, Policy policy) {
    String start = action.substring(0, action.indexOf(':') + 1);
    return policy.statements().stream()
        .flatMap(s -> s.actions().values().stream())
        .noneMatch(a -> a.value().startsWith(start));
  }

  /** In what the sides differ. */
  private static Set<Change> changes(PolicyAlone.Verdict was, PolicyAlone.Verdict is) {
    Set<Change> changes = EnumSet.noneOf(Change.class);
    for (Grant level : List.of(Grant.ACCOUNT, Grant.LIMITED, Grant.DIRECT)) {
      if (!was.allows(level) && is.allows(level)) {
        changes.add(Change.ALLOWED);
      }
      if (was.allows(level) && !is.allows(level)) {
        changes.add(Change.NO_LONGER_ALLOWED);
      }
    }
    if (was.denied() == Truth.FALSE && is.denied() == Truth.TRUE) {
      changes.add(Change.DENIED);
    }
    if (was.denied() == Truth.TRUE && is.denied() == Truth.FALSE) {
      changes.add(Change.NO_LONGER_DENIED);
    }
    return changes;
  }
}
