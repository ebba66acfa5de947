package awsleuth.collect.probe;

import awsleuth.collect.wire.Broken;
import awsleuth.collect.wire.CaBundle;
import awsleuth.collect.wire.Chain;
import awsleuth.collect.wire.Deadline;
import awsleuth.collect.wire.Proxy;
import awsleuth.collect.wire.Route;
import awsleuth.collect.wire.Wire;
import awsleuth.core.evidence.ProbeResult;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * TLS with a host, and whether its certificate counts by the CA bundle of botocore. That nothing is
 * verified is a finding for which boto3 raises nothing.
 *
 * @param result what is to say of it
 * @param waited how long the bundle was waited for, which the python may have to be asked for
 */
public record TlsProbe(Result result, Duration waited) {

  /** Whether boto3 calls by this connection. */
  public boolean agreed() {
    return result instanceof Result.Ok
        || (result instanceof Result.Finding(var _, var _, String raised) && raised.isEmpty());
  }

  /**
   * Agrees on TLS and judges the chain.
   *
   * @param proxy the proxy between; empty where there is none
   */
  public static TlsProbe of(
      Wire wire, URI url, Route route, Optional<Proxy> proxy, Deadline deadline) {
    Map<String, String> facts = new LinkedHashMap<>();
    Duration waited = Duration.ZERO;
    try {
      Chain chain = new Chain(wire.secure(Route.host(url), Route.port(url), deadline));
      facts.put("protocol", wire.protocol());
      facts.put("issuer", chain.issuer());
      if (chain.isAlone()) {
        facts.put(ProbeResult.ALONE, "true");
      }
      chain.expires().ifPresent(e -> facts.put("expires", e.toString()));
      long asked = System.nanoTime();
      facts.put("bundle", label(route));
      waited = Duration.ofNanos(System.nanoTime() - asked);
      route.judge(chain, Route.host(url));
      String words =
          wire.protocol()
              + ", certificate by "
              + chain.issuer()
              + chain.expires().map(TlsProbe::until).orElse("")
              + ", "
              + trusted(route);
      return new TlsProbe(
          verifies(route) ? new Result.Ok(words, facts) : new Result.Finding(words, facts, ""),
          waited);
    } catch (Broken e) {
      if (wire.asksForCertificate()) {
        facts.put(ProbeResult.CLIENT_CERTIFICATE, "asked");
      }
      boolean usable =
          facts.containsKey("bundle") && route.trust().get() instanceof Route.Trust.Bundle;
      String bundle = usable ? "; " + trusted(route) : "";
      String raised = e.fault().raised(url.toString(), proxy.map(Proxy::shown).orElse(""));
      return new TlsProbe(
          Findings.of(e.fault(), deadline, e.fault().words() + bundle, facts, raised), waited);
    }
  }

  private static String until(Instant end) {
    long days = Duration.between(Instant.now(), end).toDays();
    return " for " + days + (days == 1 ? " day" : " days") + " more";
  }

  private static String trusted(Route route) {
    return verifies(route) ? "trusted: " + label(route) : label(route);
  }

  /** Whether certificates are looked at, for which boto3 would raise something. */
  private static boolean verifies(Route route) {
    return !(route.trust().get() instanceof Route.Trust.Bundle(CaBundle bundle))
        || bundle.verifies();
  }

  private static String label(Route route) {
    return switch (route.trust().get()) {
      case Route.Trust.Bundle(CaBundle bundle) -> bundle.label();
      case Route.Trust.Unusable(Broken broken) -> broken.fault().words();
    };
  }
}
