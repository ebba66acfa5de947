package awsleuth.app.policy;

import awsleuth.iam.diff.Undecided;
import awsleuth.iam.policy.Fault;
import java.util.List;

/** What is said of a policy that AWS refuses, or may refuse, in a comparison. */
final class RefusedPolicy {

  private RefusedPolicy() {}

  static Undecided undecided(String file, Fault fault) {
    return new Undecided(
        "AWS refuses the policy as it is: " + fault.message(),
        List.of(file + ":" + fault.at().line()));
  }
}
