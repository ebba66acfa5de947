package awsleuth.iam.repair;

import awsleuth.aws.IamCatalog;

/** What a policy has where it surely means an action: a name that AWS's data does not have. */
final class MeantAction {

  /** So many of the actions of like names are looked at. */
  private static final int NEAREST = 3;

  private MeantAction() {}

  /** Whether a name is that of no action that is known, and nearly that of the one asked for. */
  static boolean isNear(String name, String action, IamCatalog catalog) {
    return name.indexOf('*') < 0
        && name.indexOf('?') < 0
        && catalog.action(name).isEmpty()
        && catalog.nearestActions(name, NEAREST).contains(action);
  }

  /**
   * Whether it can be nothing else: the name of an operation that needs the action, or the action's
   * with one letter that is wrong, lacks or is too much. Another end may be that of a newer action.
   */
  static boolean isSlip(String name, String action, IamCatalog catalog) {
    return catalog.actionsOfOperation(name).contains(action) || isMisspelt(name, action);
  }

  private static boolean isMisspelt(String name, String action) {
    int same = 0;
    int shorter = Math.min(name.length(), action.length());
    while (same < shorter && name.charAt(same) == action.charAt(same)) {
      same++;
    }
    String rest = name.substring(same);
    String wanted = action.substring(same);
    int more = rest.length() - wanted.length();
    return switch (more) {
      case 0 ->
          rest.length() > 1
              && (rest.substring(1).equals(wanted.substring(1)) || isSwapped(rest, wanted));
      case 1 -> rest.length() > 1 && rest.substring(1).equals(wanted);
      case -1 -> wanted.length() > 1 && rest.equals(wanted.substring(1));
      default -> false;
    };
  }

  /** Whether two letters have changed places. */
  private static boolean isSwapped(String rest, String wanted) {
    return rest.charAt(0) == wanted.charAt(1)
        && rest.charAt(1) == wanted.charAt(0)
        && rest.substring(2).equals(wanted.substring(2));
  }
}
