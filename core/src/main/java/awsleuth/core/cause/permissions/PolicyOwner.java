package awsleuth.core.cause.permissions;

import awsleuth.core.cause.permissions.Callers.Caller;
import awsleuth.core.evidence.PolicyDocument;
import awsleuth.core.evidence.PolicyDocument.Element;
import awsleuth.core.fact.Facts;
import awsleuth.core.fact.ToldOwner;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Whose a policy is, of those whose calls failed. A bare document does not say what it is attached
 * to: beside one caller it is taken for that caller's, beside several only where its name or the
 * accounts that it speaks of tell them apart.
 */
final class PolicyOwner {

  /** What is known of a document. */
  enum Whose {
    /** It is the caller's, or the resource's, or of the account. */
    OF_THIS,
    /** It names another role, user or account. */
    OF_ANOTHER,
    /** Nothing in it tells. */
    OPEN
  }

  private final Facts facts;
  private final Access access;
  private final Callers callers;
  private final Caller own;
  private final boolean several;

  private PolicyOwner(Facts facts) {
    this.facts = facts;
    this.access = Access.of(facts);
    this.callers = Callers.of(facts);
    this.own = callers.own();
    this.several = areSeveral(facts.policies());
  }

  /** Whether the caller can be more than one of the roles and users whose policies are given. */
  private boolean areSeveral(List<PolicyDocument> documents) {
    Set<String> names = new TreeSet<>();
    Set<String> accounts = new TreeSet<>();
    for (PolicyDocument d : documents) {
      String name = isOfPrincipal(d) ? PolicyAccounts.owner(d) : "";
      String account = PolicyAccounts.of(d);
      boolean same = own.owner().isEmpty() || own.owner().equals(name);
      if (!name.isEmpty() && same && !PolicyAccounts.areTwo(account, own.account())) {
        names.add(name);
        accounts.add(account);
      }
    }
    accounts.remove("");
    return names.size() > 1 || accounts.size() > 1;
  }

  static PolicyOwner of(Facts facts) {
    return facts.once(PolicyOwner.class, PolicyOwner::new);
  }

  /** Whether a document is taken for one that decides this request. */
  boolean isOf(PolicyDocument document) {
    return whose(document) == Whose.OF_THIS;
  }

  /** How many roles and users had calls that failed. */
  int callers() {
    return callers.all().size();
  }

  Whose whose(PolicyDocument document) {
    if (ManagementAccount.spared(document.type(), facts).isPresent()) {
      return Whose.OF_ANOTHER; // it is of the account's organization and does not affect it
    }
    List<String> attached = facts.attachedTo(document);
    if (attached.isEmpty()) {
      return unattached(document);
    }
    if (attached.stream().anyMatch(to -> isOn(document, to))) {
      return Whose.OF_THIS;
    }
    List<Whose> byGroups =
        attached.stream().filter(GroupMembers::isGroup).map(this::byGroup).toList();
    return byGroups.contains(Whose.OF_THIS)
        ? Whose.OF_THIS
        : byGroups.contains(Whose.OPEN) ? Whose.OPEN : Whose.OF_ANOTHER;
  }

  /** Whose a policy of a group is. */
  private Whose byGroup(String group) {
    return switch (GroupMembers.of(facts).isIn(access.principal(), group)) {
      case YES -> Whose.OF_THIS;
      case NO -> Whose.OF_ANOTHER;
      case UNKNOWN -> Whose.OPEN;
    };
  }

  /**
   * The groups that a document is a policy of, by ARN: by the manifest, by what it says itself, or
   * by its file's name where that has the name of a group that is known.
   */
  List<String> groups(PolicyDocument document) {
    List<String> attached = facts.attachedTo(document);
    if (!attached.isEmpty()) {
      return attached.stream().filter(GroupMembers::isGroup).toList();
    }
    Optional<ToldOwner> owner = ToldOwner.of(document);
    if (owner.filter(ToldOwner::isGroup).isPresent()) {
      return own.account().isEmpty()
          ? List.of()
          : List.of("arn:aws:iam::" + own.account() + ":group/" + owner.get().name());
    }
    return owner.isPresent() || !isOfPrincipal(document) || !callers.named(document).isEmpty()
        ? List.of()
        : GroupMembers.of(facts).namedIn(document.source().artifact()).stream().toList();
  }

