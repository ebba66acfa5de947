package awsleuth.boto.credentials;

import awsleuth.boto.Raised;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** URLs as botocore takes them apart. */
final class Urls {

  private static final List<String> ALLOWED =
      List.of("169.254.170.2", "169.254.170.23", "fd00:ec2::23", "localhost");

  private Urls() {}

  /** Refuses a URL of a container's endpoint that is neither encrypted nor near. */
  static void allowed(String url) throws Raise {
    String host = host(url);
    boolean secure = url.regionMatches(true, 0, "https:", 0, 6);
    if (!secure && !loopback(host) && (host == null || !ALLOWED.contains(host))) {
      throw new Raise(
          new Raised(
              "ValueError",
              "Unsupported host '"
                  + (host == null ? "None" : host)
                  + "'.  Can only retrieve metadata from a loopback address or one of these hosts: "
                  + String.join(", ", ALLOWED)));
    }
  }

  /** Whether botocore takes it for an endpoint of the metadata service. */
  static boolean valid(String url) {
    String host = host(url);
    if (host == null || host.length() > 255 || url.matches("(?s).*[\\t\\r\\n].*")) {
      return false;
    }
    return names(host.endsWith(".") ? host.substring(0, host.length() - 1) : host)
        || Ipv6.matches(host);
  }

  private static boolean names(String host) {
    for (String label : host.split("\\.", -1)) {
      boolean plain =
          label.chars().allMatch(c -> c == '-' || (c < 0x80 && Character.isLetterOrDigit(c)));
      if (!plain
          || label.isEmpty()
          || label.length() > 63
          || label.startsWith("-")
          || label.endsWith("-")) {
        return false;
      }
    }
    return true;
  }

  private static boolean loopback(@Nullable String host) {
    if (host == null) {
      return false;
    }
    String[] parts = host.split("\\.", -1);
    boolean four = parts.length == 4 && parts[0].equals("127");
    for (String part : parts) {
      four &= part.matches("0|[1-9][0-9]{0,2}") && Integer.parseInt(part) < 256;
    }
    return four || host.equals("::1") || host.equals("0:0:0:0:0:0:0:1");
  }

  /** The host in small letters, as {@code urlsplit(url).hostname}; null if there is none. */
  static @Nullable String host(String url) {
    int scheme = url.indexOf("://");
    int start = url.startsWith("//") ? 2 : scheme > 0 && letters(url, scheme) ? scheme + 3 : -1;
    if (start < 0) {
      return null;
    }
    int end = start;
    while (end < url.length() && "/?#".indexOf(url.charAt(end)) < 0) {
      end++;
    }
    String place =
        url.substring(
            url.lastIndexOf('@', end - 1) >= start ? url.lastIndexOf('@', end - 1) + 1 : start,
            end);
    int close = place.indexOf(']');
    String host =
        place.startsWith("[") && close > 0
            ? place.substring(1, close)
            : place.substring(0, place.indexOf(':') < 0 ? place.length() : place.indexOf(':'));
    return host.isEmpty() ? null : host.toLowerCase(Locale.ROOT);
  }

  private static boolean letters(String url, int end) {
    char first = url.charAt(0);
    return first < 0x80
        && Character.isLetter(first)
        && url.substring(0, end)
            .chars()
            .allMatch(c -> (c < 0x80 && Character.isLetterOrDigit(c)) || "+-.".indexOf(c) >= 0);
  }
}
