package awsleuth.core.cause.permissions;

import awsleuth.core.fact.Facts;
import awsleuth.core.written.Holdings;
import awsleuth.core.written.PolicyWrite;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The groups whose policies are the caller's too. */
final class Groups {

  private Groups() {}

  /**
   * Whose policies decide a request: {@code role/NAME} or {@code user/NAME} of the caller, and
   * {@code group/NAME} of each group among the events' that the user is in, as lists of members
   * tell, or else the events.
   *
   * @param writes in the order of their time
   */
  static List<String> holders(List<PolicyWrite> writes, Facts facts) {
    Access access = Access.of(facts);
    if (access.owner().isEmpty()) {
      return List.of();
    }
    List<String> holders = new ArrayList<>(List.of(access.owner()));
    if (access.owner().startsWith("user/")) {
      names(writes).stream()
          .filter(g -> isIn(g, writes, facts) == GroupMembers.In.YES)
          .forEach(g -> holders.add("group/" + g));
    }
    return holders;
  }

  private static Set<String> names(List<PolicyWrite> writes) {
    Set<String> names = new LinkedHashSet<>();
    for (PolicyWrite w : writes) {
      if (w.holder().startsWith("group/")) {
        names.add(w.owner());
      }
    }
    return names;
  }

  /** Whether the caller is in a group, by its name. */
  static GroupMembers.In isIn(String group, List<PolicyWrite> writes, Facts facts) {
    Access access = Access.of(facts);
    String account = Principals.account(access.principal());
    GroupMembers.In told =
        GroupMembers.of(facts)
            .isIn(access.principal(), "arn:aws:iam::" + account + ":group/" + group);
    return told != GroupMembers.In.UNKNOWN
        ? told
        : Holdings.of(writes, access.owner(), account)
            .find(PolicyWrite.Kind.MEMBER, group)
            .map(h -> h.last().deletes() ? GroupMembers.In.NO : GroupMembers.In.YES)
            .orElse(GroupMembers.In.UNKNOWN);
  }
}
