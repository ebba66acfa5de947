package awsleuth.core.cause.permissions;

import awsleuth.core.evidence.PolicyDocument;
import awsleuth.core.evidence.PolicyDocument.Holding;
import awsleuth.core.fact.Facts;
import awsleuth.iam.PolicySet;
import awsleuth.iam.policy.Policy;
import awsleuth.iam.repair.Beside;
import awsleuth.iam.repair.Holder;
import awsleuth.iam.repair.PolicyChange;
import awsleuth.iam.request.Principal;
import awsleuth.iam.request.Request;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Who else has the policies of the caller, as an export of the account or the manifest tells. */
final class SharedPolicies {

  private final Facts facts;
  private final Map<String, List<PolicyDocument>> byOwner = new LinkedHashMap<>();
  private final List<PolicyDocument> own = new ArrayList<>();
  private final List<Holder> holders = new ArrayList<>();

  private SharedPolicies(Facts facts) {
    this.facts = facts;
    PolicyOwner owner = PolicyOwner.of(facts);
    for (PolicyDocument document : facts.policies()) {
      if (isOfPrincipal(document) && document.policy().isPresent()) {
        if (owner.isOf(document)) {
          own.add(document);
        }
        owners(document)
            .forEach(arn -> byOwner.computeIfAbsent(arn, _ -> new ArrayList<>()).add(document));
      }
    }
    byOwner.forEach((arn, documents) -> holder(arn, documents).ifPresent(holders::add));
  }

  static SharedPolicies of(Facts facts) {
    return facts.once(SharedPolicies.class, SharedPolicies::new);
  }

  private static boolean isOfPrincipal(PolicyDocument document) {
    return switch (document.type()) {
      case IDENTITY, BOUNDARY -> true;
      case UNKNOWN, RESOURCE, SCP, RCP, SESSION, VPC_ENDPOINT, TRUST -> false;
    };
  }

  /** The roles and users who have a document, by ARN. */
  private List<String> owners(PolicyDocument document) {
    return document.holding().isPresent()
        ? List.of(document.holding().get().owner())
        : facts.attachedTo(document).stream()
            .flatMap(to ->
                GroupMembers.isGroup(to)
                    ? GroupMembers.of(facts).members(to).stream()
                    : Stream.of(to))
            .distinct()
            .toList();
  }

  /** One who is not the caller and has a document that the caller has. */
  private Optional<Holder> holder(String arn, List<PolicyDocument> documents) {
    boolean caller = Principals.isSame(arn, Access.of(facts).principal());
    List<PolicyDocument> shared = documents.stream().filter(this::isOwn).toList();
    if (caller || shared.isEmpty() || Principals.owner(arn).isEmpty()) {
      return Optional.empty();
    }
    return Principal.parse(arn)
        .map(p ->
            new Holder(
                p,
                label(arn, shared),
                of(documents, PolicyDocument.Type.IDENTITY),
                of(documents, PolicyDocument.Type.BOUNDARY)));
  }

  private String label(String arn, List<PolicyDocument> shared) {
    Set<String> groups = new TreeSet<>();
    shared.forEach(d -> d.holding().map(Holding::group).ifPresent(groups::add));
    shared.forEach(d -> groups.addAll(groups(arn, d)));
    boolean byGroup = !groups.isEmpty() && !groups.contains("");
    String name = "`" + Principals.owner(arn) + "`";
    return byGroup ? name + " of `" + String.join("`, `", groups) + "`" : name;
  }

  /** The groups through which one has a document, or "" where it is attached to the one itself. */
  private Set<String> groups(String arn, PolicyDocument document) {
    Set<String> groups = new TreeSet<>();
    for (String to :
        document.holding().isPresent() ? List.<String>of() : facts.attachedTo(document)) {
      if (Principals.isSame(to, arn)) {
        groups.add("");
      } else if (GroupMembers.of(facts).members(to).stream()
          .anyMatch(m -> Principals.isSame(m, arn))) {
        groups.add("group/" + GroupMembers.name(to));
      }
    }
    return groups;
  }

