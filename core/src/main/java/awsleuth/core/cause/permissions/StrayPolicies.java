package awsleuth.core.cause.permissions;

import awsleuth.core.cause.permissions.PolicyOwner.Whose;
import awsleuth.core.evidence.PolicyDocument;
import awsleuth.core.fact.Citation;
import awsleuth.core.fact.Facts;
import awsleuth.core.fact.Literal;
import awsleuth.core.fact.Need;
import awsleuth.core.fact.ToldOwner;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The policies given that are not taken for the caller's, since they may be another's.
 *
 * @param open those of which nothing tells whose they are
 * @param groups the groups that those are of where they are of groups, by ARN
 * @param citations why each of them is left aside, and through which group others are taken
 */
record StrayPolicies(List<PolicyDocument> open, List<String> groups, List<Citation> citations) {

  /** The reasons that an identity-based policy of the caller would have to do with. */
  private static final Set<Reason> OF_CALLER =
      EnumSet.of(
          Reason.NO_IDENTITY_ALLOW,
          Reason.RESOURCE,
          Reason.ACTION,
          Reason.CONDITION,
          Reason.MFA,
          Reason.PASS_ROLE,
          Reason.KMS);

  static final StrayPolicies NONE = new StrayPolicies(List.of(), List.of(), List.of());
  private static final int MOST = 2;

  static StrayPolicies of(Facts facts) {
    PolicyOwner owner = PolicyOwner.of(facts);
    List<PolicyDocument> open = new ArrayList<>();
    List<Citation> citations = new ArrayList<>();
    List<String> groups = new ArrayList<>();
    for (PolicyDocument p : facts.policies()) {
      Whose whose = owner.whose(p);
      if (whose == Whose.OPEN) {
        open.add(p);
        groups.addAll(owner.groups(p));
      }
      if (whose == Whose.OF_THIS) {
        through(p, owner, facts).ifPresent(citations::add);
      }
      boolean told =
          (ToldOwner.ofPrincipal(p).isPresent() && !isNamesakes(p, facts))
              || (isShared(p) && facts.attachedTo(p).isEmpty());
      boolean spared = ManagementAccount.spared(p.type(), facts).isPresent();
      if (whose != Whose.OF_THIS && !told && !spared) {
        String group = byGroup(p, owner, facts);
        String why =
            !group.isEmpty()
                ? not(p) + group
                : facts.attachedTo(p).isEmpty()
                    ? why(p, whose, owner, Access.of(facts))
                    : not(p)
                        + "`awsleuth.json` says that it is attached to `"
                        + String.join("`, `", facts.attachedTo(p))
                        + "`";
        citations.add(new Citation(why, p.source()));
      }
    }
    return open.isEmpty() && citations.isEmpty()
        ? NONE
        : new StrayPolicies(List.copyOf(open), List.copyOf(groups), List.copyOf(citations));
  }

  /** What tells that a policy of a group is not the caller's; empty for another policy. */
  private static String byGroup(PolicyDocument p, PolicyOwner owner, Facts facts) {
    String user = Access.of(facts).principal();
    List<String> groups = owner.groups(p);
    if (groups.isEmpty() || !Principals.owner(user).startsWith("user/")) {
      return "";
    }
    String group = groups.getFirst();
    String who = "`" + Principals.owner(user) + "`";
    boolean open = GroupMembers.of(facts).isIn(user, group) == GroupMembers.In.UNKNOWN;
    return "it is of the group `"
        + group
        + "`, and "
        + (open
            ? "nothing tells whether " + who + " is in it"
            : who
                + " is not in it"
                + GroupMembers.of(facts)
                    .told(user, group)
                    .map(m -> " (" + m.source() + ")")
                    .orElse(""));
  }

