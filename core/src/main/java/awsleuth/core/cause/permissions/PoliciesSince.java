package awsleuth.core.cause.permissions;

import awsleuth.core.evidence.PolicyDocument;
import awsleuth.core.evidence.PolicyDocument.Holding;
import awsleuth.core.fact.Facts;
import awsleuth.core.fact.ToldOwner;
import awsleuth.core.read.Readers;
import awsleuth.core.written.Holdings;
import awsleuth.core.written.Holdings.Held;
import awsleuth.core.written.PolicyWrite;
import awsleuth.core.written.PolicyWrite.Kind;
import awsleuth.core.written.WrittenPolicies;
import awsleuth.iam.PolicySet;
import awsleuth.iam.policy.Policy;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What events after a refusal made of the policies given, and which they added. */
final class PoliciesSince {

  private final List<Held> helds = new ArrayList<>();
  private final Map<String, PolicyWrite> versions = new LinkedHashMap<>();
  private final Optional<PolicyWrite> ofResource;
  private final Map<Policy, Optional<Policy>> now = new LinkedHashMap<>();
  private final List<Policy> identity = new ArrayList<>();
  private final List<Policy> resource = new ArrayList<>();
  private final Set<PolicyWrite> fitting = new LinkedHashSet<>();
  private final Set<PolicyWrite> changing = new LinkedHashSet<>();
  private boolean open;

  /**
   * After some events.
   *
   * @param writes those that have to do with the request, in the order of their time
   */
  PoliciesSince(List<PolicyWrite> writes, List<String> holders, Facts facts) {
    String account = Principals.account(Access.of(facts).principal());
    for (String holder : holders) {
      Holdings holdings = Holdings.of(writes, holder, account);
      helds.addAll(holdings.all());
      versions.putAll(holdings.versions());
    }
    this.ofResource =
        writes.reversed().stream()
            .filter(w -> WrittenPolicies.isOn(w, Access.of(facts).resource()))
            .findFirst();
    PolicyOwner owner = PolicyOwner.of(facts);
    for (PolicyDocument d : facts.policies()) {
      if (d.policy().isPresent() && owner.isOf(d)) {
        change(d, d.policy().get());
      }
    }
    add();
  }

  /** Whether it is not known what the policies are by now. */
  boolean isOpen() {
    return open;
  }

  /** Whether an event changed a policy given, or took it away. */
  boolean changes(PolicyWrite write) {
    return changing.contains(write);
  }

  /** The policies as they are by now. */
  PolicySet in(PolicySet set) {
    List<Policy> own = now(set.identity());
    own.addAll(identity);
    List<Policy> others = now(set.resource());
    others.addAll(resource);
    return set.withIdentity(own).withResource(others).withBoundary(now(set.boundary()));
  }

  private List<Policy> now(List<Policy> given) {
    List<Policy> left = new ArrayList<>();
    given.forEach(p -> now.getOrDefault(p, Optional.of(p)).ifPresent(left::add));
    return left;
  }

  private void change(PolicyDocument d, Policy given) {
    switch (d.type()) {
      case IDENTITY, UNKNOWN, BOUNDARY -> ofCaller(d, given);
      case RESOURCE, TRUST ->
          ofResource.filter(w -> w.type() == d.type()).ifPresent(w -> write(d, given, w));
      case SCP, RCP, SESSION, VPC_ENDPOINT -> {}
    }
  }

  private void ofCaller(PolicyDocument d, Policy given) {
    Optional<PolicyWrite> version =
        versions.values().stream().filter(w -> isManaged(d, w.owner())).findFirst();
    List<Held> own = helds.stream().filter(h -> isOf(h, d)).toList();
    own.forEach(h -> fitting.add(h.last()));
    Optional<PolicyWrite> taken =
        own.stream().map(Held::last).filter(PolicyWrite::deletes).findFirst();
    Optional<PolicyWrite> inline =
        own.stream().map(Held::last).filter(w -> w.kind() == Kind.INLINE).findFirst();
    if (taken.isPresent()) {
      write(d, given, taken.get());
    } else if (inline.isPresent()) {
      write(d, given, inline.get());
    } else if (version.isPresent()) {
      write(d, given, version.get());
    } else {
      boolean bounded = own.stream().anyMatch(h -> h.last().kind() == Kind.BOUNDARY);
      open |= bounded && own.stream().noneMatch(h -> isManaged(d, h.last().policy()));
    }
  }

  private void write(PolicyDocument d, Policy given, PolicyWrite w) {
    boolean bounds = d.type() == PolicyDocument.Type.BOUNDARY;
    Optional<Policy> text = text(w, bounds ? d.type() : w.type());
    open |= !w.deletes() && text.isEmpty();
    now.put(given, text);
    fitting.add(w);
    changing.add(w);
  }

  /** What no policy given is a version of. */
  private void add() {
    for (Held h : helds) {
      if (!h.last().deletes() && !fitting.contains(h.last())) {
        boolean bounds = h.last().kind() == Kind.BOUNDARY;
        Optional<Policy> text =
            h.text().filter(_ -> !bounds).flatMap(w -> text(w, PolicyDocument.Type.IDENTITY));
        open |= text.isEmpty();
        text.ifPresent(identity::add);
      }
    }
    ofResource
        .filter(w -> !w.deletes() && !fitting.contains(w))
        .ifPresent(w -> {
          open |= text(w, w.type()).isEmpty();
          text(w, w.type()).ifPresent(resource::add);
        });
  }

  private static Optional<Policy> text(PolicyWrite w, PolicyDocument.Type type) {
    String text = w.text();
    return text.isEmpty()
        ? Optional.empty()
        : Readers.policy(type, "later", text, w.at()).flatMap(PolicyDocument::policy);
  }

  /** Whether a document is the policy, or one of the group's policies, that events were about. */
  private static boolean isOf(Held h, PolicyDocument d) {
    PolicyWrite w = h.last();
    boolean bounds = d.type() == PolicyDocument.Type.BOUNDARY;
    return bounds == (w.kind() == Kind.BOUNDARY)
        && switch (w.kind()) {
          case BOUNDARY -> true;
          case MEMBER -> holder(d).equals("group/" + w.policy());
          case INLINE -> isInline(d, w);
          case ATTACHED ->
              isManaged(d, w.policy()) && (holder(d).isEmpty() || holder(d).equals(w.holder()));
          case BUCKET, KEY, QUEUE, TOPIC, TRUST, MANAGED, ORGANIZATION -> false;
        };
  }

  /** The group through which a user has it, else whose it says it is; empty where it does not. */
  private static String holder(PolicyDocument d) {
    return d.holding()
        .map(Holding::group)
        .filter(g -> !g.isEmpty())
        .or(() -> ToldOwner.of(d).map(ToldOwner::owner))
        .orElse("");
  }

  /** By what a file says of itself, or as an event's policy is called. */
  private static boolean isInline(PolicyDocument d, PolicyWrite w) {
    boolean told = ToldOwner.of(d).filter(o -> o.policy().equals(w.policy())).isPresent();
    return (told && holder(d).equals(w.holder()))
        || d.name().equals("identity/" + w.owner() + "/" + w.policy() + "/policy");
  }

  /** Whether a document is the managed policy of an ARN. */
  static boolean isManaged(PolicyDocument d, String arn) {
    String name = arn.substring(arn.lastIndexOf('/') + 1);
    return !name.isEmpty()
        && (d.name().endsWith(arn) || d.name().equals("identity/" + name + "/policy"));
  }
}