  private static boolean isOfPrincipal(PolicyDocument document) {
    return switch (document.type()) {
      case IDENTITY, UNKNOWN -> true;
      case BOUNDARY, SESSION, TRUST, RESOURCE, SCP, RCP, VPC_ENDPOINT -> false;
    };
  }

  /** Whether the thing that a manifest names is one whose policies decide this request. */
  boolean isOn(PolicyDocument document, String to) {
    return switch (document.type()) {
      case IDENTITY, UNKNOWN, BOUNDARY, SESSION ->
          this.own.owner().isEmpty() || Caller.of(to).equals(this.own);
      case TRUST, RESOURCE -> isOn(to);
      case SCP -> isAbove(to, this.own.account());
      case RCP -> isAbove(to, access.ownerAccount(facts));
      case VPC_ENDPOINT -> isOfCall(to);
    };
  }

  /**
   * Whether what a policy of the organization is attached to can be above an account: another
   * account cannot.
   */
  private static boolean isAbove(String attachedTo, String account) {
    String id = OrganizationLevels.id(attachedTo);
    return !PolicyAccounts.areTwo(id, account);
  }

  /** Whether the call can have come through an endpoint. */
  private boolean isOfCall(String endpoint) {
    String id = OrganizationLevels.id(endpoint);
    String told = facts.event().map(e -> e.field("vpcEndpointId")).orElse("");
    return told.isEmpty() || !id.startsWith("vpce-") || id.startsWith(told);
  }

  /** Whether the resource is that of an ARN or in it, as an object is in a bucket. */
  private boolean isOn(String arn) {
    String resource = access.resource();
    return resource.equals(arn) || resource.startsWith(arn + "/") || resource.startsWith(arn + ":");
  }

  private Whose unattached(PolicyDocument document) {
    return switch (document.type()) {
      case IDENTITY, UNKNOWN, BOUNDARY, SESSION -> ofPrincipal(document);
      case TRUST -> ofRole(document);
      case RESOURCE ->
          isOfAnotherBucket(document) || isOfAnotherService(document)
              ? Whose.OF_ANOTHER
              : Whose.OF_THIS;
      case VPC_ENDPOINT -> isOfCall(document.name()) ? Whose.OF_THIS : Whose.OF_ANOTHER;
      case SCP, RCP -> Whose.OF_THIS;
    };
  }

  /**
   * Whether all that a document speaks of is another bucket: S3 takes no policy for a bucket with
   * the resources of another (S3 user guide, "Policy resources for Amazon S3").
   */
  private boolean isOfAnotherBucket(PolicyDocument document) {
    String own = bucket(access.resource());
    List<String> named =
        document.statements().stream()
            .flatMap(s -> s.resources().stream())
            .map(e -> bucket(e.value()))
            .toList();
    return !own.isEmpty()
        && !named.isEmpty()
        && named.stream()
            .noneMatch(b -> b.isEmpty() || b.equals(own) || b.contains("*") || b.contains("?"));
  }

  /**
   * Whether all that a document speaks of are actions of other services: it is the policy of a
   * bucket, say, where the request is for the key of its objects.
   */
  private boolean isOfAnotherService(PolicyDocument document) {
    String own = access.prefix() + ":";
    return own.length() > 1
        && !document.statements().isEmpty()
        && document.statements().stream()
            .allMatch(s ->
                !s.actions().isEmpty() && s.actions().stream().allMatch(a -> isOfOther(a, own)));
  }

  /** Whether an action is one of another service than that of a prefix. */
  private static boolean isOfOther(Element action, String prefix) {
    int colon = action.value().indexOf(':');
    String service = action.value().substring(0, colon + 1);
    return colon > 0
        && !service.contains("*")
        && !service.contains("?")
        && !service.equalsIgnoreCase(prefix);
  }

