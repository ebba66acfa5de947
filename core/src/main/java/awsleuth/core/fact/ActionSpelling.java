package awsleuth.core.fact;

import awsleuth.aws.AwsCatalog;
import awsleuth.aws.IamAction;
import awsleuth.aws.IamCatalog;

/**
 * The spelling of an IAM action in AWS's reference. Some services write the action of a denial in
 * other case: {@code sqs:tagqueue} is {@code sqs:TagQueue}.
 */
final class ActionSpelling {

  private ActionSpelling() {}

  /** An action as the reference spells it; as it is written where the reference has none such. */
  static String of(String action, AwsCatalog catalog) {
    return isUsual(action, catalog)
        ? action
        : IamCatalog.embedded().action(action).map(IamAction::fullName).orElse(action);
  }

  /** Whether an action is plainly spelled as AWS does, so that the reference need not be read. */
  private static boolean isUsual(String action, AwsCatalog catalog) {
    int colon = action.indexOf(':');
    String name = action.substring(colon + 1);
    boolean lowerPrefix =
        action.substring(0, Math.max(0, colon)).chars().noneMatch(Character::isUpperCase);
    return lowerPrefix && (humps(name) > 1 || !catalog.servicesWithOperation(name).isEmpty());
  }

  private static int humps(String name) {
    int humps = 0;
    for (int i = 0; i + 1 < name.length(); i++) {
      humps +=
          Character.isUpperCase(name.charAt(i)) && Character.isLowerCase(name.charAt(i + 1))
              ? 1
              : 0;
    }
    return humps;
  }
}
