package awsleuth.collect.doctor;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What Python says of the port of a URL when a request is signed.
 *
 * @see <a
 *     href="https://github.com/python/cpython/blob/main/Lib/urllib/parse.py">SplitResult.port</a>
 */
final class UrlPort {

  /** The line of botocore that asks for it, without which the exception tells nothing. */
  static final String FRAME =
      """
        File "botocore/auth.py", line 85, in _host_from_url
          if url_parts.port is not None:
      """;

  private static final int HIGHEST = 65535;

  private static final Pattern PORT =
      Pattern.compile(
          "[A-Za-z][A-Za-z0-9+.-]{0,20}://[^/?#]{0,400}:([^/?#:\\]]{1,400})(?:[/?#].*)?");

  private UrlPort() {}

  /** The message of its {@code ValueError}; empty where the URL has no port or a right one. */
  static Optional<String> fault(String url) {
    Matcher port = PORT.matcher(url);
    if (!port.matches()) {
      return Optional.empty();
    }
    String digits = port.group(1);
    if (!digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return Optional.of("Port could not be cast to integer value as '" + digits + "'");
    }
    return digits.length() > 9 || Integer.parseInt(digits) > HIGHEST
        ? Optional.of("Port out of range 0-65535")
        : Optional.empty();
  }
}
