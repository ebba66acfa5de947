package awsleuth.collect.doctor;

import awsleuth.boto.config.Proxies;
import awsleuth.collect.wire.Proxy;
import awsleuth.core.fact.Literal;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The options that lead curl as boto3 goes, where it would else go another way: it speaks SOCKS,
 * takes 1080 for the port of a proxy that names none, reads {@code ALL_PROXY}, and of {@code
 * http_proxy} the lower case alone; botocore does none of these (its {@code _fix_proxy_url} puts
 * {@code http://} before any scheme but http and https).
 *
 * @param where for any request; empty where curl goes the same way by itself
 * @param always the same, said also where curl would go so by itself
 * @param host whose name is resolved: that of the proxy; empty where requests go directly
 * @see <a href="https://curl.se/docs/manpage.html">curl, the environment</a>
 */
record ByProxy(String where, String always, Optional<String> host) {

  private static final Set<String> OF_CURL = Set.of("http_proxy", "https_proxy", "all_proxy");
  private static final String DIRECTLY = " --noproxy '*'";

  /** What curl and botocore read alike: http or https or no scheme, and a port. */
  private static final Pattern ALIKE = Pattern.compile("(https?://)?[^/?#]+:\\d{1,5}/?");

  /**
   * Those of a way.
   *
   * @param to how boto3's requests go; empty where that is not known
   */
  static ByProxy of(Optional<Proxies.Way> to, Map<String, String> environment) {
    Optional<Proxies.Way> by = to.filter(w -> w.proxy().isPresent());
    if (by.isEmpty()) {
      boolean others =
          environment.entrySet().stream()
              .anyMatch(e ->
                  OF_CURL.contains(e.getKey().toLowerCase(Locale.ROOT)) && !e.getValue().isEmpty());
      return new ByProxy(others ? DIRECTLY : "", DIRECTLY, Optional.empty());
    }
    String variable = by.get().variable();
    Proxy proxy = Proxy.of(by.get().proxy().orElse(""));
    Optional<String> host = Optional.of(proxy.host()).filter(h -> !h.isEmpty());
    String set = environment.getOrDefault(variable, "");
    if (!proxy.isUsable() || ALIKE.matcher(set).matches()) {
      String named = " -x \"$" + variable + "\"";
      return new ByProxy(variable.equals("HTTP_PROXY") ? named : "", named, host);
    }
    String there = " -x " + Literal.shell(url(proxy)) + user(proxy);
    return new ByProxy(there, there, host);
  }

  private static String url(Proxy proxy) {
    return (proxy.secure() ? "https://" : "http://") + proxy.host() + ":" + proxy.port();
  }

  private static String user(Proxy proxy) {
    return proxy.credentials().isEmpty() ? "" : " -U '<user>:<password>'";
  }
}
