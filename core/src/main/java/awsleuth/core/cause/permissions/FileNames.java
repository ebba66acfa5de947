package awsleuth.core.cause.permissions;

import java.util.Locale;

/** What the names of files beside each other tell of whose their policies are. */
final class FileNames {

  private FileNames() {}

  /**
   * Whether a path is the same as another but for a word in the place of a name: {@code
   * roles/billing/policy.json} and {@code roles/web/policy.json} for {@code web}. Of a folder that
   * has the name what is in it may differ.
   */
  static boolean isAlike(String path, String named, String name) {
    String wanted = name.toLowerCase(Locale.ROOT);
    String other = path.toLowerCase(Locale.ROOT);
    String own = named.toLowerCase(Locale.ROOT);
    int at = wanted.isEmpty() ? -1 : own.lastIndexOf(wanted);
    if (at < 0 || other.contains(wanted) || !other.startsWith(own.substring(0, at))) {
      return false;
    }
    String behind = own.substring(at + wanted.length());
    int end =
        behind.startsWith("/")
            ? other.indexOf('/', at)
            : other.endsWith(behind) ? other.length() - behind.length() : -1;
    return end > at && other.substring(at, end).indexOf('/') < 0;
  }
}
