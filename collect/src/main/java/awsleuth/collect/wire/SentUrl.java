package awsleuth.collect.wire;

import awsleuth.boto.python.Url;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A URL as Python sends it: {@code urlsplit} drops line breaks and tabs, and urllib3 writes what no
 * path may have in percents.
 *
 * @see <a href="https://github.com/urllib3/urllib3/blob/main/src/urllib3/util/url.py">url.py</a>
 */
public final class SentUrl {

  private static final String PATH = "._-~!$&'()*+,;=:@/";
  private static final Pattern NO_ESCAPE = Pattern.compile("%(?![0-9A-Fa-f]{2})");

  private SentUrl() {}

  /** Empty where it is no URL even then. */
  public static Optional<URI> of(String given) {
    return uri(given)
        .or(() ->
            Url.tried(given)
                .flatMap(u ->
                    uri(
                        new Url(u.scheme(), u.authority(), path(u.path()), u.query(), u.fragment())
                            .toString())));
  }

  private static Optional<URI> uri(String text) {
    try {
      return Optional.of(URI.create(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static String path(String path) {
    boolean escaped = !NO_ESCAPE.matcher(path).find();
    StringBuilder out = new StringBuilder();
    for (byte b : path.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xff);
      boolean plain =
          (c >= '0' && c <= '9')
              || (c >= 'A' && c <= 'Z')
              || (c >= 'a' && c <= 'z')
              || PATH.indexOf(c) >= 0
              || (escaped && c == '%');
      out.append(plain ? String.valueOf(c) : "%%%02X".formatted((int) c));
    }
    return out.toString();
  }
}
