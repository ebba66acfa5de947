package awsleuth.collect.wire;

import awsleuth.boto.config.Proxies;
import java.net.URI;
import java.time.Instant;
import java.util.function.Supplier;

/**
 * The way of requests to one host.
 *
 * @param proxies the variables that may name a proxy
 * @param trust the CA bundle; asked when a certificate is to be judged
 */
public record Route(Proxies proxies, Supplier<Trust> trust) {

  /** The CA bundle, or why there is none. */
  public sealed interface Trust {

    /** A bundle. */
    record Bundle(CaBundle certificates) implements Trust {}

    /** None can be used; botocore finds that out when it connects. */
    record Unusable(Broken broken) implements Trust {}

    /** The bundle of a file. */
    static Trust file(String path) {
      try {
        return new Bundle(CaBundle.file(path));
      } catch (Broken e) {
        return new Unusable(e);
      }
    }
  }

  /**
   * Sends a request on a connection of its own and reads the answer.
   *
   * @throws Broken where none comes
   */
  public HttpReply send(HttpCall call, Deadline deadline) throws Broken {
    Proxies.Way way = way(call.url());
    try (Wire wire = connect(way, call.url(), deadline)) {
      boolean secure = isSecure(call.url());
      if (secure) {
        if (way.proxy().isPresent()) {
          tunnel(wire, Proxy.of(way.proxy().get()), call.url(), deadline);
        }
        secure(wire, call.url(), deadline);
      }
      HttpCall sent =
          way.proxy().filter(_ -> !secure).map(Proxy::of).map(call::through).orElse(call);
      return wire.exchange(sent, deadline);
    }
  }

  /** Whether an address is one of TLS. */
  public static boolean isSecure(URI url) {
    return "https".equalsIgnoreCase(url.getScheme());
  }

  /** How a request to an address goes: through a proxy or not. */
  public Proxies.Way way(URI url) {
    return proxies.of(String.valueOf(url.getScheme()), String.valueOf(url.getRawAuthority()));
  }

  /** The port of an address, the usual one where it names none. */
  public static int port(URI url) {
    return url.getPort() > 0 ? url.getPort() : isSecure(url) ? 443 : 80;
  }

  /** The host of an address, without brackets. */
  public static String host(URI url) {
    String host = String.valueOf(url.getHost());
    return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
  }

  private Wire connect(Proxies.Way way, URI url, Deadline deadline) throws Broken {
    if (way.proxy().isEmpty()) {
      return Dial.to(Names.resolve(host(url), deadline), port(url), deadline).wire();
    }
    return proxied(Proxy.of(way.proxy().get()), deadline);
  }

  private Wire proxied(Proxy proxy, Deadline deadline) throws Broken {
    if (!proxy.isUsable()) {
      throw unusable(proxy);
    }
    Wire wire;
    try {
      wire = Dial.to(Names.resolve(proxy.host(), deadline), proxy.port(), deadline).wire();
    } catch (Broken e) {
      throw ofProxy(e);
    }
    try {
      meet(wire, proxy, deadline);
      return wire;
    } catch (Broken e) {
      wire.close();
      throw ofProxy(e);
    }
  }

  /** Why a proxy cannot be asked at all. */
  public static Broken unusable(Proxy proxy) {
    return proxy.refused().isEmpty()
        ? new Broken(
            Fault.Kind.PROXY, "its URL has no host", "LocationParseError('Failed to parse')")
        : new Broken(
            Fault.Kind.UNSENT,
            proxy.port() < 0 ? "its URL has no such port" : "its URL cannot be taken apart",
            proxy.refused());
  }

  /**
   * Agrees on TLS with a proxy, where that is spoken to by TLS.
   *
   * @throws Broken where it is not agreed on, or its certificate does not count
   */
  public void meet(Wire wire, Proxy proxy, Deadline deadline) throws Broken {
    if (proxy.secure()) {
      judge(new Chain(wire.secure(proxy.host(), proxy.port(), deadline)), proxy.host());
    }
  }

  /** What breaks before the proxy is reached is a fault of the proxy. */
  public static Broken ofProxy(Broken broken) {
    Fault fault = broken.fault();
    String inner = fault.inner();
    int colon = inner.startsWith("urllib3.exceptions.") ? inner.indexOf(": ") : -1;
    String nested =
        colon < 0
            ? "OSError('" + inner + "')"
            : inner.substring("urllib3.exceptions.".length(), colon)
                + "(\""
                + inner.substring(colon + 2)
                + "\")";
    return new Broken(Fault.Kind.PROXY, fault.words(), nested);
  }

  /**
   * Has the proxy connect.
   *
   * @throws Broken where it does not
   */
  public static void tunnel(Wire wire, Proxy proxy, URI url, Deadline deadline) throws Broken {
    wire.tunnel(host(url), port(url), proxy.credentials(), deadline);
  }

  private void secure(Wire wire, URI url, Deadline deadline) throws Broken {
    judge(new Chain(wire.secure(host(url), port(url), deadline)), host(url));
  }

  /**
   * Judges a chain by the CA bundle.
   *
   * @throws Broken where it does not count, or there is no bundle
   */
  public void judge(Chain chain, String host) throws Broken {
    switch (trust.get()) {
      case Trust.Bundle(CaBundle bundle) -> chain.judge(bundle, host, Instant.now());
      case Trust.Unusable(Broken broken) -> throw broken;
    }
  }
}
