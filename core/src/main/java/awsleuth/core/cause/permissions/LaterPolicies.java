package awsleuth.core.cause.permissions;

import awsleuth.core.evidence.TrailEvent;
import awsleuth.core.fact.Citation;
import awsleuth.core.fact.Facts;
import awsleuth.core.written.PolicyWrite;
import awsleuth.core.written.PolicyWrites;
import awsleuth.core.written.WrittenPolicies;
import awsleuth.iam.Authorizer;
import awsleuth.iam.PolicySet;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;

/**
 * The policies that refused a request, as events after the refusal left them, by which they refuse
 * it no more.
 *
 * @param last the last of these events
 */
record LaterPolicies(PolicyWrite last) {

  /**
   * Empty where no event wrote one of them, where they still refuse it or that is not known, and
   * where the caller or the resource itself was deleted.
   *
   * @param later the events after the refusal; at least one
   */
  static Optional<LaterPolicies> of(Facts facts, List<TrailEvent> later) {
    Optional<Simulated> simulated = Simulated.of(facts).filter(s -> s.decision().denied());
    if (simulated.isEmpty()) {
      return Optional.empty();
    }
    List<PolicyWrite> all = PolicyWrites.of(facts).from(later.getFirst().time());
    if (all.isEmpty()) {
      return Optional.empty();
    }
    List<PolicyWrite> ever = PolicyWrites.of(facts).all();
    List<String> holders = Groups.holders(ever, facts);
    List<PolicyWrite> writes = all.stream().filter(w -> isOf(w, holders, facts)).toList();
    boolean open = all.stream().anyMatch(w -> isOpen(w, ever, facts));
    boolean gone = writes.stream().anyMatch(PolicyWrite::endsOwner);
    if (open || gone || writes.isEmpty()) {
      return Optional.empty();
    }
    PoliciesSince since = new PoliciesSince(writes, holders, facts);
    if (since.isOpen()) {
      return Optional.empty();
    }
    PolicySet now = since.in(simulated.get().set());
    boolean refuses = Authorizer.of(now).explain(simulated.get().decision().request()).denied();
    return writes.reversed().stream()
        .filter(w -> !refuses && since.changes(w))
        .findFirst()
        .map(LaterPolicies::new);
  }

  /** Whether an event is of a policy of the caller or of the resource. */
  private static boolean isOf(PolicyWrite w, List<String> holders, Facts facts) {
    Access access = Access.of(facts);
    boolean own = w.isIn(Principals.account(access.principal()));
    return switch (w.kind()) {
      case BUCKET, KEY, QUEUE, TOPIC -> WrittenPolicies.isOn(w, access.resource());
      case TRUST ->
          WrittenPolicies.isOn(w, access.resource())
              || (w.endsOwner() && own && holders.contains(w.holder()));
      case INLINE, ATTACHED, MEMBER, BOUNDARY -> own && holders.contains(w.holder());
      case MANAGED ->
          own && facts.policies().stream().anyMatch(d -> PoliciesSince.isManaged(d, w.owner()));
      case ORGANIZATION -> false;
    };
  }

  /**
   * Whether an event may be of a policy that decides the request, and that is not known: of a group
   * in which the caller may be, of the organization.
   */
  private static boolean isOpen(PolicyWrite w, List<PolicyWrite> writes, Facts facts) {
    Access access = Access.of(facts);
    String account = Principals.account(access.principal());
    return switch (w.kind()) {
      case INLINE, ATTACHED ->
          w.holder().startsWith("group/")
              && !w.deletes()
              && w.isIn(account)
              && access.owner().startsWith("user/")
              && Groups.isIn(w.owner(), writes, facts) == GroupMembers.In.UNKNOWN;
      case ORGANIZATION -> !PolicyAccounts.areTwo(w.owner(), account);
      case BUCKET, KEY, QUEUE, TOPIC, TRUST, MANAGED, MEMBER, BOUNDARY -> false;
    };
  }

  /** Whether a call was refused again when the change must have held. */
  boolean refusedSince(TrailEvent again) {
    try {
      Instant holds = Instant.parse(last.event().time()).plus(PolicyWrite.HOLDS_WITHIN);
      return !again.errorCode().isEmpty() && Instant.parse(again.time()).isAfter(holds);
    } catch (DateTimeParseException e) {
      return false;
    }
  }

  /** {@code `DeleteBucketPolicy` of 2026-11-20T09:31:00Z took away what refused it}. */
  String what() {
    return "`"
        + last.event().eventName()
        + "` of "
        + last.event().time()
        + (last.deletes() ? " took away" : " rewrote")
        + " what refused it";
  }

  Citation cite() {
    return Citation.of(
        last.event(),
        (last.deletes() ? "took the policy away" : "wrote another policy")
            + " since then, after which nothing given refuses the call");
  }
}
