package awsleuth.core.cause.permissions;

import awsleuth.core.cause.permissions.PolicyOwner.Whose;
import awsleuth.core.evidence.PolicyDocument;
import awsleuth.core.fact.Citation;
import awsleuth.core.fact.Facts;
import awsleuth.core.fact.Literal;
import awsleuth.core.fact.Need;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The policies given that are not taken for the caller's, since they may be another's.
 *
 * @param open those of which nothing tells whose they are
 * @param citations why each of them is left aside
 */
record StrayPolicies(List<PolicyDocument> open, List<Citation> citations) {

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

  static final StrayPolicies NONE = new StrayPolicies(List.of(), List.of());
  private static final int MOST = 2;

  static StrayPolicies of(Facts facts) {
    PolicyOwner owner = PolicyOwner.of(facts);
    List<PolicyDocument> open = new ArrayList<>();
    List<Citation> citations = new ArrayList<>();
    for (PolicyDocument p : facts.policies()) {
      Whose whose = owner.whose(p);
      if (whose == Whose.OPEN) {
        open.add(p);
      }
      boolean told = names(p) || (isShared(p) && facts.attachedTo(p).isEmpty());
      if (whose != Whose.OF_THIS && !told) {
        String why =
            facts.attachedTo(p).isEmpty()
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
        : new StrayPolicies(List.copyOf(open), List.copyOf(citations));
  }

  /** What they have to do with a reason. */
  StrayPolicies about(Optional<Reason> proven) {
    return proven.isEmpty() || OF_CALLER.contains(proven.get()) ? this : NONE;
  }

  /** The first of them; more would say the same. */
  List<Citation> few() {
    return citations.subList(0, Math.min(MOST, citations.size()));
  }

  /** Whether the document's own text says of whom it is, which needs no words. */
  private static boolean names(PolicyDocument document) {
    String name = document.name();
    return name.startsWith("role/") || name.startsWith("user/");
  }

  private static String why(PolicyDocument p, Whose whose, PolicyOwner owner, Access access) {
    String own = Principals.account(access.principal());
    Set<String> accounts = PolicyOwner.accounts(p);
    String not = not(p);
    if (whose == Whose.OF_ANOTHER && !accounts.isEmpty() && !accounts.contains(own)) {
      return not + "it speaks of account " + String.join(", ", accounts) + ", not of " + own;
    }
    if (whose == Whose.OF_ANOTHER) {
      return not + "its name is that of another";
    }
    String name = access.owner().substring(access.owner().indexOf('/') + 1);
    String rename = name.isEmpty() ? "" : " (name it `" + name + ".json` where it is)";
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
