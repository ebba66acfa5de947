package awsleuth.collect.credentials;

import awsleuth.aws.AwsCatalog;
import awsleuth.boto.config.Session;
import awsleuth.boto.credentials.Ask;
import awsleuth.boto.endpoint.Client;
import awsleuth.boto.endpoint.ClientArguments;
import awsleuth.boto.endpoint.ClientOutcome;
import awsleuth.boto.endpoint.EndpointOutcome;
import awsleuth.boto.endpoint.Endpoints;
import awsleuth.boto.python.PyValue.Dict;
import awsleuth.collect.wire.Route;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Calls of AWS services that give credentials, where boto3 would send them. */
public final class LiveServices {

  private static final String FORM = "application/x-www-form-urlencoded; charset=utf-8";
  private static final double TIMEOUT = 60;

  private final Endpoints endpoints;
  private final Session session;
  private final Route route;
  private final MfaCodes codes;

  /**
   * Of the services of a catalog, with the settings of a session.
   *
   * @param route proxies and certificates
   * @param codes those of MFA devices
   */
  public LiveServices(AwsCatalog catalog, Session session, Route route, MfaCodes codes) {
    this.endpoints = new Endpoints(catalog);
    this.session = session;
    this.route = route;
    this.codes = codes;
  }

  /** Proxies and certificates. */
  Route route() {
    return route;
  }

  /** Where a call goes, or why it goes nowhere. */
  private sealed interface To {}

  private record Place(Client client, EndpointOutcome.Endpoint endpoint) implements To {}

  private record Nowhere(String why) implements To {}

  private To to(ClientArguments arguments, String operation) {
    return switch (endpoints.client(session, arguments)) {
      case ClientOutcome.Refused refused -> new Nowhere(why(refused.raised()));
      case ClientOutcome.Made(Client client) ->
          switch (endpoints.resolve(client, operation, new Dict(new LinkedHashMap<>()))) {
            case EndpointOutcome.Refused refused -> new Nowhere(why(refused.raised()));
            case EndpointOutcome.Endpoint endpoint -> new Place(client, endpoint);
          };
    };
  }

  private static String why(awsleuth.boto.Raised raised) {
    return "not sent, since botocore raises " + raised.name();
  }

  /** Asks IAM Identity Center; what would change the login kept on this machine is not asked. */
  HttpExchange send(Ask.Http ask) {
    Ask.Sent sent = ask.sent();
    if (!ask.method().equals("GET")) {
      return HttpExchange.unsent("not sent, since it would renew the login: run aws sso login");
    }
    ClientArguments arguments =
        ClientArguments.of(sent.service()).inRegion(sent.region()).withKeys();
    return switch (to(arguments, "GetRoleCredentials")) {
      case Nowhere(String why) -> HttpExchange.unsent(why);
      case Place place ->
          HttpExchange.of(
              "GET",
              trimmed(place.endpoint().url()) + path(ask.url()) + "?" + form(sent.query()),
              sent.headers(),
              "",
              TIMEOUT,
              route);
    };
  }

  /** The MFA device whose code a call needs; empty where it needs none. */
  static Optional<String> device(Ask.Sts ask) {
    return Optional.ofNullable(ask.sent().parameters().get("SerialNumber")).map(String::valueOf);
  }

  /** Assumes a role, with the code of a device where one is needed. */
  HttpExchange assume(Ask.Sts ask) {
    ClientArguments arguments = ClientArguments.of("sts").withKeys();
    return switch (to(arguments, ask.action())) {
      case Nowhere(String why) -> HttpExchange.unsent(why);
      case Place place ->
          device(ask)
              .map(d -> codes.assume(ask, d, code -> assume(ask, place, Map.of("TokenCode", code))))
              .orElseGet(() -> assume(ask, place, Map.of()));
    };
  }

  private HttpExchange assume(Ask.Sts ask, Place place, Map<String, String> more) {
    Map<String, String> fields = new TreeMap<>();
    fields.put("Action", ask.action());
    fields.put("Version", "2011-06-15");
    Instant now = Instant.now();
    ask.sent().parameters().forEach((name, value) -> fields.put(name, named(value, now)));
    fields.putAll(more);
    URI whole = URI.create(place.endpoint().url());
    String path = whole.getRawPath().isEmpty() ? "/" : whole.getRawPath();
    String url = whole.resolve(path).toString();
    SignedPost post = new SignedPost(url, Map.of("Content-Type", FORM), form(fields));
    Map<String, String> headers =
        ask.sent()
            .keys()
            .map(keys -> post.signed(keys, region(ask, place), now))
            .orElse(post.headers());
    return HttpExchange.of("POST", url, headers, post.body(), TIMEOUT, route);
  }

  /** The Region that the call is signed for. */
  private String region(Ask.Sts ask, Place place) {
    return endpoints.signing(place.client(), ask.action(), place.endpoint().auth())
            instanceof Endpoints.SigningOutcome.Signed(var signing)
        ? String.valueOf(signing.region())
        : "us-east-1";
  }

  /** The session's name tells the time, as botocore's does. */
  private static String named(Object value, Instant now) {
    String text = String.valueOf(value);
    return text.equals("botocore-session-0000000000")
        ? "botocore-session-" + now.getEpochSecond()
        : text;
  }

  private static String path(String url) {
    int path = url.indexOf("/federation/");
    return path < 0 ? url : url.substring(path);
  }

  private static String trimmed(String url) {
    return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
  }

  private static String form(Map<String, String> fields) {
    return new TreeMap<>(fields)
        .entrySet().stream()
            .map(e -> encoded(e.getKey()) + "=" + encoded(e.getValue()))
            .collect(Collectors.joining("&"));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
