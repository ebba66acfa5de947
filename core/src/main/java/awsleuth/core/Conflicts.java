package awsleuth.core;

import awsleuth.core.Diagnosis.Verdict;
import awsleuth.core.cause.Finding;
import awsleuth.core.cause.Fix;
import awsleuth.core.cause.Outcome;
import awsleuth.core.cause.Ranking;
import awsleuth.core.cause.Stage;
import awsleuth.core.cause.permissions.AllowedByGiven;
import awsleuth.core.cause.permissions.AllowedSince;
import awsleuth.core.cause.permissions.DeniedByNone;
import awsleuth.core.cause.permissions.SimulatorDiffers;
import awsleuth.core.cause.permissions.SuccessDenied;
import awsleuth.core.conflict.AccountDiffers;
import awsleuth.core.conflict.ClockDiffers;
import awsleuth.core.conflict.CodeDiffers;
import awsleuth.core.conflict.Conflict;
import awsleuth.core.conflict.Conflict.Taken;
import awsleuth.core.conflict.Contradiction;
import awsleuth.core.conflict.DecisionDiffers;
import awsleuth.core.conflict.KeyDiffers;
import awsleuth.core.conflict.ManifestDiffers;
import awsleuth.core.conflict.PolicyBesideTrail;
import awsleuth.core.conflict.PolicyTwice;
import awsleuth.core.conflict.PrincipalDiffers;
import awsleuth.core.conflict.RegionDiffers;
import awsleuth.core.fact.Citation;
import awsleuth.core.fact.Facts;
import awsleuth.core.fact.Need;
import awsleuth.iam.repair.Proof;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The contradictions around a failed call, and the claims without the certainty that these take.
 *
 * @param found what was found
 * @param crashed the kinds that threw, each a bug that must not cost the user the other answers
 */
record Conflicts(List<Conflict> found, List<Verdict> crashed) {

  private static final int MOST = 20;

  /** All ways to contradict that are looked for; the last ones need the causes' own decisions. */
  private static final List<Contradiction> ALL =
      List.of(
          new RegionDiffers(),
          new PrincipalDiffers(),
          new CodeDiffers(),
          new DecisionDiffers(),
          new KeyDiffers(),
          new AccountDiffers(),
          new ClockDiffers(),
          new PolicyTwice(),
          new PolicyBesideTrail(),
          new ManifestDiffers(),
          new SimulatorDiffers(),
          new AllowedSince(),
          new AllowedByGiven(),
          new DeniedByNone(),
          new SuccessDenied());

  static Conflicts of(Facts facts) {
    List<Conflict> found = new ArrayList<>();
    List<Verdict> crashed = new ArrayList<>();
    for (Contradiction c : ALL) {
      try {
        found.addAll(c.in(facts));
      } catch (RuntimeException | StackOverflowError bug) {
        crashed.add(
            new Verdict(
                "conflict/" + name(c), Stage.RESOURCE, new Outcome.Crashed(String.valueOf(bug))));
      }
    }
    return new Conflicts(found.stream().distinct().limit(MOST).toList(), crashed);
  }

  /** {@code region-differs}. */
  private static String name(Contradiction c) {
    String name = c.getClass().getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "-");
    return name.toLowerCase(Locale.ROOT);
  }

  /** The verdicts in rank order, those only possible that rest on what is not settled. */
  List<Verdict> settle(List<Verdict> verdicts) {
    if (found.isEmpty() && crashed.isEmpty()) {
      return verdicts;
    }
    List<Verdict> settled = new ArrayList<>(verdicts);
    settled.addAll(crashed);
    for (Conflict c : found) {
      if (c.taken() instanceof Taken.None(var _, Set<String> artifacts, Need need)) {
        settled.replaceAll(v -> doubted(v, artifacts, need));
      }
    }
    return settled.stream().sorted(Ranking.ORDER).toList();
  }

  /** The finding without proofs: what is decided by files in doubt is decided on a condition. */
  private static Finding unproven(Finding f) {
    return new Finding(
        f.summary(),
        f.specificity(),
        f.because(),
        f.fixes().stream().map(Conflicts::unproven).toList(),
        f.verification());
  }

  private static Fix unproven(Fix fix) {
    return fix.proof().map(p -> fix.proven(unproven(p))).orElse(fix);
  }

  private static Proof unproven(Proof p) {
    return p.onlyWhere("the files given are what is in force");
  }

  private static Verdict doubted(Verdict v, Set<String> artifacts, Need need) {
    return v.outcome() instanceof Outcome.Confirmed(var finding)
            && finding.because().stream()
                .map(Citation::source)
                .anyMatch(s -> artifacts.contains(s.artifact()))
        ? new Verdict(v.id(), v.stage(), new Outcome.Possible(unproven(finding), List.of(need)))
        : v;
  }
}
