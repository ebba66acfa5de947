package awsleuth.collect.live;

import java.util.List;

/**
 * The policies of the one who asks, where the refused call was made with the same key and AWS did
 * not say whose it is.
 *
 * @param key as it is shown, such as {@code AKIA…MPLE}
 */
record AskersPolicies(String key) implements LiveQuestion {

  /** A user's, which stays the same; others are of sessions. */
  private static final String OF_USER = "AKIA";

  @Override
  public String what() {
    return "the policies of whose key " + key + " is";
  }

  @Override
  public List<String> permissions() {
    return PrincipalPolicies.permissions(key.startsWith(OF_USER));
  }

  @Override
  public void ask(Asking asking) {
    if (asking.caller().isEmpty()) {
      asking.leaveOpen(what(), "who is calling is not known");
    } else {
      new PrincipalPolicies(asking.caller()).ask(asking);
    }
  }
}
