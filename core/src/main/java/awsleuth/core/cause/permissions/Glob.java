package awsleuth.core.cause.permissions;

import java.util.Locale;

/**
 * Patterns of IAM policies: {@code *} for any characters, {@code ?} for one (IAM user guide, "IAM
 * JSON policy elements: Resource"). Matching goes back to the last star only, so that its time is
 * at most pattern times value.
 */
final class Glob {

  private Glob() {}

  /** Whether an action pattern covers an action; case does not count. */
  static boolean action(String pattern, String action) {
    return matches(pattern.toLowerCase(Locale.ROOT), action.toLowerCase(Locale.ROOT));
  }

  /** Whether a resource pattern covers a resource; case counts. */
  static boolean resource(String pattern, String resource) {
    return matches(pattern, resource);
  }

  private static boolean matches(String pattern, String value) {
    int p = 0;
    int v = 0;
    int star = -1;
    int from = 0;
    while (v < value.length()) {
      char c = p < pattern.length() ? pattern.charAt(p) : 0;
      if (p < pattern.length() && c == '*') {
        star = p++;
        from = v;
      } else if (p < pattern.length() && (c == '?' || c == value.charAt(v))) {
        p++;
        v++;
      } else if (star >= 0) {
        p = star + 1;
        v = ++from;
      } else {
        return false;
      }
    }
    while (p < pattern.length() && pattern.charAt(p) == '*') {
      p++;
    }
    return p == pattern.length();
  }
}
