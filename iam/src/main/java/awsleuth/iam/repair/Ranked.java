package awsleuth.iam.repair;

import awsleuth.iam.policy.Policy;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A proposal with how well it keeps what the policies mean, and how much else it allows.
 *
 * @param keeps 2 where slips alone are mended, 1 where a statement for networks knows one more,
 *     else 0
 * @param breadth the less, the narrower
 */
record Ranked(Proposal proposal, int keeps, long breadth) {

  private static final int MOST = 3;

  static Ranked of(Proposal proposal, List<PolicyChange> steps, Widened widened) {
    return new Ranked(proposal, keeping(steps), widened.breadth());
  }

  private static int keeping(List<PolicyChange> steps) {
    boolean meant = steps.stream().allMatch(s -> s.reach() == PolicyChange.Reach.MEANT);
    boolean network =
        steps.stream()
            .allMatch(s ->
                s.reach() == PolicyChange.Reach.MEANT || s.reach() == PolicyChange.Reach.NETWORK);
    return meant ? 2 : network ? 1 : 0;
  }

  /** Adds it to others, unless one of them is as good. */
  void addTo(List<Ranked> others) {
    if (others.stream().noneMatch(r -> r.isAsGood(proposal))) {
      others.add(this);
    }
  }

  /** The best of some, a few at most. */
  static List<Proposal> narrowest(List<Ranked> some) {
    return some.stream()
        .sorted(
            Comparator.comparingInt(Ranked::keeps).reversed().thenComparingLong(Ranked::breadth))
        .map(Ranked::proposal)
        .limit(MOST)
        .toList();
  }

  /** Whether another proposal is the same, or allows the same by changes of the same files. */
  private boolean isAsGood(Proposal other) {
    return proposal.policies().equals(other.policies())
        || (proposal.widens().equals(other.widens())
            && documents(proposal).equals(documents(other)));
  }

  private static List<Optional<Policy>> documents(Proposal proposal) {
    return proposal.policies().stream().map(PolicyChange::policy).toList();
  }
}
