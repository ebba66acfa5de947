package awsleuth.core.cause.permissions;

import awsleuth.core.fact.Facts;
import awsleuth.iam.Layer;
import awsleuth.iam.repair.Diff;
import awsleuth.iam.repair.PolicyChange;

/**
 * Changes of a policy that was passed to a session and is known from the event that started it: the
 * program that starts sessions is to pass another, the trail's file stays as it is.
 */
final class PassedPolicy {

  /** What limits one session may keep it from what others may reach. */
  static final String REMARK =
      " in what the program passes, where the session is meant to reach that";

  private PassedPolicy() {}

  static boolean is(PolicyChange change, Facts facts) {
    return change.layer() == Layer.SESSION
        && change.policy().isPresent()
        && SessionStart.of(facts).flatMap(SessionStart::policy).equals(change.policy());
  }

  /** The difference as one of the policy that is passed to the session. */
  static String diff(String difference, String file, Facts facts) {
    String caller = Access.of(facts).principal();
    return Diff.renamed(
        difference, file, "session/" + caller.substring(caller.lastIndexOf('/') + 1) + "/policy");
  }
}
