package awsleuth.core.cause.permissions;

import awsleuth.core.conflict.Conflict;
import awsleuth.core.conflict.Contradiction;
import awsleuth.core.evidence.Source;
import awsleuth.core.evidence.TrailEvent;
import awsleuth.core.fact.Citation;
import awsleuth.core.fact.EventRequest;
import awsleuth.core.fact.Facts;
import awsleuth.core.fact.Literal;
import awsleuth.core.fact.Need;
import awsleuth.iam.Authorizer;
import awsleuth.iam.Blocker;
import awsleuth.iam.Layer;
import awsleuth.iam.StatementReport;
import awsleuth.iam.policy.Effect;
import awsleuth.iam.policy.Policy;
import awsleuth.iam.request.DocumentedKeys;
import awsleuth.iam.request.Request;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * CloudTrail shows that a request of the caller succeeded which a policy given explicitly denies,
 * and no change of a policy between that and the refusal. What denies the refused request itself is
 * left out: that it was added in between is the very thing that may have happened.
 */
public final class SuccessDenied implements Contradiction {

  private static final int MOST_REQUESTS = 1_000;

  /** In the ARNs of buckets and objects, of any partition. */
  private static final String BUCKETS = ":s3:::";

  @Override
  public List<Conflict> in(Facts facts) {
    List<TrailEvent> trail = facts.trail();
    return trail.isEmpty() || trail.size() > Facts.MOST_EVENTS
        ? List.of()
        : Simulated.of(facts)
            .filter(s -> s.set().all().stream().anyMatch(SuccessDenied::denies))
            .flatMap(s -> first(trail, s, facts))
            .stream()
            .toList();
  }

  private static boolean denies(Policy policy) {
    return policy.statements().stream().anyMatch(s -> s.effect() == Effect.DENY);
  }

  /** The last such success; more of them say the same of the files. */
  private static Optional<Conflict> first(List<TrailEvent> trail, Simulated s, Facts facts) {
    Request refused = s.decision().request();
    Authorizer given = Authorizer.of(s.set());
    RequestKinds kinds = RequestKinds.of(s.set());
    PolicyChanges changes = PolicyChanges.of(trail, s.set(), facts);
    String until = facts.event().map(TrailEvent::time).orElse("");
    Set<String> seen = new HashSet<>();
    for (TrailEvent event : trail.reversed()) {
      if (isOwnSuccess(event, refused) && seen.size() < MOST_REQUESTS) {
        EventRequest asked = EventRequest.of(event, facts.catalog());
        Optional<Request> made =
            asked.actions().size() == 1
                ? asked.request(asked.actions().getFirst())
                : Optional.empty();
        boolean since = !until.isEmpty() && event.time().compareTo(until) > 0;
        Optional<StatementReport> denying =
            made.filter(r -> seen.add(since + " " + kinds.of(r)))
                .flatMap(r -> denying(given, r, s))
                .filter(d ->
                    !changes.isBetween(
                        d.layer(),
                        bucket(made.get().resource()),
                        since ? until : event.time(),
                        since ? event.time() : until));
        if (denying.isPresent()) {
          return Optional.of(conflict(event, made.orElseThrow(), denying.get()));
        }
      }
    }
    return Optional.empty();
  }

  /** Whether the caller made a call by itself, not by way of a service, and it succeeded. */
  private static boolean isOwnSuccess(TrailEvent event, Request refused) {
    return event.errorCode().isEmpty()
        && event.field("userIdentity.invokedBy").isEmpty()
        && Principals.isSame(event.principal(), refused.principal().text());
  }

  /** What surely denies a request by one of the policies that are about it and no other thing. */
  private static Optional<StatementReport> denying(Authorizer given, Request made, Simulated s) {
    Request complete = made.in(DocumentedKeys.complete(made.context(), made.principal()));
    if (!given.decide(complete).denied()) {
      return Optional.empty();
    }
    return given.explain(complete).blockers().stream()
        .filter(b -> b.explicit() && isAbout(b.layer(), made))
        .flatMap(b -> b.denying().stream())
        .filter(d -> deniers(s).noneMatch(r -> r.statement().equals(d.statement())))
        .findFirst();
  }

  private static boolean isAbout(Layer layer, Request made) {
    return switch (layer) {
      case IDENTITY, BOUNDARY -> true;
      case RESOURCE -> !bucket(made.resource()).isEmpty();
      case SESSION, SCP, RCP, VPC_ENDPOINT -> false;
    };
  }

  private static Stream<StatementReport> deniers(Simulated s) {
    return s.decision().blockers().stream().map(Blocker::denying).flatMap(List::stream);
  }

  private static Conflict conflict(TrailEvent event, Request made, StatementReport denying) {
    String sid = denying.statement().sid();
    String what = "`" + made.action() + "` on `" + made.resource() + "`";
    String file = denying.policy().name();
    return new Conflict(
        "policy",
        "a policy given denies what the trail shows to have succeeded",
        List.of(
            new Citation(what + " succeeded at " + event.time(), event.source()),
            new Citation(
                (sid.isEmpty() ? "the statement" : "Sid `" + sid + "`") + " denies it",
                new Source(file, denying.statement().at().line()))),
        new Conflict.Taken.None(
            "the trail has no change of a policy in between, so that the file may not be what was"
                + " in force; what rests on it is only possible",
            Set.of(file),
            new Need("the policy that was in force at the failure", fetch(denying, made))));
  }

  /** The command that gives the policy as it is now. */
  private static String fetch(StatementReport denying, Request made) {
    String owner = Principals.owner(made.principal().text());
    String name = Literal.shell(owner.substring(owner.lastIndexOf('/') + 1));
    String kind = owner.startsWith("user/") ? "user" : "role";
    return switch (denying.layer()) {
      case RESOURCE ->
          "aws s3api get-bucket-policy --query Policy --output text --bucket "
              + Literal.shell(bucket(made.resource()));
      case BOUNDARY -> "aws iam get-" + kind + " --" + kind + "-name " + name;
      case IDENTITY, SESSION, SCP, RCP, VPC_ENDPOINT ->
          "aws iam list-" + kind + "-policies --" + kind + "-name " + name;
    };
  }

  /** The bucket that an ARN is of; empty where it is of none. */
  private static String bucket(String resource) {
    int at = resource.indexOf(BUCKETS);
    return at < 0 ? "" : resource.substring(at + BUCKETS.length()).split("/", 2)[0];
  }
}
