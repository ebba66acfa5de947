package awsleuth.core.cause.permissions;

import awsleuth.core.cause.Fix;
import awsleuth.core.evidence.PolicyDocument;
import awsleuth.core.evidence.TrailEvent;
import awsleuth.core.fact.Citation;
import awsleuth.core.fact.Denial;
import awsleuth.core.fact.EventRequest;
import awsleuth.core.fact.Facts;
import awsleuth.core.fact.Literal;
import awsleuth.core.written.PolicyWrite;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A policy that was taken from the caller between the last success of the call and its refusal, and
 * not given back: it may be the one that allowed the call, where AWS says that none does.
 *
 * @param taken the event that took it
 * @param success the last event of the same call that succeeded
 * @param back the event that gave it back after the refusal; empty where none did
 */
record TakenPolicy(PolicyWrite taken, TrailEvent success, Optional<TrailEvent> back) {

  /** The last such policy; empty where none was taken, and where its text shows that it is not. */
  static Optional<TakenPolicy> of(Facts facts) {
    Optional<TrailEvent> refused = facts.event();
    Denial denial = Access.of(facts).denial();
    boolean told =
        denial.kind() == Denial.Kind.IMPLICIT
            && denial.policyType() == PolicyDocument.Type.IDENTITY;
    List<TrailEvent> trail = facts.trail();
    if (refused.isEmpty() || !told || trail.size() > Facts.MOST_EVENTS) {
      return Optional.empty();
    }
    List<TrailEvent> before =
        trail.stream().filter(e -> e.time().compareTo(refused.get().time()) < 0).toList();
    List<PolicyWrite> taken = taken(before, refused.get());
    return taken.isEmpty() ? Optional.empty() : of(facts, refused.get(), before, taken);
  }

  private static Optional<TakenPolicy> of(
      Facts facts, TrailEvent refused, List<TrailEvent> before, List<PolicyWrite> taken) {
    return before.reversed().stream()
        .filter(e -> e.errorCode().isEmpty() && SameCall.is(e, refused, Access.of(facts)))
        .findFirst()
        .flatMap(s ->
            taken.stream()
                .filter(t -> isAfter(t.event(), s))
                .flatMap(t -> of(t, s, before, refused, facts).stream())
                .findFirst());
  }

  /** Empty where its text is known, and has no allow of the call. */
  private static Optional<TakenPolicy> of(
      PolicyWrite taken,
      TrailEvent success,
      List<TrailEvent> before,
      TrailEvent refused,
      Facts facts) {
    String action = Access.of(facts).action();
    EventRequest call = EventRequest.of(refused, facts.catalog());
    return WrittenText.of(taken, before, facts).filter(t -> !t.mayAllow(call, action)).isPresent()
        ? Optional.empty()
        : Optional.of(new TakenPolicy(taken, success, back(taken, refused, facts)));
  }

  private static Optional<TrailEvent> back(PolicyWrite taken, TrailEvent refused, Facts facts) {
    return facts.trail().stream()
        .filter(e -> e.time().compareTo(refused.time()) > 0)
        .filter(e ->
            PolicyWrite.of(e)
                .filter(w -> !w.deletes() && w.kind() == taken.kind())
                .filter(w -> w.policy().equals(taken.policy()) && isOfCaller(w, refused))
                .isPresent())
        .findFirst();
  }

  /** The policies that were taken from the caller and not given back, the last first. */
  private static List<PolicyWrite> taken(List<TrailEvent> before, TrailEvent refused) {
    List<PolicyWrite> taken = new ArrayList<>();
    Set<String> later = new HashSet<>();
    for (TrailEvent e : before.reversed()) {
      PolicyWrite write = PolicyWrite.of(e).filter(w -> isOfCaller(w, refused)).orElse(null);
      if (write != null && later.add(write.kind() + write.policy()) && write.deletes()) {
        taken.add(write);
      }
    }
    return taken;
  }

  /** Whether a write is of a role or user, which may have a namesake in another account. */
  private static boolean isOfCaller(PolicyWrite write, TrailEvent refused) {
    boolean own =
        write.kind() == PolicyWrite.Kind.INLINE || write.kind() == PolicyWrite.Kind.ATTACHED;
    String account = write.event().field("recipientAccountId");
    return own
        && !write.owner().isEmpty()
        && (kind(write) + "/" + write.owner()).equals(Principals.owner(refused.principal()))
        && (account.isEmpty() || account.equals(Principals.account(refused.principal())));
  }

  private static String kind(PolicyWrite write) {
    return write.event().eventName().contains("User") ? "user" : "role";
  }

  private static boolean isAfter(TrailEvent change, TrailEvent success) {
    Optional<Instant> since = time(success).map(t -> t.minus(PolicyWrite.HOLDS_WITHIN));
    return time(change).filter(t -> since.filter(s -> !t.isBefore(s)).isPresent()).isPresent();
  }

  private static Optional<Instant> time(TrailEvent event) {
    try {
      return Optional.of(Instant.parse(event.time()));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  /** What took it, and when the call last succeeded. */
  Citation cite() {
    return Citation.of(
        taken.event(),
        "took `"
            + taken.policy()
            + "` from "
            + kind(taken)
            + " `"
            + taken.owner()
            + "`; the same call last succeeded at "
            + success.time()
            + back.map(e -> "; `" + e.eventName() + "` of " + e.time() + " gave it back")
                .orElse(""));
  }

  /** To give it back; empty where it was given back already. */
  Optional<Fix> fix() {
    return back.isPresent() ? Optional.empty() : Optional.of(giving());
  }

  private Fix giving() {
    String kind = kind(taken);
    String of = " --" + kind + "-name " + Literal.shell(taken.owner());
    String policy = Literal.shell(taken.policy());
    String text =
        taken.kind() == PolicyWrite.Kind.ATTACHED
            ? "aws iam attach-" + kind + "-policy" + of + " --policy-arn " + policy
            : "aws iam put-"
                + kind
                + "-policy"
                + of
                + " --policy-name "
                + policy
                + " --policy-document file://<policy.json>";
    return new Fix.Command(
        "give "
            + kind
            + " "
            + Literal.line(taken.owner())
            + " back the policy that it had when the call last succeeded",
        text,
        Fix.reviewOrTemplate(text));
  }
}
