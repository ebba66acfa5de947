package awsleuth.core.conflict;

import awsleuth.core.evidence.PolicyDocument;
import awsleuth.core.evidence.TrailEvent;
import awsleuth.core.fact.Citation;
import awsleuth.core.fact.Denial;
import awsleuth.core.fact.Fact;
import awsleuth.core.fact.Facts;
import awsleuth.core.fact.Literal;
import awsleuth.core.fact.Need;
import awsleuth.iam.policy.Policy;
import awsleuth.iam.policy.PolicyParser;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A policy that was given is not the one that CloudTrail saw written last before the failure: the
 * file is older or newer than what was in force then.
 */
final class PolicyBesideTrail implements Contradiction {

  private static final int MOST_EVENTS = 20_000;

  /** What writes a policy whose text the event has, and the type of that policy. */
  private static final Map<String, PolicyDocument.Type> WRITES =
      Map.of(
          "PutRolePolicy", PolicyDocument.Type.IDENTITY,
          "PutUserPolicy", PolicyDocument.Type.IDENTITY,
          "UpdateAssumeRolePolicy", PolicyDocument.Type.TRUST);

  @Override
  public List<Conflict> in(Facts facts) {
    List<TrailEvent> trail = facts.trail();
    if (facts.policies().isEmpty() || trail.isEmpty() || trail.size() > MOST_EVENTS) {
      return List.of();
    }
    List<TrailEvent> writes =
        trail.stream()
            .filter(e -> WRITES.containsKey(e.eventName()) && e.errorCode().isEmpty())
            .toList();
    return writes.isEmpty()
        ? List.of()
        : facts.policies().stream()
            .filter(d -> d.policy().isPresent())
            .flatMap(d -> conflict(d, writes, facts).stream())
            .toList();
  }

  private static Optional<Conflict> conflict(
      PolicyDocument d, List<TrailEvent> writes, Facts facts) {
    List<TrailEvent> own = writes.stream().filter(e -> isOf(e, d, facts)).toList();
    String until = facts.event().map(TrailEvent::time).orElse("");
    List<TrailEvent> before =
        own.stream().filter(e -> until.isEmpty() || e.time().compareTo(until) < 0).toList();
    if (before.isEmpty() || says(before.getLast(), d)) {
      return Optional.empty();
    }
    List<TrailEvent> others = own.stream().filter(e -> says(e, d)).toList();
    return Optional.of(conflict(d, before.getLast(), others));
  }

  private static Optional<Policy> written(TrailEvent e, PolicyDocument d) {
    return PolicyParser.parse(
            "trail", d.policy().orElseThrow().type(), e.field("requestParameters.policyDocument"))
        .policy();
  }

  private static boolean says(TrailEvent e, PolicyDocument d) {
    Policy given = d.policy().orElseThrow();
    return written(e, d)
        .filter(w ->
            isWhole(d)
                ? PolicyContent.of(w).equals(PolicyContent.of(given))
                : PolicyContent.agree(w, given))
        .isPresent();
  }

  /**
   * Whether a document is one policy; a file without a name may have been put together of several.
   */
  private static boolean isWhole(PolicyDocument d) {
    return d.type() == PolicyDocument.Type.TRUST || !d.name().equals(d.source().artifact());
  }

  /** Whether an event wrote a version of a policy: of the same owner, and by name or Sids. */
  private static boolean isOf(TrailEvent e, PolicyDocument d, Facts facts) {
    PolicyDocument.Type type =
        d.type() == PolicyDocument.Type.UNKNOWN ? PolicyDocument.Type.IDENTITY : d.type();
    Optional<Policy> written = type == WRITES.get(e.eventName()) ? written(e, d) : Optional.empty();
    if (written.isEmpty() || !isOwners(e, d, facts)) {
      return false;
    }
    if (type == PolicyDocument.Type.TRUST) {
      return true;
    }
    boolean sids =
        !Collections.disjoint(
            PolicyContent.sids(written.get()), PolicyContent.sids(d.policy().orElseThrow()));
    return isWhole(d) ? d.name().equals(e.field("requestParameters.policyName")) : sids;
  }

  private static boolean isOwners(TrailEvent e, PolicyDocument d, Facts facts) {
    String owner =
        facts
            .attachedTo(d)
            .or(() -> d.type() == PolicyDocument.Type.TRUST ? resource(facts) : Same.caller(facts))
            .orElse("");
    String written = e.field("requestParameters.roleName") + e.field("requestParameters.userName");
    String account = e.field("recipientAccountId");
    return !owner.isEmpty()
        && written.equals(Same.name(owner))
        && (account.isEmpty() || account.equals(Same.account(owner)));
  }

  private static Optional<String> resource(Facts facts) {
    return facts.denial() instanceof Fact.Known<Denial>(Denial d, var _)
            && d.resource().contains(":role/")
        ? Optional.of(d.resource())
        : Optional.empty();
  }

  private static Conflict conflict(PolicyDocument d, TrailEvent last, List<TrailEvent> others) {
    String which =
        others.isEmpty()
            ? "what wrote the file's text is not in the trail"
            : others.getLast().time().compareTo(last.time()) < 0
                ? "the file is older: it is what `"
                    + others.getLast().eventName()
                    + "` wrote at "
                    + others.getLast().time()
                : "the file is newer: it was written at "
                    + others.getLast().time()
                    + ", after the failure";
    return new Conflict(
        "policy",
        "the policy given is not the one that was written last",
        List.of(
            new Citation("the policy as it was given", d.source()),
            new Citation(
                "`" + last.eventName() + "` of " + last.time() + " wrote another text",
                last.at("requestParameters.policyDocument"))),
        new Conflict.Taken.None(
            which + "; the decisions are the file's, so what rests on it is only possible",
            Set.of(d.source().artifact()),
            new Need("the policy that was in force at the failure", fetch(last))));
  }

  /** The command that gives the policy as it is now. */
  private static String fetch(TrailEvent e) {
    String role = Literal.shell(e.field("requestParameters.roleName"));
    String user = Literal.shell(e.field("requestParameters.userName"));
    String policy = Literal.shell(e.field("requestParameters.policyName"));
    return switch (e.eventName()) {
      case "PutUserPolicy" ->
          "aws iam get-user-policy --user-name " + user + " --policy-name " + policy;
      case "UpdateAssumeRolePolicy" -> "aws iam get-role --role-name " + role;
      default -> "aws iam get-role-policy --role-name " + role + " --policy-name " + policy;
    };
  }
}
