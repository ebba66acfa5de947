package awsleuth.collect.wire;

import java.util.Locale;

/**
 * A URL without the user and password before its host. urllib3 connects to the host and sends
 * neither of them, so that the bare URL leads to the same place.
 *
 * @see <a href="https://github.com/urllib3/urllib3/blob/main/src/urllib3/util/url.py">parse_url</a>
 */
public final class BareUrl {

  private static final String START = "://";

  private BareUrl() {}

  /** The URL without what stands before the last sign of its authority; the same where none is. */
  public static String of(String url) {
    int from = from(url);
    return from < 0 ? url : url.substring(0, from) + url.substring(from + user(url).length());
  }

  /** What stands before the host, the sign too; empty where nothing does. A secret. */
  public static String user(String url) {
    int from = from(url);
    if (from < 0) {
      return "";
    }
    int end = from;
    while (end < url.length() && "/?#\\".indexOf(url.charAt(end)) < 0) {
      end++;
    }
    return url.substring(from, from + url.substring(from, end).lastIndexOf('@') + 1);
  }

  /**
   * Host and port of a URL, or of what is written without a scheme, in small letters; without the
   * port that its scheme has anyway. Where two are alike, requests go to the same place.
   */
  public static String authority(String url) {
    String bare = of(url);
    int from = Math.max(0, from(bare));
    int end = from;
    while (end < bare.length() && "/?#\\".indexOf(bare.charAt(end)) < 0) {
      end++;
    }
    String scheme = bare.substring(0, from).toLowerCase(Locale.ROOT);
    String all = bare.substring(from, end).toLowerCase(Locale.ROOT);
    String usual = scheme.equals("http://") ? ":80" : scheme.equals("https://") ? ":443" : "";
    return !usual.isEmpty() && all.endsWith(usual)
        ? all.substring(0, all.length() - usual.length())
        : all;
  }

  private static int from(String url) {
    int start = url.indexOf(START);
    return start < 0 ? -1 : start + START.length();
  }
}
