package awsleuth.collect.doctor;

import awsleuth.boto.Raised;
import awsleuth.boto.config.Found;
import awsleuth.boto.config.Origin;
import awsleuth.boto.config.Proxies;
import awsleuth.boto.config.Session;
import awsleuth.boto.endpoint.Client;
import awsleuth.boto.endpoint.ClientOutcome;
import awsleuth.boto.endpoint.EndpointOutcome;
import awsleuth.boto.endpoint.Endpoints;
import awsleuth.boto.python.PyValue.Dict;
import awsleuth.collect.probe.Result;
import awsleuth.collect.wire.BareUrl;
import awsleuth.core.evidence.ProbeResult;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Where boto3 sends a call.
 *
 * @param call the call; without an endpoint where there is none
 * @param url the endpoint, without a user and password; empty where there is none
 * @param user what stands before the endpoint's host; most often empty
 * @param aws whether its host is one of AWS
 * @param result what is to say of it
 */
record Target(ProbeResult.Call call, Optional<URI> url, String user, boolean aws, Result result) {

  private static final String INVALID = "Invalid endpoint: ";

  /** The line of botocore that makes a number of it, without which its exception tells nothing. */
  private static final String ATTEMPTS =
      """
        File "botocore/args.py", line 623, in _compute_retry_max_attempts
          max_attempts = self._config_store.get_config_variable('max_attempts')
      """;

  /**
   * Looks.
   *
   * @param operation its API name; empty for any
   */
  static Target of(Question question, Session session, String service, String operation) {
    Endpoints endpoints = new Endpoints(question.catalog());
    return switch (endpoints.client(session, question.client(service))) {
      case ClientOutcome.Refused refused -> refused(refused.raised(), service, operation, "");
      case ClientOutcome.Made(Client client) ->
          switch (endpoints.resolve(client, operation, new Dict(new LinkedHashMap<>()))) {
            case EndpointOutcome.Refused refused ->
                refused(refused.raised(), service, operation, region(client));
            case EndpointOutcome.Endpoint endpoint ->
                found(question, client, operation, endpoint.url());
          };
    };
  }

  /** The same call, about which nothing can be said. */
  static Target unreached(String service, String operation, String why) {
    return nowhere(new ProbeResult.Call(service, operation, "", ""), new Result.Unknown(why));
  }

  private static Target refused(Raised raised, String service, String operation, String region) {
    String url = raised.message().startsWith(INVALID) ? shown(raised) : "";
    return nowhere(
        new ProbeResult.Call(service, operation, region, ""),
        url.isEmpty()
            ? new Result.Finding(Raising.words(raised), Map.of(), text(raised))
            : new Result.Finding(
                raised.name() + ": " + url, Map.of(), raised.exception() + ": " + url));
  }

  /** The URL without what stands before its host; empty where that cannot be told. */
  private static String shown(Raised raised) {
    String url = raised.message().substring(INVALID.length());
    return url.contains("@") && !url.contains("://") ? "" : INVALID + BareUrl.of(url);
  }

  private static String text(Raised raised) {
    boolean attempts = raised.message().startsWith("invalid literal for int() with base 10");
    return (attempts ? ATTEMPTS : "") + Raising.text(raised);
  }

  private static Target found(Question question, Client client, String operation, String given) {
    String endpoint = BareUrl.of(given).stripLeading();
    ProbeResult.Call call =
        new ProbeResult.Call(
            client.service().metadata().name(), operation, region(client), endpoint);
    Optional<String> fault = UrlPort.fault(endpoint);
    if (fault.isPresent()) {
      return nowhere(
          call,
          new Result.Finding(
              endpoint + ": " + fault.get(),
              Map.of("url", endpoint),
              UrlPort.FRAME + "ValueError: " + fault.get()));
    }
    URI url;
    try {
      url = URI.create(endpoint);
    } catch (IllegalArgumentException e) {
      return nowhere(call, new Result.Unknown(endpoint + " is no address"));
    }
    if (url.getHost() == null) {
      return nowhere(call, new Result.Unknown(endpoint + " has no host"));
    }
    if (!"http".equals(url.getScheme()) && !"https".equals(url.getScheme())) {
      String words = "Not supported URL scheme " + url.getScheme();
      return nowhere(
          call,
          new Result.Finding(
              endpoint + ": " + words, Map.of("url", endpoint), Raising.unsent(words)));
    }
    return new Target(
        call,
        Optional.of(url),
        BareUrl.user(given),
        question.catalog().host(url.getHost()).isPresent(),
        new Result.Ok(endpoint + origin(client), facts(client, endpoint)));
  }

  private static Target nowhere(ProbeResult.Call call, Result result) {
    return new Target(call, Optional.empty(), "", false, result);
  }

  /** With the option that sets it; what the machine sets counts again by itself. */
  private static Map<String, String> facts(Client client, String endpoint) {
    Map<String, String> facts = new TreeMap<>(Map.of("url", endpoint, "region", region(client)));
    client
        .customUrl()
        .filter(url -> url.origin() instanceof Origin.Argument)
        .ifPresent(_ -> facts.put("set", "--endpoint-url"));
    return facts;
  }

  private static String origin(Client client) {
    return client
        .customUrl()
        .map(Found::origin)
        .map(o -> " (" + Local.place(o) + ")")
        .orElse(client.region() == null ? "" : " (" + client.region() + ")");
  }

  private static String region(Client client) {
    return client.region() == null ? "" : client.region();
  }

  /** How requests go there; Python compares {@code NO_PROXY} with the user before the host too. */
  Optional<Proxies.Way> way(Proxies proxies) {
    return url.map(u -> proxies.of(String.valueOf(u.getScheme()), user + u.getRawAuthority()));
  }

  /** Whether requests to another go the same way. */
  boolean sameWay(Target other) {
    return url.isPresent()
        && other.url.isPresent()
        && user.equals(other.user)
        && String.valueOf(url.get().getScheme()).equals(other.url.get().getScheme())
        && String.valueOf(url.get().getAuthority()).equals(other.url.get().getAuthority());
  }

  /** Without the user, which may be a secret. */
  @Override
  public String toString() {
    return "Target[" + call + "]";
  }
}
