package awsleuth.core.cause.permissions;

import awsleuth.core.cause.Finding;
import awsleuth.core.cause.Fix;
import awsleuth.core.cause.Outcome;
import awsleuth.core.evidence.Source;
import awsleuth.core.fact.Citation;
import awsleuth.core.fact.Facts;
import awsleuth.core.fact.Need;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which of the reasons accounts for a refusal: the proven one, or those that stay open.
 *
 * @param proven the reason that the evidence proves
 * @param open the reasons that fit, none of them proven; empty where one is
 * @param source where the refusal is told
 * @param unread the policies that were given and could not be read
 * @param change who last changed a policy that has to do with it; empty where no trail tells, and
 *     where no policy is proven to decide
 * @param taken what was taken from the caller before, and may be what allowed the call
 * @param stray the policies given that may be another's, where the reason has to do with such
 * @param consulted what else speaks of the decision: what AWS itself says of it, and who last
 *     changed what it stands in
 * @param aftermath what is known to have happened since
 */
record Decision(
    Optional<Reason> proven,
    Set<Reason> open,
    Source source,
    UnreadPolicies unread,
    Optional<LastChange> change,
    Optional<TakenPolicy> taken,
    StrayPolicies stray,
    List<Citation> consulted,
    Aftermath aftermath) {

  private static final UnreadPolicies ALL_READ = new UnreadPolicies(List.of(), List.of());

  static Decision of(Facts facts) {
    return facts.once(Decision.class, Decider::decide);
  }

  static Decision proves(Access access, Reason reason) {
    return new Decision(
        Optional.of(reason),
        EnumSet.noneOf(Reason.class),
        access.source(),
        ALL_READ,
        Optional.empty(),
        Optional.empty(),
        StrayPolicies.NONE,
        List.of(),
        Aftermath.NONE);
  }

  static Decision leaves(Access access, Set<Reason> open) {
    return new Decision(
        Optional.empty(),
        open,
        access.source(),
        ALL_READ,
        Optional.empty(),
        Optional.empty(),
        StrayPolicies.NONE,
        List.of(),
        Aftermath.NONE);
  }

  /** The same with policies that could not be read. */
  Decision with(UnreadPolicies policies) {
    return new Decision(proven, open, source, policies, change, taken, stray, consulted, aftermath);
  }

  /** The same with the changes that may have led to it. */
  Decision with(Optional<LastChange> last, Optional<TakenPolicy> policy) {
    return new Decision(proven, open, source, unread, last, policy, stray, consulted, aftermath);
  }

  /** The same beside policies that may be another's. */
  Decision with(StrayPolicies others) {
    return new Decision(
        proven, open, source, unread, change, taken, others.about(proven), consulted, aftermath);
  }

  /** The same with what AWS itself says. */
  Decision with(List<Citation> answers) {
    return new Decision(proven, open, source, unread, change, taken, stray, answers, aftermath);
  }

  /** The same with what happened since. */
  Decision with(Aftermath later) {
    return new Decision(proven, open, source, unread, change, taken, stray, consulted, later);
  }

  /** The same without a reason that is known not to be it, where others stay open. */
  Decision without(Reason reason) {
    if (!open.contains(reason) || open.size() == 1) {
      return this;
    }
    Set<Reason> others = EnumSet.copyOf(open);
    others.remove(reason);
    return new Decision(proven, others, source, unread, change, taken, stray, consulted, aftermath);
  }

  boolean isProven(Reason reason) {
    return proven.filter(r -> r == reason).isPresent();
  }

  /** Whether a reason is proven or open. */
  boolean claims(Reason reason) {
    return isProven(reason) || open.contains(reason);
  }

  /** Ruled out by the proven reason; not seen where there is none. */
  Outcome without() {
    return proven
        .<Outcome>map(r -> Outcome.ruledOut("the evidence proves another reason", source))
        .orElse(Outcome.NOT_SEEN);
  }

  /** Confirmed where the reason is proven, else possible with what would settle it. */
  Outcome answer(Reason reason, Finding finding, Need need) {
    Finding whole = withMore(finding);
    List<Need> needs = new ArrayList<>(unread.needs());
    needs.add(need);
    return isProven(reason)
        ? Outcome.confirmed(whole)
        : new Outcome.Possible(whole, List.copyOf(needs));
  }

  private Finding withMore(Finding finding) {
    List<Citation> because = new ArrayList<>(finding.because());
    because.addAll(unread.citations());
    because.addAll(stray.few());
    because.addAll(consulted);
    Optional<LastChange> cited =
        change.filter(c -> taken.filter(t -> t.taken().event().equals(c.event())).isEmpty());
    BeforeChange before = cited.map(LastChange::before).orElse(BeforeChange.UNKNOWN);
    cited.map(LastChange::cite).ifPresent(because::add);
    because.addAll(before.cite(taken));
    taken.map(TakenPolicy::cite).ifPresent(because::add);
    because.addAll(aftermath.cite());
    List<Fix> fixes = new ArrayList<>(finding.fixes());
    taken.flatMap(TakenPolicy::fix).ifPresent(f -> fixes.add(0, f));
    before.fix().ifPresent(fixes::add);
    return new Finding(
        finding.summary(),
        finding.specificity(),
        List.copyOf(because),
        aftermath.instead().map(List::of).orElse(withoutSame(fixes)),
        finding.verification());
  }

  /** Without changes of policies that one before makes too, whatever else is said beside them. */
  private static List<Fix> withoutSame(List<Fix> fixes) {
    Set<String> diffs = new HashSet<>();
    return fixes.stream()
        .filter(f -> !(f instanceof Fix.PolicyEdit e && isDiff(e.text())) || diffs.add(f.text()))
        .toList();
  }

  /** Whether it names the file that changes. */
  private static boolean isDiff(String text) {
    return text.contains("\n+++ ");
  }

  /** EVIDENCE where a policy or event is cited, MESSAGE where AWS told the action, else CODE. */
  static Finding.Specificity specificity(Access access, boolean evidence) {
    return evidence
        ? Finding.Specificity.EVIDENCE
        : access.sentence() ? Finding.Specificity.MESSAGE : Finding.Specificity.CODE;
  }
}
