package awsleuth.collect.probe;

import awsleuth.boto.Raised;
import awsleuth.boto.config.Proxies;
import awsleuth.collect.wire.Broken;
import awsleuth.collect.wire.Deadline;
import awsleuth.collect.wire.HttpReply;
import awsleuth.collect.wire.Proxy;
import awsleuth.collect.wire.Route;
import awsleuth.collect.wire.Wire;
import awsleuth.core.evidence.ProbeResult;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Which proxy a request goes through, and whether it connects. */
public final class ProxyProbe {

  private static final int LOGIN = 407;
  private static final int FIRST_ERROR = 400;

  /** Headers of errors that a proxy makes itself. */
  private static final List<String> OWN =
      List.of("x-squid-error", "proxy-authenticate", "proxy-status", "proxy-agent");

  private ProxyProbe() {}

  /** That there is none, and why. */
  public static Result direct(Proxies.Way way) {
    String why =
        way.excepted().isEmpty()
            ? "none is set for it"
            : "not through "
                + way.variable()
                + ", since "
                + way.exceptions()
                + " has "
                + way.excepted();
    return new Result.Ok(
        (way.variable().isEmpty() && !way.excepted().isEmpty() ? "none is set" : why)
            + ignored(way),
        Map.of());
  }

  /** Entries that their author takes for exceptions. */
  private static String ignored(Proxies.Way way) {
    return way.ignored().isEmpty() || way.variable().isEmpty()
        ? ""
        : "; Python makes nothing of "
            + String.join(", ", way.ignored())
            + " in "
            + way.exceptions()
            + ": it takes names and endings of names";
  }

  /** Has the proxy connect to the host of a URL, where that is one of TLS. */
  public static Result tunnel(
      Wire wire, Proxy proxy, Proxies.Way way, Route route, URI url, Deadline deadline) {
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("proxy", proxy.shown());
    facts.put("variable", way.variable());
    String named = proxy.shown() + " (" + way.variable() + ")";
    try {
      route.meet(wire, proxy, deadline);
    } catch (Broken e) {
      return Findings.of(
          e.fault(),
          deadline,
          named + ": " + e.fault().words(),
          facts,
          Route.ofProxy(e).fault().raised(url.toString(), proxy.shown()));
    }
    if (!Route.isSecure(url)) {
      return new Result.Ok(named + " gets the request whole, as for all plain HTTP", facts);
    }
    try {
      Route.tunnel(wire, proxy, url, deadline);
      return new Result.Ok(named + " connects" + ignored(way), facts);
    } catch (Broken e) {
      facts.putAll(e.facts());
      return Findings.of(
          e.fault(),
          deadline,
          named + ": " + e.fault().words() + login(e, proxy) + ignored(way),
          facts,
          e.fault().raised(url.toString(), proxy.shown()));
    }
  }

  /** What botocore has no login for, or what is wrong with that of the URL. */
  private static String login(Broken e, Proxy proxy) {
    String schemes = e.facts().getOrDefault(ProbeResult.SCHEMES, "");
    if (!e.fault().inner().contains("failed: 407")) {
      return "";
    }
    return isForeign(schemes)
        ? "; it takes " + schemes + ", and boto3 logs in by Basic alone"
        : proxy.credentials().isEmpty()
            ? "; its URL has no user and password"
            : "; it does not take the user and password of its URL";
  }

  private static boolean isForeign(String schemes) {
    return !schemes.isEmpty() && !schemes.toLowerCase(Locale.ROOT).contains("basic");
  }

  /**
   * Whether an answer to plain HTTP is one of the proxy: it alone asks for its login (RFC 9110,
   * 15.5.8), and some name themselves in a header of errors of their own.
   */
  public static boolean isOwn(HttpReply reply) {
    return reply.status() == LOGIN
        || (reply.status() >= FIRST_ERROR
            && OWN.stream().anyMatch(h -> reply.headers().containsKey(h)));
  }

  /** That the proxy answers instead of the endpoint. */
  public static Result own(HttpReply reply, Proxy proxy, Proxies.Way way) {
    String words =
        proxy.shown()
            + " ("
            + way.variable()
            + ") answers with "
            + (reply.status() + " " + reply.reason()).strip()
            + " instead of the endpoint";
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("proxy", proxy.shown());
    facts.put("status", String.valueOf(reply.status()));
    if (!reply.schemes().isEmpty()) {
      facts.put(ProbeResult.SCHEMES, reply.schemes());
    }
    Raised raised =
        Raised.unreadable(
            reply.body().isBlank()
                ? "no element found: line 1, column 0"
                : "syntax error: line 1, column 0");
    return new Result.Finding(words, facts, raised.exception() + ": " + raised.message());
  }
}
