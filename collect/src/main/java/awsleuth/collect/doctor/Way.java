package awsleuth.collect.doctor;

import awsleuth.boto.config.Proxies;
import awsleuth.collect.probe.ClockProbe;
import awsleuth.collect.probe.ConnectProbe;
import awsleuth.collect.probe.Findings;
import awsleuth.collect.probe.NameProbe;
import awsleuth.collect.probe.ProxyProbe;
import awsleuth.collect.probe.Result;
import awsleuth.collect.probe.TlsProbe;
import awsleuth.collect.wire.Broken;
import awsleuth.collect.wire.Deadline;
import awsleuth.collect.wire.HttpCall;
import awsleuth.collect.wire.HttpReply;
import awsleuth.collect.wire.Proxy;
import awsleuth.collect.wire.Route;
import awsleuth.collect.wire.Wire;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * The way to an endpoint, step by step on one connection: name, connection, proxy, TLS, an answer,
 * its clock. Where one fails the others are not reached.
 */
final class Way {

  /** The steps of a way, in their order. */
  static final List<StepKind> KINDS =
      List.of(
          StepKind.DNS, StepKind.TCP, StepKind.PROXY, StepKind.TLS, StepKind.HTTP, StepKind.CLOCK);

  private final Target target;
  private final Map<StepKind, Slot> slots;
  private final Route route;
  private final Deadline deadline;
  private final CompletableFuture<Integer> blocked = new CompletableFuture<>();

  Way(Target target, Map<StepKind, Slot> slots, Route route, Deadline deadline) {
    this.target = target;
    this.slots = slots;
    this.route = route;
    this.deadline = deadline;
  }

  /** The number of the step that is in the way; 0 where none is. */
  CompletableFuture<Integer> blocked() {
    return blocked;
  }

  /** Goes it; where awsleuth itself fails there, the step in hand says so. */
  void go(int endpoint) {
    try {
      begin(endpoint);
    } catch (RuntimeException | StackOverflowError bug) {
      crashed(bug);
    }
  }

  private void crashed(Throwable bug) {
    for (StepKind kind : KINDS) {
      if (slot(kind).isOpen()) {
        slot(kind).end(new Result.Crashed(String.valueOf(bug)), System.nanoTime());
        goesOn(new Result.Crashed(""), kind);
        return;
      }
    }
    blocked.complete(0);
  }

  private void begin(int endpoint) {
    Optional<Proxies.Way> to = target.way(route.proxies());
    if (target.url().isEmpty() || to.isEmpty()) {
      stop(endpoint, StepKind.DNS);
      return;
    }
    URI url = target.url().get();
    Proxies.Way way = to.get();
    Optional<Proxy> proxy = way.proxy().map(Proxy::of);
    if (proxy.isPresent() && !proxy.get().isUsable()) {
      unusable(proxy.get(), url);
      return;
    }
    name(url, proxy)
        .flatMap(probe -> connect(probe, url, proxy))
        .ifPresent(wire -> follow(wire, url, way));
  }

  private void unusable(Proxy proxy, URI url) {
    slot(StepKind.DNS).end(new Result.Ok("left to the proxy"), System.nanoTime());
    slot(StepKind.TCP).end(new Result.Unknown("no proxy to connect to"), System.nanoTime());
    Broken broken = Route.unusable(proxy);
    slot(StepKind.PROXY)
        .end(
            new Result.Finding(
                proxy.shown() + ": " + broken.fault().words(),
                Map.of("proxy", proxy.shown()),
                broken.fault().raised(url.toString(), proxy.shown())),
            System.nanoTime());
    stop(slot(StepKind.PROXY).number(), StepKind.TLS);
  }

  private Slot slot(StepKind kind) {
    return java.util.Objects.requireNonNull(slots.get(kind));
  }

  /** What follows is not reached. */
  private void stop(int because, StepKind from) {
    stop(because, KINDS.subList(KINDS.indexOf(from), KINDS.size()));
  }

  private void stop(int because, List<StepKind> kinds) {
    for (StepKind kind : kinds) {
      slot(kind).unreached(because);
    }
    blocked.complete(because);
  }

  private Optional<NameProbe> name(URI url, Optional<Proxy> proxy) {
    long began = System.nanoTime();
    String host = proxy.map(Proxy::host).orElse(Route.host(url));
    boolean aws = target.aws() && proxy.isEmpty();
    NameProbe probe = NameProbe.of(host, aws, url.toString(), deadline.fromNow());
    slot(StepKind.DNS).end(proxy.map(p -> ofProxy(probe, p, url)).orElse(probe.result()), began);
    return goesOn(probe.result(), StepKind.DNS) ? Optional.of(probe) : Optional.empty();
  }

