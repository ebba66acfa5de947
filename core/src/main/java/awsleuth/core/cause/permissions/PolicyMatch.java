package awsleuth.core.cause.permissions;

import awsleuth.core.evidence.AuthorizationDetail.MatchedStatement;
import awsleuth.core.evidence.PolicyDocument;
import awsleuth.core.evidence.PolicyDocument.Element;
import awsleuth.core.evidence.PolicyDocument.Statement;
import awsleuth.core.fact.Facts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which statements of the policies given speak of the refused action and resource. Where the
 * request is known as a whole they are those that its decision found; else conditions are left
 * open.
 *
 * @param given how many identity-based policies of the caller were given; 0 also where one of them
 *     covers the resource by a policy variable only, is no JSON, or was not shown by AWS, since
 *     nothing follows from them then
 * @param covering Allow statements of identity-based policies that cover action and resource
 * @param actionOnly Allow statements that cover the action but not the resource, the nearest first
 * @param resourceOnly Allow statements for other actions of the same service on the resource
 * @param denying Deny statements of any type of policy that cover action and resource
 */
record PolicyMatch(
    int given,
    List<Match> covering,
    List<Match> actionOnly,
    List<Match> resourceOnly,
    List<Match> denying) {

  /**
   * A statement and its policy.
   *
   * @param near the Resource element that comes nearest to the resource; empty where none does
   * @param surely whether all its conditions are met for certain
   */
  record Match(PolicyDocument policy, Statement statement, Optional<Element> near, boolean surely) {

    Match(PolicyDocument policy, Statement statement, Optional<Element> near) {
      this(policy, statement, near, false);
    }

    /** {@code role-policy.json:9 (Sid `X`)} without the place: the Sid, or the policy's name. */
    String name() {
      return statement.sid().isEmpty()
          ? "a statement of `" + policy.name() + "`"
          : "Sid `" + statement.sid() + "`";
    }
  }

  static PolicyMatch of(Facts facts) {
    return facts.once(PolicyMatch.class, PolicyMatch::work);
  }

  /** Whether the identity-based policies given allow action and resource for certain. */
  boolean allowsPlainly() {
    for (Match m : covering) {
      if (m.surely() || m.statement().conditions().isEmpty()) {
        return true;
      }
    }
    return false;
  }

  /**
   * The statement of an identity-based policy that is enough for the request, since the resource is
   * of the caller's account and its policy need not allow it too.
   */
  Optional<Match> sufficient(Facts facts) {
    Access access = Access.of(facts);
    String prefix = access.prefix();
    boolean enough =
        access.isWithinAccount(facts) && !prefix.equals("kms") && !prefix.equals("sts");
    return enough
        ? covering.stream()
            .filter(m -> m.surely() || m.statement().conditions().isEmpty())
            .findFirst()
        : Optional.empty();
  }

  /** Deny statements of one type of policy; only of the named policy where AWS named one. */
  List<Match> denying(PolicyDocument.Type type, String arn) {
    List<Match> found = new ArrayList<>();
    List<Match> named = new ArrayList<>();
    for (Match m : denying) {
      if (m.policy().type() == type) {
        found.add(m);
        if (!arn.isEmpty() && m.policy().name().endsWith(arn)) {
          named.add(m);
        }
      }
    }
    return named.isEmpty() ? found : named;
  }

  private static PolicyMatch work(Facts facts) {
    Access access = Access.of(facts);
    Matcher matcher =
        new Matcher(access, Simulated.of(facts), UnreadPolicies.ofCaller(facts).isEmpty());
    PolicyOwner owner = PolicyOwner.of(facts);
    for (PolicyDocument p : facts.policies()) {
      if (owner.isOf(p)) {
        matcher.add(p);
      }
    }
    return matcher.result().with(sids(facts));
  }

  /** The Sids of the statements that AWS names; none where it names none. */
  private static List<String> sids(Facts facts) {
    return facts
        .detail()
        .map(
            d -> d.matched().stream().map(MatchedStatement::sid).filter(s -> !s.isEmpty()).toList())
        .orElse(List.of());
  }

  /** The same with the Deny statements of some Sids before others. */
  private PolicyMatch with(List<String> sids) {
    if (sids.isEmpty()) {
      return this;
    }
    List<Match> named = new ArrayList<>(denying);
    named.sort((a, b) -> Boolean.compare(has(b, sids), has(a, sids)));
    return new PolicyMatch(given, covering, actionOnly, resourceOnly, List.copyOf(named));
  }

  private static boolean has(Match match, List<String> sids) {
    return sids.contains(match.statement().sid());
  }
}
