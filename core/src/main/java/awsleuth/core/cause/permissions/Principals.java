package awsleuth.core.cause.permissions;

/** Callers: the role behind a session, its name, its account (IAM reference, "ARNs"). */
final class Principals {

  private Principals() {}

  /** {@code role/NAME} or {@code user/NAME}; empty where the principal is neither. */
  static String owner(String principal) {
    String[] parts = principal.split(":", 6);
    if (parts.length < 6) {
      return "";
    }
    String[] path = parts[5].split("/");
    if (path.length >= 2 && path[0].equals("assumed-role")) {
      return "role/" + path[1];
    }
    if (path.length >= 2 && (path[0].equals("role") || path[0].equals("user"))) {
      return path[0] + "/" + path[path.length - 1];
    }
    return "";
  }

  /** Whether two callers, by ARN, are the same user, or sessions of the same role. */
  static boolean isSame(String one, String other) {
    return one.equals(other)
        || (!owner(one).isEmpty()
            && owner(one).equals(owner(other))
            && account(one).equals(account(other)));
  }

  /** The account of an ARN, or the account that is a caller itself; empty where it has none. */
  static String account(String arn) {
    if (isAccount(arn)) {
      return arn;
    }
    String[] parts = arn.split(":", 6);
    return parts.length < 6 ? "" : parts[4];
  }

  /** Whether an element would name a caller if it were of the caller's partition. */
  static boolean coversElsewhere(String element, String principal) {
    String arn = "AWS:arn:";
    int end = element.indexOf(':', arn.length());
    return element.startsWith(arn)
        && end > 0
        && !covers(element, principal)
        && covers(arn + partition(principal) + element.substring(end), principal);
  }

  /** The partition of an ARN: no principal of one is a principal of another. */
  private static String partition(String arn) {
    String[] parts = arn.split(":", 3);
    return parts.length < 3 ? "" : parts[1];
  }

  /** Whether a text is the id of an account: twelve digits. */
  static boolean isAccount(String text) {
    return text.length() == 12 && text.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  /** Whether a Principal element of a policy names a caller, by its account, role or session. */
  static boolean covers(String element, String principal) {
    if (element.equals("*") || element.equals("AWS:*")) {
      return true;
    }
    if (!element.startsWith("AWS:") || principal.isEmpty()) {
      return false;
    }
    String named = element.substring(4);
    String account = account(principal);
    if (named.startsWith("arn:") && !partition(named).equals(partition(principal))) {
      return false;
    }
    if (named.equals(account)
        || named.endsWith("::" + account + ":root")
        || named.equals(principal)) {
      return !account.isEmpty();
    }
    return account(named).equals(account)
        && !owner(principal).isEmpty()
        && owner(named).equals(owner(principal));
  }
}