  /** What tells that a policy of a group is the caller's; empty where it is so without a group. */
  private static Optional<Citation> through(PolicyDocument p, PolicyOwner owner, Facts facts) {
    String user = Access.of(facts).principal();
    GroupMembers members = GroupMembers.of(facts);
    return owner.groups(p).stream()
        .filter(g -> members.isIn(user, g) == GroupMembers.In.YES)
        .findFirst()
        .flatMap(g ->
            members
                .told(user, g)
                .map(m ->
                    new Citation(
                        "`"
                            + p.name()
                            + "` is taken for this caller's policy: `"
                            + Principals.owner(user)
                            + "` is in its group `"
                            + GroupMembers.name(g)
                            + "`",
                        m.source())));
  }

  /** What they have to do with a reason. */
  StrayPolicies about(Optional<Reason> proven) {
    return proven.isEmpty() || OF_CALLER.contains(proven.get()) ? this : NONE;
  }

  /** The first of them; more would say the same. */
  List<Citation> few() {
    return citations.subList(0, Math.min(MOST, citations.size()));
  }

  /** Whether it is of a role or user of another account who has the caller's name. */
  private static boolean isNamesakes(PolicyDocument p, Facts facts) {
    String caller = Access.of(facts).principal();
    String owner = Principals.owner(caller);
    return !owner.isEmpty()
        && PolicyAccounts.owner(p).equals(owner)
        && PolicyAccounts.areTwo(PolicyAccounts.of(p), Principals.account(caller));
  }

  private static String why(PolicyDocument p, Whose whose, PolicyOwner owner, Access access) {
    String own = Principals.account(access.principal());
    if (PolicyAccounts.areTwo(PolicyAccounts.of(p), own)) {
      return not(p) + "it is of account " + PolicyAccounts.of(p) + ", the caller of " + own;
    }
    Set<String> accounts = PolicyAccounts.spokenOf(p);
    String not = not(p);
    if (whose == Whose.OF_ANOTHER && !accounts.isEmpty() && !accounts.contains(own)) {
      return not + "it speaks of account " + String.join(", ", accounts) + ", not of " + own;
    }
    if (whose == Whose.OF_ANOTHER) {
      return not + "its name is that of another";
    }
    String name = access.owner().substring(access.owner().indexOf('/') + 1);
    String rename = name.isEmpty() ? "" : " (name it `" + name + ".json` where it is)";
    if (owner.callers() < 2 && (accounts.isEmpty() || accounts.contains(own))) {
      return not
          + "nothing in it tells whose it is, and those that tell are of others than `"
          + access.owner()
          + "`"
          + rename;
    }
    return owner.callers() > 1
        ? not + owner.callers() + " callers failed, and nothing in it tells whose it is" + rename
        : not + "it speaks of account " + String.join(", ", accounts) + ", not of " + own + rename;
  }

  private static boolean isShared(PolicyDocument p) {
    return p.type() == PolicyDocument.Type.RESOURCE;
  }

  private static String not(PolicyDocument p) {
    String whose = isShared(p) ? "the resource's" : "this caller's";
    return "`" + p.name() + "` is not taken for " + whose + " policy: ";
  }

  /** Whose they are: the one thing to find out before they are used. */
  Optional<Need> need(Access access) {
    if (open.isEmpty()) {
      return Optional.empty();
    }
    String owner = access.owner();
    if (!groups.isEmpty() && owner.startsWith("user/")) {
      return Optional.of(
          new Need(
              "whether `" + owner + "` is in the group `" + groups.getFirst() + "`",
              "aws iam list-groups-for-user --user-name "
                  + Literal.shell(owner.substring("user/".length()))));
    }
    String name = owner.substring(owner.indexOf('/') + 1);
    String what = "whether `" + open.getFirst().name() + "` is a policy of the caller";
    String named = name.isEmpty() ? "" : "; then name the file " + name + ".json";
    return Optional.of(
        owner.startsWith("role/")
            ? new Need(
                what + named,
                "aws iam list-role-policies --role-name "
                    + Literal.shell(name)
                    + " && aws iam list-attached-role-policies --role-name "
                    + Literal.shell(name))
            : new Need(what + named, Words.identityPolicies(access).how()));
  }
}
