package awsleuth.core.cause.permissions;

import awsleuth.core.cause.Fix;
import awsleuth.core.evidence.PolicyDocument;
import awsleuth.core.evidence.TrailEvent;
import awsleuth.core.fact.Citation;
import awsleuth.core.fact.Denial;
import awsleuth.core.fact.EventRequest;
import awsleuth.core.fact.Facts;
import awsleuth.core.fact.Literal;
import awsleuth.core.written.Holdings;
import awsleuth.core.written.PolicyWrite;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A policy that was taken from the caller, or from a group that it is in, between the last success
 * of the call and its refusal, and not given back, or the caller from a group: it may be the one
 * that allowed the call, where AWS says that none does.
 *
 * @param taken the event that took it
 * @param success the last event of the same call that succeeded
 * @param back the event that gave it back after the refusal; empty where none did, and where it was
 *     taken again
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
    List<PolicyWrite> taken = taken(before, facts);
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
    List<WrittenText> texts = WrittenText.of(taken, before, facts);
    return !texts.isEmpty() && texts.stream().noneMatch(t -> t.mayAllow(call, action))
        ? Optional.empty()
        : Optional.of(new TakenPolicy(taken, success, back(taken, refused, facts)));
  }

  private static Optional<TrailEvent> back(PolicyWrite taken, TrailEvent refused, Facts facts) {
    List<PolicyWrite> after =
        facts.trail().stream()
            .filter(e -> e.time().compareTo(refused.time()) > 0)
            .flatMap(e -> PolicyWrite.of(e).stream())
            .toList();
    return Holdings.of(after, taken.holder(), account(facts))
        .find(taken.kind(), taken.policy())
        .map(Holdings.Held::last)
        .filter(w -> !w.deletes())
        .map(PolicyWrite::event);
  }

  private static String account(Facts facts) {
    return Principals.account(Access.of(facts).principal());
  }

  /** The policies and groups that were taken from the caller and not given back, the last first. */
  private static List<PolicyWrite> taken(List<TrailEvent> before, Facts facts) {
    List<PolicyWrite> writes = before.stream().flatMap(e -> PolicyWrite.of(e).stream()).toList();
    return Groups.holders(writes, facts).stream()
        .flatMap(holder -> Holdings.of(writes, holder, account(facts)).all().stream())
        .map(Holdings.Held::last)
        .filter(w -> w.deletes() && w.kind() != PolicyWrite.Kind.BOUNDARY)
        .sorted(Comparator.comparing((PolicyWrite w) -> w.event().time()).reversed())
        .toList();
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
    boolean member = taken.kind() == PolicyWrite.Kind.MEMBER;
    return Citation.of(
        taken.event(),
        (member
                ? "took `" + taken.owner() + "` out of group `" + taken.policy() + "`"
                : "took `" + taken.policy() + "` from " + kind() + " `" + taken.owner() + "`")
            + "; the same call last succeeded at "
            + success.time()
            + back.map(e -> "; `" + e.eventName() + "` of " + e.time() + " gave it back")
                .orElse(""));
  }

  /** To give it back; empty where it was given back already. */
  Optional<Fix> fix() {
    return back.isPresent() ? Optional.empty() : Optional.of(giving());
  }

  /** {@code role}, {@code user} or {@code group}. */
  private String kind() {
    return taken.holder().substring(0, taken.holder().indexOf('/'));
  }

  private Fix giving() {
    String who = kind() + " " + Literal.line(taken.owner());
    String title =
        taken.kind() == PolicyWrite.Kind.MEMBER
            ? "put " + who + " back into the group in which it was when the call last succeeded"
            : "give " + who + " back the policy that it had when the call last succeeded";
    String text = command();
    return new Fix.Command(title, text, Fix.reviewOrTemplate(text));
  }

  private String command() {
    String of = " --" + kind() + "-name " + Literal.shell(taken.owner());
    String policy = Literal.shell(taken.policy());
    return switch (taken.kind()) {
      case MEMBER -> "aws iam add-user-to-group" + of + " --group-name " + policy;
      case ATTACHED -> "aws iam attach-" + kind() + "-policy" + of + " --policy-arn " + policy;
      case INLINE, BUCKET, KEY, QUEUE, TOPIC, TRUST, MANAGED, BOUNDARY, ORGANIZATION ->
          "aws iam put-"
              + kind()
              + "-policy"
              + of
              + " --policy-name "
              + policy
              + " --policy-document file://<policy.json>";
    };
  }
}
