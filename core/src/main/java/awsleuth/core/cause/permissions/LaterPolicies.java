package awsleuth.core.cause.permissions;

import awsleuth.core.evidence.PolicyDocument;
import awsleuth.core.evidence.TrailEvent;
import awsleuth.core.fact.Citation;
import awsleuth.core.fact.Facts;
import awsleuth.core.read.Readers;
import awsleuth.core.written.PolicyWrite;
import awsleuth.core.written.WrittenPolicies;
import awsleuth.iam.Authorizer;
import awsleuth.iam.Decision;
import awsleuth.iam.PolicySet;
import awsleuth.iam.policy.Policy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The policies that refused a request, as events after the refusal left them, by which they refuse
 * it no more.
 *
 * @param last the last of these events
 */
record LaterPolicies(PolicyWrite last) {

  /** Empty where no event wrote one of them, or where they still refuse it. */
  static Optional<LaterPolicies> of(Facts facts, List<TrailEvent> later) {
    Optional<Simulated> simulated = Simulated.of(facts).filter(s -> s.decision().denied());
    List<PolicyWrite> writes = later.stream().flatMap(e -> PolicyWrite.of(e).stream()).toList();
    if (simulated.isEmpty() || writes.isEmpty()) {
      return Optional.empty();
    }
    Map<Policy, PolicyWrite> last = new HashMap<>();
    for (PolicyDocument d : facts.policies()) {
      for (PolicyWrite w : writes) {
        if (d.policy().isPresent() && isOf(w, d, facts)) {
          last.put(d.policy().get(), w);
        }
      }
    }
    PolicySet set = simulated.get().set();
    PolicySet now =
        set.withIdentity(now(set.identity(), last)).withResource(now(set.resource(), last));
    Decision decision = Authorizer.of(now).explain(simulated.get().decision().request());
    boolean refuses = decision.denied() || last.values().stream().anyMatch(LaterPolicies::isOpen);
    return last.values().stream()
        .filter(_ -> !refuses)
        .max((a, b) -> a.event().time().compareTo(b.event().time()))
        .map(LaterPolicies::new);
  }

  /** Whether an event wrote or took away a policy that was given. */
  private static boolean isOf(PolicyWrite w, PolicyDocument d, Facts facts) {
    Access access = Access.of(facts);
    String account = w.event().field("recipientAccountId");
    boolean own = !PolicyAccounts.areTwo(account, Principals.account(access.principal()));
    return switch (w.kind()) {
      case BUCKET, KEY, QUEUE, TOPIC, TRUST ->
          d.type() == w.type()
              && PolicyOwner.of(facts).isOf(d)
              && WrittenPolicies.isOn(w, access.resource());
      case INLINE ->
          own && isOfOwner(w, access) && names(d, access.owner() + "/" + w.policy(), w.policy());
      case ATTACHED -> own && w.deletes() && isOfOwner(w, access) && isManaged(d, w.policy());
      case MANAGED -> own && isManaged(d, w.owner());
    };
  }

  private static boolean isOfOwner(PolicyWrite w, Access access) {
    String parameter = access.owner().startsWith("user/") ? "userName" : "roleName";
    return access.owner().endsWith("/" + w.event().field("requestParameters." + parameter));
  }

  /** By what a file says of itself, or as an event's policy is called. */
  private static boolean names(PolicyDocument d, String named, String policy) {
    String owner = named.substring(named.indexOf('/') + 1, named.length() - policy.length());
    return d.name().equals(named) || d.name().equals("identity/" + owner + policy + "/policy");
  }

  private static boolean isManaged(PolicyDocument d, String arn) {
    String name = arn.substring(arn.lastIndexOf('/') + 1);
    return !name.isEmpty()
        && (d.name().endsWith(arn) || d.name().equals("identity/" + name + "/policy"));
  }

  /** Whether an event does not tell what it left. */
  private static boolean isOpen(PolicyWrite w) {
    return !w.deletes() && written(w).isEmpty();
  }

  private static Optional<Policy> written(PolicyWrite w) {
    String text = w.text();
    return text.isEmpty()
        ? Optional.empty()
        : Readers.policy(w.type(), "later", text, w.at()).flatMap(PolicyDocument::policy);
  }

  private static List<Policy> now(List<Policy> given, Map<Policy, PolicyWrite> last) {
    List<Policy> now = new ArrayList<>();
    for (Policy p : given) {
      PolicyWrite w = last.get(p);
      if (w == null) {
        now.add(p);
      } else if (!w.deletes()) {
        written(w).ifPresent(now::add);
      }
    }
    return now;
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