  private static List<Policy> of(List<PolicyDocument> documents, PolicyDocument.Type type) {
    return documents.stream()
        .filter(d -> d.type() == type)
        .flatMap(d -> d.policy().stream())
        .toList();
  }

  private boolean isOwn(PolicyDocument document) {
    return own.stream().anyMatch(o -> isSame(o, document));
  }

  private static boolean isSame(PolicyDocument one, PolicyDocument other) {
    return one.policy().filter(p -> isOf(other, p)).isPresent();
  }

  private static boolean isOf(PolicyDocument document, Policy policy) {
    return document.source().artifact().equals(policy.name())
        && document.policy().filter(p -> p.at().equals(policy.at())).isPresent();
  }

  /** What is known beside the policies of the caller. */
  Beside beside(Request refused, PolicySet set) {
    boolean shared =
        !(holders.isEmpty()
            && set.resource().isEmpty()
            && set.endpoint().isEmpty()
            && set.scps().isEmpty()
            && set.rcps().isEmpty());
    AllowedBefore before = AllowedBefore.of(facts, refused, set, shared);
    return new Beside(
        before.own(),
        before.ofOthers(),
        List.copyOf(holders),
        before.cut().stream().toList(),
        this::isOfAws);
  }

  /** Whether AWS manages a policy, so that nobody else can change it. */
  private boolean isOfAws(Policy policy) {
    return own.stream().anyMatch(d -> isOf(d, policy) && arn(d).contains(":iam::aws:policy/"));
  }

  private static String arn(PolicyDocument document) {
    return document.holding().map(Holding::arn).orElse(document.name());
  }

  /**
   * In words that follow "supposes that": others may have a changed policy whom the evidence does
   * not name, so that nothing could be decided for them.
   */
  List<String> unnamed(List<PolicyChange> changes) {
    Set<String> words = new LinkedHashSet<>();
    for (PolicyChange change : changes) {
      for (PolicyDocument d : own) {
        if (change.policy().filter(p -> isOf(d, p)).isPresent()) {
          unnamed(d).ifPresent(words::add);
        }
      }
    }
    return List.copyOf(words);
  }

  private Optional<String> unnamed(PolicyDocument document) {
    List<String> attached = facts.attachedTo(document);
    List<String> groups =
        attached.stream()
            .filter(a -> GroupMembers.isGroup(a) && !GroupMembers.of(facts).isWhole(a))
            .toList();
    if (!groups.isEmpty()) {
      return Optional.of("all of `" + String.join("`, `", groups) + "` may be allowed it too");
    }
    return managed(document).flatMap(named -> unnamed(document, named));
  }

  /** The ARN of a managed policy, which its name may be a part of; empty of another policy. */
  private static Optional<String> managed(PolicyDocument document) {
    String name = arn(document);
    int start = name.indexOf("arn:");
    return start >= 0 && name.indexOf(":policy/", start) >= 0
        ? Optional.of(name.substring(start))
        : Optional.empty();
  }

  /** Whether others may have it too, unlike an inline policy. */
  static boolean isManaged(PolicyDocument document) {
    return managed(document).isPresent();
  }

  private Optional<String> unnamed(PolicyDocument document, String named) {
    Optional<Holding> holding = document.holding();
    if (holding.isEmpty()) {
      return Optional.of("whoever else has `" + named + "` may be allowed it too");
    }
    int left = holding.get().count() - having(document);
    return left <= 0
        ? Optional.empty()
        : Optional.of(
            left
                + (left == 1 ? " other that has `" : " others that have `")
                + named
                + "`, and "
                + (left == 1 ? "is" : "are")
                + " not named in the export or has no members, may be allowed it too");
  }

  /** How many roles, users and groups are known to have a document. */
  private int having(PolicyDocument document) {
    Set<String> entities = new TreeSet<>();
    for (List<PolicyDocument> documents : byOwner.values()) {
      for (PolicyDocument d : documents) {
        if (d.type() == document.type() && isSame(d, document)) {
          d.holding().ifPresent(h -> entities.add(h.group().isEmpty() ? h.owner() : h.group()));
        }
      }
    }
    return entities.size();
  }
}
