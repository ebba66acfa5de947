package awsleuth.core.fact;

import awsleuth.boto.config.Proxies;
import awsleuth.core.evidence.EnvironmentVariable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The proxy that the environment given names for a failed call. */
public final class GivenProxy {

  private GivenProxy() {}

  /** Where it is named; none where no variable does, or one excepts the call's host. */
  public static List<Citation> cited(Facts facts) {
    Map<String, String> environment = new LinkedHashMap<>();
    facts.environment().forEach(v -> environment.putIfAbsent(v.name(), v.value()));
    String endpoint = facts.call().endpoint();
    String host = Hosts.of(endpoint);
    String scheme = endpoint.startsWith("http:") ? "http" : "https";
    Proxies.Way way =
        new Proxies(environment).of(scheme, host.isEmpty() ? "sts.amazonaws.com" : host);
    return way.proxy().isEmpty()
        ? List.of()
        : facts.variable(way.variable()).stream().map(GivenProxy::cite).toList();
  }

  private static Citation cite(EnvironmentVariable v) {
    return Facts.cite("the call goes through the proxy that " + v.name() + " names", v.source());
  }
}
