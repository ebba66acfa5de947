package awsleuth.core.secret;

/**
 * Finds passwords and tokens before the host of a URL, {@code scheme://user:password@host}, and
 * webhooks, whose path is the secret.
 */
final class UrlPasswords {

  private static final String STOPS = " \t\n\r\"'<>\\`";
  private static final int SHORTEST_TOKEN = 16;

  /** How the URLs of incoming webhooks begin, behind their scheme (Slack, Discord). */
  private static final String[] WEBHOOKS = {
    "hooks.slack.com/services/", "hooks.slack.com/workflows/", "discord.com/api/webhooks/"
  };

  private UrlPasswords() {}

  static void find(String text, Ranges.Sink sink) {
    for (int at = text.indexOf("://"); at >= 0; at = text.indexOf("://", at + 3)) {
      int end = end(text, at + 3);
      int sign = at(text, at + 3, end);
      if (sign >= 0) {
        user(text, at + 3, sign, sink);
      }
      webhook(text, at + 3, end, sink);
    }
  }

  private static void webhook(String text, int from, int end, Ranges.Sink sink) {
    for (String start : WEBHOOKS) {
      int secret = from + start.length();
      if (secret < end && text.startsWith(start, from) && !text.startsWith(Secrets.MASK, secret)) {
        sink.add(secret, end, Secrets.MASK);
      }
    }
  }

  /** Where a URL ends at the latest: before the next one. */
  private static int end(String text, int from) {
    int i = from;
    while (i < text.length()
        && STOPS.indexOf(text.charAt(i)) < 0
        && !(text.charAt(i) == ':' && text.startsWith("://", i))) {
      i++;
    }
    return i;
  }

  /** The sign before the host; -1 where there is no user. A password may hold what ends a host. */
  private static int at(String text, int from, int end) {
    int path = from;
    while (path < end && "/?#".indexOf(text.charAt(path)) < 0) {
      path++;
    }
    int sign = text.substring(from, path).lastIndexOf('@');
    if (sign >= 0) {
      // A password may hold # or ? too: then another sign follows before any path or query.
      int query = path;
      while (query < end && "/=".indexOf(text.charAt(query)) < 0) {
        query++;
      }
      int last = text.substring(path, query).lastIndexOf('@');
      return last < 0 ? from + sign : path + last;
    }
    int colon = text.substring(from, path).indexOf(':');
    int later = colon < 0 ? -1 : text.substring(path, end).indexOf('@');
    boolean port = later >= 0 && isPort(text, from + colon + 1, path);
    return later < 0 || (port && isPathOrQuery(text, path, path + later)) ? -1 : path + later;
  }

  /** Whether what follows a port is a path or query rather than the rest of a password. */
  private static boolean isPathOrQuery(String text, int from, int to) {
    String rest = text.substring(from, to);
    return rest.indexOf('/') >= 0 || rest.indexOf('=') >= 0;
  }

  private static boolean isPort(String text, int from, int to) {
    for (int i = from; i < to; i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return from < to;
  }

  private static void user(String text, int from, int sign, Ranges.Sink sink) {
    int colon = text.substring(from, sign).indexOf(':');
    if (colon < 0 && sign - from < SHORTEST_TOKEN) {
      return;
    }
    int secret = colon < 0 ? from : from + colon + 1;
    if (!text.startsWith(Secrets.MASK, secret)) {
      sink.add(secret, sign, Secrets.MASK);
    }
  }
}
