package awsleuth.core.cause.permissions;

import awsleuth.core.evidence.PolicyDocument;
import awsleuth.core.evidence.TrailEvent;
import awsleuth.core.fact.Citation;
import awsleuth.core.fact.Facts;
import awsleuth.core.written.PolicyWrite;
import awsleuth.core.written.WrittenPolicies;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Who last changed, before the refusal, a policy that has to do with it, as CloudTrail tells.
 *
 * @param event the change; it succeeded
 * @param before what the refused request got before it
 */
record LastChange(TrailEvent event, BeforeChange before) {

  /** What these make has no policy before. */
  private static final Set<String> MAKING = Set.of("CreateBucket", "CreateRole", "CreatePolicy");

  static Optional<LastChange> of(Facts facts) {
    String until = facts.event().map(TrailEvent::time).orElse("");
    List<TrailEvent> trail = facts.trail();
    int first = Math.max(0, trail.size() - Facts.MOST_EVENTS);
    for (int i = trail.size() - 1; i >= first; i--) {
      TrailEvent e = trail.get(i);
      boolean before = until.isEmpty() || e.time().compareTo(until) < 0;
      if (before && e.errorCode().isEmpty() && concerns(e, facts)) {
        return Optional.of(new LastChange(e, BeforeChange.of(facts, e)));
      }
    }
    return Optional.empty();
  }

  private static boolean concerns(TrailEvent e, Facts facts) {
    return PolicyWrite.of(e).filter(w -> concerns(w, facts)).isPresent();
  }

  private static boolean concerns(PolicyWrite w, Facts facts) {
    Access access = Access.of(facts);
    boolean own = w.isIn(Principals.account(access.principal()));
    return !w.endsOwner()
        && !MAKING.contains(w.event().eventName())
        && switch (w.kind()) {
          case INLINE, ATTACHED, BOUNDARY, MEMBER ->
              own && !access.owner().isEmpty() && w.holder().equals(access.owner());
          case BUCKET, KEY, QUEUE, TOPIC, TRUST -> WrittenPolicies.isOn(w, access.resource());
          case MANAGED -> isGiven(w.owner(), facts, access);
          case ORGANIZATION -> false;
        };
  }

  /**
   * Whether a managed policy is the one that AWS names, or the one that decides among those given.
   */
  private static boolean isGiven(String arn, Facts facts, Access access) {
    if (arn.isEmpty() || arn.equals(access.denial().policyArn())) {
      return !arn.isEmpty();
    }
    PolicyMatch match = PolicyMatch.of(facts);
    return Stream.of(match.denying(), match.covering(), match.actionOnly())
        .flatMap(List::stream)
        .map(PolicyMatch.Match::policy)
        .map(PolicyDocument::name)
        .anyMatch(arn::equals);
  }

  private static String field(TrailEvent e, String parameter) {
    return e.field("requestParameters." + parameter);
  }

  /** Who, what and when. */
  Citation cite() {
    return Citation.of(event, "changed " + what());
  }

  private String what() {
    String name = event.eventName();
    String policy = first("policyName", "policyArn");
    String whose = first("roleName", "userName", "bucketName", "keyId", "queueUrl", "topicArn");
    String named = policy.isEmpty() ? "the policy" : "`" + policy + "`";
    String what =
        name.contains("Boundary")
            ? "the permissions boundary"
            : name.startsWith("UpdateAssumeRole")
                ? "the trust policy"
                : name.contains("Group") ? "the groups" : named;
    return what + (whose.isEmpty() ? "" : " of `" + whose + "`");
  }

  private String first(String... parameters) {
    return Stream.of(parameters)
        .map(p -> field(event, p))
        .filter(f -> !f.isEmpty())
        .findFirst()
        .orElse("");
  }
}
