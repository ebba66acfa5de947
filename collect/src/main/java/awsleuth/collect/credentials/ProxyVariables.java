package awsleuth.collect.credentials;

import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.URI;
import java.util.Locale;
import java.util.Map;

/**
 * The proxy that an environment names for an address, as Python takes it: {@code https_proxy}
 * before {@code HTTPS_PROXY}, and none for the hosts of {@code no_proxy}.
 */
record ProxyVariables(Map<String, String> environment) {

  /** The proxy; a direct way where none is named. */
  Proxy of(URI address) {
    String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
    String named = either(scheme + "_proxy");
    if (named.isEmpty() || isExcepted(String.valueOf(address.getHost()))) {
      return Proxy.NO_PROXY;
    }
    URI proxy = URI.create(named.contains("://") ? named : "http://" + named);
    return proxy.getHost() == null
        ? Proxy.NO_PROXY
        : new Proxy(
            Proxy.Type.HTTP,
            InetSocketAddress.createUnresolved(
                proxy.getHost(), proxy.getPort() < 0 ? 80 : proxy.getPort()));
  }

  private String either(String name) {
    return environment.getOrDefault(
        name, environment.getOrDefault(name.toUpperCase(Locale.ROOT), ""));
  }

  private boolean isExcepted(String host) {
    for (String each : either("no_proxy").split(",")) {
      String suffix = each.strip().toLowerCase(Locale.ROOT);
      String bare = suffix.startsWith(".") ? suffix.substring(1) : suffix;
      if (suffix.equals("*")
          || (!bare.isEmpty() && (host.equals(bare) || host.endsWith("." + bare)))) {
        return true;
      }
    }
    return false;
  }
}
