package awsleuth.core.fact;

/** The host of a URL. */
public final class Hosts {

  private Hosts() {}

  /** The host name in a URL or a bare {@code host:port}, without port and user. */
  public static String of(String url) {
    int start = url.indexOf("://");
    String rest = start < 0 ? url : url.substring(start + 3);
    int end = rest.length();
    for (int i = 0; i < rest.length(); i++) {
      char c = rest.charAt(i);
      if (c == '/' || c == '?' || c == '#') {
        end = i;
        break;
      }
    }
    String authority = rest.substring(rest.lastIndexOf('@', end - 1) + 1, end);
    int colon = authority.lastIndexOf(':');
    return colon < 0 || authority.endsWith("]") ? authority : authority.substring(0, colon);
  }
}
