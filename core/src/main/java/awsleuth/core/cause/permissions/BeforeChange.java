package awsleuth.core.cause.permissions;

import awsleuth.core.cause.Fix;
import awsleuth.core.evidence.TrailEvent;
import awsleuth.core.fact.Citation;
import awsleuth.core.fact.Facts;
import awsleuth.core.written.PolicyWrite;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the refused request got before the last change of a policy that has to do with it, as
 * CloudTrail tells.
 *
 * @param success the last event of the same call before the change, which succeeded; empty where
 *     there is none
 * @param version what the policy said before, where it allows the request
 */
record BeforeChange(Optional<TrailEvent> success, Optional<EarlierVersion> version) {

  static final BeforeChange UNKNOWN = new BeforeChange(Optional.empty(), Optional.empty());

  static BeforeChange of(Facts facts, TrailEvent change) {
    Optional<TrailEvent> refused = facts.event();
    return refused.isEmpty() || facts.trail().size() > Facts.MOST_EVENTS
        ? UNKNOWN
        : new BeforeChange(
            success(facts, change, refused.get()),
            PolicyWrite.of(change).flatMap(w -> EarlierVersion.of(facts, w)));
  }

  private static Optional<TrailEvent> success(Facts facts, TrailEvent change, TrailEvent refused) {
    return facts.trail().reversed().stream()
        .filter(e -> e.errorCode().isEmpty() && e.time().compareTo(change.time()) < 0)
        .filter(e -> SameCall.isRepeated(e, refused, Access.of(facts)))
        .filter(e -> SameCall.difference(e, refused, facts).isEmpty())
        .findFirst();
  }

  /**
   * Both.
   *
   * @param beside another change since the success, which tells of it itself; empty for none
   */
  List<Citation> cite(Optional<TakenPolicy> beside) {
    List<Citation> cited = new ArrayList<>();
    version.map(EarlierVersion::cite).ifPresent(cited::add);
    success
        .filter(_ -> beside.isEmpty())
        .map(e -> new Citation("before that the same call succeeded, at " + e.time(), e.source()))
        .ifPresent(cited::add);
    return cited;
  }

  Optional<Fix> fix() {
    return version.flatMap(EarlierVersion::fix);
  }
}
