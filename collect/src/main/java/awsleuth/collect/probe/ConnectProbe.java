package awsleuth.collect.probe;

import awsleuth.collect.wire.Broken;
import awsleuth.collect.wire.Deadline;
import awsleuth.collect.wire.Dial;
import awsleuth.collect.wire.Proxy;
import awsleuth.collect.wire.Route;
import awsleuth.collect.wire.Wire;
import java.net.InetAddress;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A connection to one of some addresses.
 *
 * @param result what is to say of it; a finding, too, where boto3 waits for a silent address first
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
      Dial dial = Dial.toAll(addresses, port, deadline);
      return new ConnectProbe(connected(dial, port, proxy), Optional.of(dial.wire()));
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

  /** Python tries one address after the other, and has the whole time for each of them. */
  private static Result connected(Dial dial, int port, Optional<Proxy> proxy) {
    String address = dial.wire().address().getHostAddress();
    String reached = "connected to " + address + " port " + port + failed(dial.failed());
    Map<String, String> facts = new LinkedHashMap<>(Map.of("address", address));
    proxy.ifPresent(p -> facts.put("proxy", p.shown()));
    if (dial.silent().isEmpty()) {
      return new Result.Ok(reached, facts);
    }
    facts.put(
        "silent",
        dial.silent().stream().map(InetAddress::getHostAddress).collect(Collectors.joining(" ")));
    return new Result.Finding(
        reached + ": each call waits 60 s for it (connect_timeout)", facts, "");
  }

  private static String failed(List<String> failed) {
    return failed.isEmpty()
        ? ""
        : "; not to " + String.join(", ", failed) + ", which boto3 may try first";
  }
}
