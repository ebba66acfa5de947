package awsleuth.boto.credentials;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What may be shown of credentials.
 *
 * @param accessKey the first and last four characters of the access key id, such as {@code
 *     AKIA…MPLE}; less of one that does not look like one
 * @param token whether there is a session token
 * @param account the account id; empty where it is not known or does not look like one
 */
public record Fingerprint(String accessKey, boolean token, Optional<String> account) {

  /** Shows an account only if it is one. */
  public Fingerprint {
    account = account.filter(a -> a.length() == 12 && a.chars().allMatch(Fingerprint::digit));
  }

  static String mask(@Nullable String accessKey) {
    if (accessKey == null) {
      return "none";
    }
    if (accessKey.isEmpty()) {
      return "empty";
    }
    boolean id = accessKey.length() >= 16 && accessKey.length() <= 128;
    boolean known = accessKey.startsWith("AKIA") || accessKey.startsWith("ASIA");
    return id && known && accessKey.chars().allMatch(Fingerprint::letter)
        ? accessKey.substring(0, 4) + "…" + accessKey.substring(accessKey.length() - 4)
        : known ? accessKey.substring(0, 4) + "…" : "…";
  }

  private static boolean letter(int c) {
    return digit(c) || (c >= 'A' && c <= 'Z');
  }

  private static boolean digit(int c) {
    return c >= '0' && c <= '9';
  }
}
