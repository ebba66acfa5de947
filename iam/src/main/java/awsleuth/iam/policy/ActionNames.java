package awsleuth.iam.policy;

import awsleuth.iam.policy.Fault.Code;
import java.util.List;

/** What an action must look like (IAM user guide, "IAM JSON policy elements: Action"). */
final class ActionNames {

  private ActionNames() {}

  static void look(Elements actions, List<Fault> faults) {
    for (Located action : actions.values()) {
      String text = action.value();
      int colon = text.indexOf(':');
      if (text.equals("*")) {
        continue;
      }
      if (colon <= 0 || colon == text.length() - 1 || text.indexOf(':', colon + 1) >= 0) {
        faults.add(
            new Fault(
                Code.INVALID_ACTION,
                "`" + text + "` is not of the form service:Action",
                action.at()));
      } else if (text.lastIndexOf('*', colon) >= 0 || text.lastIndexOf('?', colon) >= 0) {
        faults.add(
            new Fault(
                Code.INVALID_ACTION,
                "the service in `" + text + "` has a wildcard, which AWS refuses",
                action.at()));
      }
    }
  }
}
