package awsleuth.boto.credentials;

import java.util.Map;

/** Paths as Python expands them. */
final class Paths {

  private Paths() {}

  /** {@code os.path.expanduser(os.path.expandvars(path))}. */
  static String expand(String path, Map<String, String> environment) {
    return user(variables(path, environment), environment);
  }

  /** {@code os.path.expanduser}; the home of another user is not known and left as it is. */
  static String user(String path, Map<String, String> environment) {
    String home = environment.get("HOME");
    if (home == null || !(path.equals("~") || path.startsWith("~/"))) {
      return path;
    }
    int end = home.length();
    while (end > 0 && home.charAt(end - 1) == '/') {
      end--;
    }
    String whole = home.substring(0, end) + path.substring(1);
    return whole.isEmpty() ? "/" : whole;
  }

  /** {@code os.path.expandvars}: a variable that is not set is left as it is. */
  static String variables(String path, Map<String, String> environment) {
    StringBuilder out = new StringBuilder();
    int i = 0;
    while (i < path.length()) {
      int end = path.charAt(i) == '$' ? end(path, i + 1) : -1;
      String value = end < 0 ? null : environment.get(name(path, i + 1, end));
      if (value == null) {
        out.append(path.charAt(i++));
      } else {
        out.append(value);
        i = end;
      }
    }
    return out.toString();
  }

  private static int end(String path, int start) {
    if (path.startsWith("{", start)) {
      int close = path.indexOf('}', start);
      return close < 0 ? -1 : close + 1;
    }
    int end = start;
    while (end < path.length() && word(path.charAt(end))) {
      end++;
    }
    return end == start ? -1 : end;
  }

  private static String name(String path, int start, int end) {
    return path.charAt(start) == '{'
        ? path.substring(start + 1, end - 1)
        : path.substring(start, end);
  }

  private static boolean word(char c) {
    return c == '_' || (c < 0x80 && Character.isLetterOrDigit(c));
  }
}
