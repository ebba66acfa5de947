package awsleuth.core.cause.permissions;

import awsleuth.core.evidence.PolicyDocument;
import awsleuth.core.evidence.TrailEvent;
import awsleuth.core.fact.Citation;
import awsleuth.core.fact.Facts;
import awsleuth.core.read.Readers;
import awsleuth.core.written.PolicyWrite;
import awsleuth.core.written.WrittenPolicies;
import awsleuth.iam.Authorizer;
import awsleuth.iam.PolicySet;
import awsleuth.iam.policy.Policy;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The policies that refused a request, as events after the refusal left them, by which they refuse
 * it no more.
 *
 * @param last the last of these events
 */
record LaterPolicies(PolicyWrite last) {

  /**
   * Empty where no event wrote one of them, where they still refuse it or that is not known, and
   * where the resource itself was deleted.
   */
  static Optional<LaterPolicies> of(Facts facts, List<TrailEvent> later) {
    Optional<Simulated> simulated = Simulated.of(facts).filter(s -> s.decision().denied());
    List<PolicyWrite> writes =
        later.stream()
            .flatMap(e -> PolicyWrite.of(e).stream())
            .filter(w -> isOf(w, facts))
            .toList();
    boolean gone = writes.stream().anyMatch(PolicyWrite::endsOwner);
    if (simulated.isEmpty() || writes.isEmpty() || gone) {
      return Optional.empty();
    }
    Map<Policy, PolicyWrite> last = new LinkedHashMap<>();
    Map<String, PolicyWrite> added = new LinkedHashMap<>();
    for (PolicyWrite w : writes) {
      List<Policy> written = written(w, facts);
      written.forEach(p -> last.put(p, w));
      if (written.isEmpty()) {
        added.put(w.kind() + " " + w.owner() + " " + w.policy(), w);
      }
    }
    if (Stream.concat(last.values().stream(), added.values().stream())
        .anyMatch(w -> isOpen(w, last))) {
      return Optional.empty();
    }
    PolicySet now = now(simulated.get().set(), last, added.values());
    boolean refuses = Authorizer.of(now).explain(simulated.get().decision().request()).denied();
    return writes.reversed().stream()
        .filter(w -> !refuses && last.containsValue(w) && !attaches(w))
        .findFirst()
        .map(LaterPolicies::new);
  }

  /** Whether an event is of a policy of the caller or of the resource. */
  private static boolean isOf(PolicyWrite w, Facts facts) {
    Access access = Access.of(facts);
    String account = w.event().field("recipientAccountId");
    boolean own = !PolicyAccounts.areTwo(account, Principals.account(access.principal()));
    return switch (w.kind()) {
      case BUCKET, KEY, QUEUE, TOPIC, TRUST -> WrittenPolicies.isOn(w, access.resource());
      case INLINE, ATTACHED -> own && isOfOwner(w, access);
      case MANAGED -> own && !written(w, facts).isEmpty();
    };
  }

  /** The policies given that an event wrote or took away. */
  private static List<Policy> written(PolicyWrite w, Facts facts) {
    return facts.policies().stream()
        .filter(d -> d.policy().isPresent() && isOf(w, d, facts))
        .map(d -> d.policy().get())
        .toList();
  }

  private static boolean isOf(PolicyWrite w, PolicyDocument d, Facts facts) {
    Access access = Access.of(facts);
    return switch (w.kind()) {
      case BUCKET, KEY, QUEUE, TOPIC, TRUST ->
          d.type() == w.type() && PolicyOwner.of(facts).isOf(d);
      case INLINE -> names(d, access.owner() + "/" + w.policy(), w.policy());
      case ATTACHED -> isManaged(d, w.policy());
      case MANAGED -> isManaged(d, w.owner());
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

  /** Whether an event does not tell what it left; to attach what was given brings it back. */
  private static boolean isOpen(PolicyWrite w, Map<Policy, PolicyWrite> last) {
    boolean back = attaches(w) && last.containsValue(w);
    return !w.deletes() && !back && text(w).isEmpty();
  }

  private static boolean attaches(PolicyWrite w) {
    return w.kind() == PolicyWrite.Kind.ATTACHED && !w.deletes();
  }

  private static Optional<Policy> text(PolicyWrite w) {
    String text = w.text();
    return text.isEmpty()
        ? Optional.empty()
        : Readers.policy(w.type(), "later", text, w.at()).flatMap(PolicyDocument::policy);
  }

  private static PolicySet now(
      PolicySet set, Map<Policy, PolicyWrite> last, Collection<PolicyWrite> added) {
    List<Policy> identity = now(set.identity(), last);
    List<Policy> resource = now(set.resource(), last);
    for (PolicyWrite w : added) {
      boolean ofCaller = w.type() == PolicyDocument.Type.IDENTITY;
      text(w).ifPresent(ofCaller ? identity::add : resource::add);
    }
    return set.withIdentity(identity).withResource(resource);
  }

  private static List<Policy> now(List<Policy> given, Map<Policy, PolicyWrite> last) {
    List<Policy> now = new ArrayList<>();
    for (Policy p : given) {
      PolicyWrite w = last.get(p);
      if (w == null || attaches(w)) {
        now.add(p);
      } else if (!w.deletes()) {
        text(w).ifPresent(now::add);
      }
    }
    return now;
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
