package awsleuth.core.cause.permissions;

import awsleuth.core.cause.Fix;
import awsleuth.core.evidence.PolicyDocument;
import awsleuth.core.evidence.TrailEvent;
import awsleuth.core.fact.Citation;
import awsleuth.core.fact.Denial;
import awsleuth.core.fact.EventRequest;
import awsleuth.core.fact.Facts;
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
 */
record TakenPolicy(PolicyWrite taken, TrailEvent success) {

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
                .filter(t -> mayAllow(t, before, refused, facts))
                .findFirst()
                .map(t -> new TakenPolicy(t, s)));
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

  /** Not where the trail has its text, and that has no allow of the call. */
  private static boolean mayAllow(
      PolicyWrite taken, List<TrailEvent> before, TrailEvent refused, Facts facts) {
    return WrittenText.of(taken, before)
        .map(p -> p.mayAllow(EventRequest.of(refused, facts.catalog())))
        .orElse(true);
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
            + success.time());
  }

  /** To give it back. */
  Fix fix() {
    String kind = kind(taken);
    String of = " --" + kind + "-name " + taken.owner();
    boolean attached = taken.kind() == PolicyWrite.Kind.ATTACHED;
    String text =
        attached
            ? "aws iam attach-" + kind + "-policy" + of + " --policy-arn " + taken.policy()
            : "aws iam put-"
                + kind
                + "-policy"
                + of
                + " --policy-name "
                + taken.policy()
                + " --policy-document file://<"
                + taken.policy()
                + ".json>";
    return new Fix.Command(
        "give "
            + kind
            + " "
            + taken.owner()
            + " back the policy that it had when the call last succeeded",
        text,
        Fix.reviewOrTemplate(text));
  }
}
