package awsleuth.core.conflict;

import awsleuth.core.evidence.PolicyDocument;
import awsleuth.core.fact.Citation;
import awsleuth.core.fact.Facts;
import awsleuth.core.fact.Need;
import awsleuth.iam.policy.Policy;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/** One policy was given in two versions, of which but one is in force. */
public final class PolicyTwice implements Contradiction {

  /** Accounts have hundreds of policies; each is compared with each. */
  private static final int MOST = 60;

  @Override
  public List<Conflict> in(Facts facts) {
    List<PolicyDocument> all =
        facts.policies().stream()
            .filter(d -> d.policy().isPresent() && !PolicyIdentity.isOfAnother(d, facts))
            .limit(MOST)
            .toList();
    List<Conflict> conflicts = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      for (int j = i + 1; j < all.size(); j++) {
        if (isSame(all.get(i), all.get(j), facts) && differ(all.get(i), all.get(j))) {
          conflicts.add(conflict(all.get(i), all.get(j)));
        }
      }
    }
    return conflicts;
  }

  private static boolean differ(PolicyDocument a, PolicyDocument b) {
    return !PolicyContent.of(policy(a)).equals(PolicyContent.of(policy(b)));
  }

  private static Policy policy(PolicyDocument d) {
    return d.policy().orElseThrow();
  }

  /** Whether both are surely one policy: by name, or by their statements' names in two files. */
  private static boolean isSame(PolicyDocument a, PolicyDocument b, Facts facts) {
    if (a.type() != b.type()) {
      return false;
    }
    if (a.name().startsWith("arn:") && a.name().equals(b.name())) {
      return true;
    }
    List<String> first = facts.attachedTo(a);
    List<String> second = facts.attachedTo(b);
    boolean apart = !first.isEmpty() && !second.isEmpty() && Collections.disjoint(first, second);
    if (!apart && PolicyIdentity.areOne(a, b)) {
      return true;
    }
    Set<String> sids = PolicyContent.sids(policy(a));
    return !apart
        && isUnlike(a, b)
        && !sids.isEmpty()
        && sids.equals(PolicyContent.sids(policy(b)))
        && PolicyContent.resources(policy(a)).equals(PolicyContent.resources(policy(b)));
  }

  /** Whether they are of two files, and have no two names that policies go by. */
  private static boolean isUnlike(PolicyDocument a, PolicyDocument b) {
    boolean named = isNamed(a) && isNamed(b);
    return !a.source().artifact().equals(b.source().artifact())
        && (!named || a.name().equals(b.name()));
  }

  private static boolean isNamed(PolicyDocument d) {
    return !d.name().equals(d.source().artifact());
  }

  private static Conflict conflict(PolicyDocument a, PolicyDocument b) {
    String sids = String.join("`, `", PolicyContent.sids(policy(a)));
    boolean named = a.name().startsWith("arn:") || PolicyIdentity.areOne(a, b);
    String what = named ? "`" + a.name() + "`" : "Sid `" + sids + "`";
    return new Conflict(
        "policy",
        "two versions of one policy are given",
        List.of(
            new Citation("one version of " + what, a.source()),
            new Citation("another version of " + what, b.source())),
        new Conflict.Taken.None(
            "neither is known to be the one in force, so what rests on them is only possible",
            Set.of(a.source().artifact(), b.source().artifact()),
            new Need(
                "which version of " + what + " was in force",
                PolicyIdentity.fetch(a).orElse("leave the other out, or fetch the policy anew"))));
  }
}
