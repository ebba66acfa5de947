package awsleuth.collect.probe;

import awsleuth.collect.wire.Broken;
import awsleuth.collect.wire.Deadline;
import awsleuth.collect.wire.Dial;
import awsleuth.collect.wire.Proxy;
import awsleuth.collect.wire.Route;
import awsleuth.collect.wire.Wire;
import java.net.InetAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A connection to one of some addresses.
 *
 * @param result what is to say of it
 * @param wire the connection; empty where there is none
 */
public record ConnectProbe(Result result, Optional<Wire> wire) {

  /**
   * Connects.
   *
   * @param proxy the proxy that the addresses are of; empty where they are of the host itself
   * @param url where the request goes, for what boto3 raises
   */
  public static ConnectProbe of(
      List<InetAddress> addresses, int port, Optional<Proxy> proxy, String url, Deadline deadline) {
    try {
      Dial dial = Dial.to(addresses, port, deadline);
      String reached = dial.wire().address().getHostAddress() + " port " + port;
      return new ConnectProbe(
          new Result.Ok(
              "connected to " + reached + failed(dial.failed()),
              Map.of("address", dial.wire().address().getHostAddress())),
          Optional.of(dial.wire()));
    } catch (Broken e) {
      Broken whole = proxy.isPresent() ? Route.ofProxy(e) : e;
      return new ConnectProbe(
          Findings.of(
              e.fault(),
              deadline,
              proxy.map(p -> "the proxy " + p.shown() + ": ").orElse("") + e.fault().words(),
              proxy
                  .map(p -> Map.of("port", String.valueOf(port), "proxy", p.shown()))
                  .orElse(Map.of("port", String.valueOf(port))),
              whole.fault().raised(url, proxy.map(Proxy::shown).orElse(""))),
          Optional.empty());
    }
  }

  private static String failed(List<String> failed) {
    return failed.isEmpty()
        ? ""
        : "; not to " + String.join(", ", failed) + ", which boto3 may try first";
  }
}
