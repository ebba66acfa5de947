package awsleuth.boto.python;

import java.util.Locale;
import java.util.Optional;

/**
 * A URL as Python's {@code urlsplit} takes it apart.
 *
 * @param scheme in small letters; empty if there is none
 * @param authority user, host and port; empty if there is none
 * @see <a href="https://docs.python.org/3.11/library/urllib.parse.html">urllib.parse</a>
 */
public record Url(String scheme, String authority, String path, String query, String fragment) {

  /**
   * Takes a URL apart.
   *
   * @throws Raising if a bracket of its host has no partner
   */
  public static Url split(String given) {
    int start = 0;
    while (start < given.length() && given.charAt(start) <= ' ') {
      start++;
    }
    String rest = given.substring(start).replace("\t", "").replace("\r", "").replace("\n", "");
    String scheme = "";
    int colon = rest.indexOf(':');
    if (colon > 0 && isScheme(rest.substring(0, colon))) {
      scheme = rest.substring(0, colon).toLowerCase(Locale.ROOT);
      rest = rest.substring(colon + 1);
    }
    String authority = "";
    if (rest.startsWith("//")) {
      int end = 2;
      while (end < rest.length() && "/?#".indexOf(rest.charAt(end)) < 0) {
        end++;
      }
      authority = rest.substring(2, end);
      rest = rest.substring(end);
      if (authority.indexOf('[') >= 0 != authority.indexOf(']') >= 0) {
        throw new Raising("ValueError", "Invalid IPv6 URL");
      }
    }
    int hash = rest.indexOf('#');
    String fragment = hash < 0 ? "" : rest.substring(hash + 1);
    rest = hash < 0 ? rest : rest.substring(0, hash);
    int mark = rest.indexOf('?');
    String query = mark < 0 ? "" : rest.substring(mark + 1);
    return new Url(scheme, authority, mark < 0 ? rest : rest.substring(0, mark), query, fragment);
  }

  /** Takes a URL apart; empty where Python refuses to. */
  public static Optional<Url> tried(String given) {
    try {
      return Optional.of(split(given));
    } catch (Raising _) {
      return Optional.empty();
    }
  }

  private static boolean isScheme(String text) {
    char first = text.charAt(0);
    return ((first >= 'a' && first <= 'z') || (first >= 'A' && first <= 'Z'))
        && text.chars()
            .allMatch(c ->
                (c >= 'a' && c <= 'z')
                    || (c >= 'A' && c <= 'Z')
                    || (c >= '0' && c <= '9')
                    || c == '+'
                    || c == '-'
                    || c == '.');
  }

  /** As {@code urlparse}, which takes what follows a semicolon off the path. */
  public Url withoutParameters() {
    int semicolon = path.indexOf(';', Math.max(path.lastIndexOf('/'), 0));
    boolean has = semicolon >= 0 && (scheme.isEmpty() || scheme.startsWith("http"));
    return has ? new Url(scheme, authority, path.substring(0, semicolon), query, fragment) : this;
  }

  private String hostAndPort() {
    return authority.substring(authority.lastIndexOf('@') + 1);
  }

  /** The host in small letters, without brackets; empty if there is none. */
  public String host() {
    String host = hostAndPort();
    int open = host.indexOf('[');
    if (open >= 0) {
      int close = host.indexOf(']', open);
      host = host.substring(open + 1, close < 0 ? host.length() : close);
    } else {
      int colon = host.indexOf(':');
      host = colon < 0 ? host : host.substring(0, colon);
    }
    int zone = host.indexOf('%');
    return zone < 0
        ? host.toLowerCase(Locale.ROOT)
        : host.substring(0, zone).toLowerCase(Locale.ROOT) + host.substring(zone);
  }

  /** Whether its port is a number up to 65535, or it has none. */
  public boolean hasPort() {
    String host = hostAndPort();
    int close = host.indexOf('[') >= 0 ? Math.max(host.indexOf(']'), 0) : 0;
    int colon = host.indexOf(':', close);
    String port = colon < 0 ? "" : host.substring(colon + 1);
    boolean digits = port.chars().allMatch(c -> c >= '0' && c <= '9');
    return digits && (port.length() < 5 || (port.length() < 10 && Integer.parseInt(port) < 65536));
  }

  /** As {@code urlunsplit}. */
  @Override
  public String toString() {
    String url = path;
    boolean web = scheme.equals("http") || scheme.equals("https") || scheme.equals("ftp");
    if (!authority.isEmpty() || (web && !path.startsWith("//"))) {
      url = "//" + authority + (url.isEmpty() || url.startsWith("/") ? "" : "/") + url;
    }
    return (scheme.isEmpty() ? "" : scheme + ":")
        + url
        + (query.isEmpty() ? "" : "?" + query)
        + (fragment.isEmpty() ? "" : "#" + fragment);
  }
}