  /** The name in the ARN of a bucket or object; empty for another ARN. */
  private static String bucket(String arn) {
    String[] parts = arn.split(":", 6);
    return parts.length < 6 || !parts[2].equals("s3") || !parts[4].isEmpty()
        ? ""
        : parts[5].split("/", 2)[0];
  }

  /**
   * A trust policy that names its role is that role's: it has no say in a request for something
   * that is known to be no role (IAM user guide, "Policies and permissions in IAM").
   */
  private Whose ofRole(PolicyDocument document) {
    if (access.resource().startsWith("arn:") && !access.resource().contains(":role/")) {
      return Whose.OF_ANOTHER;
    }
    String account = Principals.account(access.resource());
    if (PolicyAccounts.areTwo(PolicyAccounts.of(document), account)) {
      return Whose.OF_ANOTHER;
    }
    String told = PolicyAccounts.owner(document);
    boolean named = told.startsWith("role/") && access.resource().contains(":role/");
    String role = access.resource().substring(access.resource().lastIndexOf('/') + 1);
    return named && !told.equals("role/" + role) ? Whose.OF_ANOTHER : Whose.OF_THIS;
  }

  private Whose ofPrincipal(PolicyDocument document) {
    if (PolicyAccounts.areTwo(PolicyAccounts.of(document), own.account())) {
      return Whose.OF_ANOTHER;
    }
    String told = PolicyAccounts.owner(document);
    if (!told.isEmpty()) {
      return !told.equals(own.owner()) && !own.owner().isEmpty()
          ? Whose.OF_ANOTHER
          : several ? Whose.OPEN : Whose.OF_THIS;
    }
    boolean ofGroup = ToldOwner.of(document).isPresent();
    if (ofGroup && own.owner().startsWith("role/")) {
      return Whose.OF_ANOTHER; // a group has users alone
    }
    if (own.owner().isEmpty()) {
      return callers.areSeveral() ? Whose.OPEN : Whose.OF_THIS;
    }
    List<Caller> named = callers.named(document);
    if (!named.isEmpty()) {
      return named.contains(own) ? only(named) : Whose.OF_ANOTHER;
    }
    Optional<Whose> byGroup = groups(document).stream().map(this::byGroup).findFirst();
    if (byGroup.isPresent() && !(byGroup.get() == Whose.OPEN && ofGroup)) {
      return byGroup.get();
    }
    if (isNamedAsOther(document)) {
      return Whose.OF_ANOTHER;
    }
    return OthersPolicies.surround(document, facts, own)
        ? Whose.OPEN
        : callers.areSeveral() ? callers.byAccounts(document) : alone(document);
  }

  /**
   * Whether the file has a name of the form that another has with the caller's name in it: {@code
   * billing-inline.json} beside the caller's {@code web-inline.json}.
   */
  private boolean isNamedAsOther(PolicyDocument document) {
    String path = document.source().artifact();
    return facts.policies().stream()
        .filter(p -> p.type() == document.type() && !p.source().artifact().equals(path))
        .anyMatch(p -> FileNames.isAlike(path, p.source().artifact(), own.name()));
  }

  private static Whose only(List<Caller> callers) {
    return callers.size() == 1 ? Whose.OF_THIS : Whose.OPEN;
  }

  /** One that speaks of other accounts alone, and not of the action, is hardly the caller's. */
  private Whose alone(PolicyDocument document) {
    Set<String> accounts = PolicyAccounts.spokenOf(document);
    boolean foreign =
        !accounts.isEmpty()
            && Principals.isAccount(own.account())
            && !accounts.contains(own.account())
            && !accounts.contains(Principals.account(access.resource()));
    return foreign && !speaks(document) ? Whose.OPEN : Whose.OF_THIS;
  }

  private boolean speaks(PolicyDocument document) {
    return document.statements().stream()
        .flatMap(s -> s.actions().isEmpty() ? s.notActions().stream() : s.actions().stream())
        .anyMatch(e -> access.isCoveredBy(e.value()));
  }
}
