package awsleuth.collect.wire;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * A proxy, as botocore and urllib3 take its URL apart.
 *
 * @param shown the URL, user and password as {@code ***}
 * @param secure whether the proxy itself is spoken to by TLS
 * @param host empty where the URL has none
 * @param port 80 or 443 where the URL names none; -1 where what it names is no port
 * @param credentials {@code user:password}, decoded: a secret; empty where it does not have both
 * @param refused what Python says of a URL that it cannot take apart; empty where it can
 */
public record Proxy(
    String shown, boolean secure, String host, int port, String credentials, String refused) {

  /**
   * Takes a URL apart.
   *
   * @param url with or without a scheme; any other than {@code https} is taken for {@code http}
   */
  public static Proxy of(String url) {
    boolean secure = url.startsWith("https:");
    String rest = url.substring(url.indexOf(':') + 1).replaceFirst("^//", "");
    int slash = firstOf(rest, "/?#");
    String authority = rest.substring(0, slash);
    int at = authority.lastIndexOf('@');
    String user = at < 0 ? "" : authority.substring(0, at);
    String place = authority.substring(at + 1);
    int colon = place.endsWith("]") ? -1 : place.lastIndexOf(':');
    String host = colon < 0 ? place : place.substring(0, colon);
    String port = colon < 0 ? "" : place.substring(colon + 1);
    String mask = user.indexOf(':') < 0 ? "***@" : "***:***@";
    String path = rest.substring(slash);
    String end = path.indexOf('@') < 0 && path.startsWith("//") ? path : "";
    String shown = (secure ? "https://" : "http://") + (at < 0 ? "" : mask) + place + end;
    int number = port(port, secure);
    return new Proxy(
        shown, secure, host, number, decoded(user), refused(authority, host, number, shown));
  }

  /** The header line that gives a proxy its {@code user:password}; empty where there is none. */
  static String authorization(String credentials) {
    return credentials.isEmpty()
        ? ""
        : "Proxy-Authorization: Basic "
            + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8))
            + "\r\n";
  }

  /** Whether requests can go there. */
  public boolean isUsable() {
    return refused.isEmpty() && !host.isEmpty();
  }

  /** What {@code urllib.parse.urlsplit} and urllib3's {@code parse_url} raise. */
  private static String refused(String authority, String host, int port, String shown) {
    if ((authority.indexOf('[') < 0) != (authority.indexOf(']') < 0)) {
      return "Invalid IPv6 URL";
    }
    if (host.startsWith("[") && host.indexOf(':') < 0) {
      String inner = host.substring(1, host.length() - 1);
      return inner.matches("\\d{1,3}(\\.\\d{1,3}){3}")
          ? "An IPv4 address cannot be in brackets"
          : "'" + inner + "' does not appear to be an IPv4 or IPv6 address";
    }
    return port < 0 ? "Failed to parse: " + shown : "";
  }

  private static int firstOf(String text, String marks) {
    int i = 0;
    while (i < text.length() && marks.indexOf(text.charAt(i)) < 0) {
      i++;
    }
    return i;
  }

  private static int port(String digits, boolean secure) {
    if (digits.isEmpty()) {
      return secure ? 443 : 80;
    }
    try {
      int port = Integer.parseInt(digits);
      return port > 0 && port < 65536 ? port : -1;
    } catch (NumberFormatException e) {
      return -1;
    }
  }

  private static String decoded(String user) {
    int colon = user.indexOf(':');
    if (colon <= 0 || colon == user.length() - 1) {
      return "";
    }
    try {
      return URLDecoder.decode(user.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return user;
    }
  }

  @Override
  public String toString() {
    return shown;
  }
}