  private static Result ofProxy(NameProbe probe, Proxy proxy, URI url) {
    String words =
        probe.result() instanceof Result.Finding
            ? (proxy.host().startsWith("socks") ? "boto3 does not speak SOCKS: " : "")
                + "the proxy "
            : "the proxy " + proxy.host() + ": ";
    return switch (probe.result()) {
      case Result.Ok(String said, Map<String, String> facts) ->
          new Result.Ok(words + said + "; that of the endpoint is left to it", facts);
      case Result.Finding(String said, var _, String _) ->
          new Result.Finding(
              words + said,
              Map.of("host", proxy.host(), "proxy", proxy.shown()),
              Route.ofProxy(
                      new Broken(
                          awsleuth.collect.wire.Fault.Kind.NOT_RESOLVED,
                          said,
                          "urllib3.exceptions.NameResolutionError: Failed to resolve '"
                              + proxy.host()
                              + "' ([Errno -2] Name or service not known)"))
                  .fault()
                  .raised(url.toString(), proxy.shown()));
      case Result.Unknown unknown -> unknown;
      case Result.Crashed crashed -> crashed;
    };
  }

  private Optional<Wire> connect(NameProbe name, URI url, Optional<Proxy> proxy) {
    long began = System.nanoTime();
    int port = proxy.map(Proxy::port).orElse(Route.port(url));
    ConnectProbe probe =
        ConnectProbe.of(name.addresses(), port, proxy, url.toString(), deadline.fromNow());
    slot(StepKind.TCP).end(probe.result(), began);
    return probe.wire().isPresent() || goesOn(probe.result(), StepKind.TCP)
        ? probe.wire()
        : Optional.empty();
  }

  private boolean goesOn(Result result, StepKind kind) {
    if (result instanceof Result.Ok) {
      return true;
    }
    stop(slot(kind).number(), KINDS.subList(KINDS.indexOf(kind) + 1, KINDS.size()));
    return false;
  }

  private void follow(Wire wire, URI url, Proxies.Way way) {
    try (wire) {
      if (proxy(wire, url, way) && tls(wire, url, way.proxy().map(Proxy::of))) {
        answer(wire, url, way);
      }
    }
  }

  private boolean proxy(Wire wire, URI url, Proxies.Way way) {
    long began = System.nanoTime();
    Result result =
        way.proxy()
            .map(Proxy::of)
            .map(p -> ProxyProbe.tunnel(wire, p, way, route, url, deadline.fromNow()))
            .orElseGet(() -> ProxyProbe.direct(way));
    slot(StepKind.PROXY).end(result, began);
    return goesOn(result, StepKind.PROXY);
  }

  private boolean tls(Wire wire, URI url, Optional<Proxy> proxy) {
    long began = System.nanoTime();
    if (!Route.isSecure(url)) {
      slot(StepKind.TLS).end(new Result.Ok("none: the endpoint is plain HTTP"), began);
      return true;
    }
    TlsProbe probe = TlsProbe.of(wire, url, route, proxy, deadline.fromNow());
    slot(StepKind.TLS).end(probe.result(), began + probe.waited().toNanos());
    return probe.agreed() || goesOn(probe.result(), StepKind.TLS);
  }

  private void answer(Wire wire, URI url, Proxies.Way way) {
    long began = System.nanoTime();
    Optional<Proxy> proxy = way.proxy().map(Proxy::of);
    Instant sent = Instant.now();
    HttpCall call = HttpCall.of("GET", url.resolve("/"));
    Optional<Proxy> whole = proxy.filter(_ -> !Route.isSecure(url));
    Deadline now = deadline.fromNow();
    try {
      HttpReply reply = wire.exchange(whole.map(call::through).orElse(call), now);
      Instant received = Instant.now();
      if (whole.isPresent() && ProxyProbe.isOwn(reply)) {
        slot(StepKind.HTTP).end(ProxyProbe.own(reply, whole.get(), way), began);
        stop(slot(StepKind.HTTP).number(), StepKind.CLOCK);
        return;
      }
      slot(StepKind.HTTP)
          .end(
              new Result.Ok(
                  "it answers GET / with " + reply.status(),
                  Map.of("status", String.valueOf(reply.status()))),
              began);
      slot(StepKind.CLOCK).run(() -> ClockProbe.of(reply, sent, received));
      blocked.complete(0);
    } catch (Broken e) {
      slot(StepKind.HTTP)
          .end(
              Findings.of(
                  e.fault(),
                  now,
                  e.fault().words(),
                  Map.of(),
                  e.fault().raised(url.toString(), proxy.map(Proxy::shown).orElse(""))),
              began);
      stop(slot(StepKind.HTTP).number(), StepKind.CLOCK);
    }
  }
}
