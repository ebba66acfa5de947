package awsleuth.boto.request;

import awsleuth.aws.AwsCatalog;
import awsleuth.aws.Operation;
import awsleuth.boto.Raised;
import awsleuth.boto.endpoint.Client;
import awsleuth.boto.endpoint.ClientOutcome;
import awsleuth.boto.endpoint.EndpointOutcome;
import awsleuth.boto.endpoint.Endpoints;
import awsleuth.boto.endpoint.Signing;
import awsleuth.boto.params.ClientCall;
import awsleuth.boto.python.JsonText;
import awsleuth.boto.python.Percent;
import awsleuth.boto.python.PyValue;
import awsleuth.boto.python.Raising;
import awsleuth.boto.python.Url;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/** The requests that botocore would send, from the parameters of a call to URL and signature. */
public final class Requests {

  private static final PyValue.Dict NOTHING = new PyValue.Dict(new LinkedHashMap<>());

  private final Endpoints endpoints;
  private final LocalDate today;

  /**
   * Of the services of a catalog.
   *
   * @param today from where a text of a date takes what it leaves out
   */
  public Requests(AwsCatalog catalog, LocalDate today) {
    this.endpoints = new Endpoints(catalog);
    this.today = today;
  }

  /**
   * The request of a call. Where botocore asks the service first where to send it, that is the
   * request.
   *
   * @param operation its API name
   * @throws IllegalArgumentException if the service has no such operation
   */
  public RequestOutcome request(Client client, String operation, PyValue.Dict parameters) {
    Operation known = known(client, operation);
    if (client.discovery() == Client.Discovery.BLOCKED
        && known.discovery() == Operation.Discovery.REQUIRED) {
      return new RequestOutcome.Refused(
          new Raised(
              "botocore.discovery.EndpointDiscoveryRequired",
              "Endpoint Discovery is not enabled but this operation requires it."));
    }
    return switch (call(client).outcome(known, parameters)) {
      case ClientCall.Refused(Raised raised) -> new RequestOutcome.Refused(raised);
      case ClientCall.Sent sent -> {
        Optional<String> discovering = discovering(client, known);
        yield discovering.isPresent()
            ? request(client, discovering.get(), NOTHING)
            : send(client, known, sent);
      }
    };
  }

  /**
   * The URL of an operation's requests, with the names of parameters in braces.
   *
   * @param operation its API name
   * @param endpoint the URL that the rules give with those parameters
   * @throws IllegalArgumentException if the service has no such operation
   */
  public String template(
      Client client, String operation, String endpoint, PyValue.Dict parameters) {
    String service = client.service().metadata().name();
    return new RequestUrl(client, known(client, operation), texts(service))
        .template(endpoint, parameters);
  }

  /** The operation that tells where another has to be sent; empty if that is known. */
  private static Optional<String> discovering(Client client, Operation operation) {
    boolean wanted =
        switch (client.discovery()) {
          case NEVER, BLOCKED -> false;
          case WHERE_REQUIRED -> operation.discovery() == Operation.Discovery.REQUIRED;
          case ALWAYS ->
              operation.discovery() == Operation.Discovery.REQUIRED
                  || operation.discovery() == Operation.Discovery.OPTIONAL;
        };
    return wanted
        ? client.service().operationNames().stream()
            .filter(name ->
                client.service().operation(name).orElseThrow().discovery()
                    == Operation.Discovery.DISCOVERS)
            .findFirst()
        : Optional.empty();
  }

  private RequestOutcome send(Client client, Operation operation, ClientCall.Sent sent) {
    try {
      Built built = build(client, operation, sent);
      String headers =
          new SignedHeaders(client.service(), operation)
              .of(sent.params(), built.body(), sent.endpoint().headers().keySet());
      String url = UrlSignature.add(built.url(), built.signing(), headers, built.body());
      return new RequestOutcome.Request(url, built.signing(), headers.indexOf(',') < 0);
    } catch (Raising e) {
      return new RequestOutcome.Refused(e.raised());
    }
  }

  /** What is sent, before it is signed. */
  private record Built(String url, RequestBody.Body body, Signing signing) {}

  private Built build(Client client, Operation operation, ClientCall.Sent sent) {
    String service = client.service().metadata().name();
    PyValue.Dict call = sent.params();
    Texts texts = texts(service);
    String url = new RequestUrl(client, operation, texts).of(sent.endpoint().url(), call);
    boolean tls = url.startsWith("https://");
    RequestBody.Body body = new RequestBody(client.service(), texts, tls).of(operation, call);
    if (service.equals("cloudsearchdomain") && operation.name().equals("Search")) {
      int mark = url.indexOf('?');
      body = new RequestBody.Other(new PyValue.Str(url.substring(mark + 1)));
      url = url.substring(0, mark);
    } else if (service.equals("machinelearning") && operation.name().equals("Predict")) {
      url = predicting(url, call);
    }
    Signing signing = signing(client, operation, sent.endpoint().auth());
    if (signing.scoped() && Url.split(url).host().isEmpty()) {
      throw new Raising("AttributeError", "'NoneType' object has no attribute 'split'");
    }
    return new Built(url, body, signing);
  }

  private Texts texts(String service) {
    return new Texts(today, service.equals("bedrock-agentcore"));
  }

  /**
   * The whole message of a call, as it can be signed and sent. Endpoints that botocore would have
   * to discover first are not asked for.
   *
   * @param operation its API name
   * @throws IllegalArgumentException if the service has no such operation
   */
  public MessageOutcome message(Client client, String operation, PyValue.Dict parameters) {
    Operation known = known(client, operation);
    return switch (call(client).outcome(known, parameters)) {
      case ClientCall.Refused(Raised raised) -> new MessageOutcome.Refused(raised);
      case ClientCall.Sent _ when discovering(client, known).isPresent() ->
          new MessageOutcome.Beyond("botocore asks the service first where to send it");
      case ClientCall.Sent sent -> {
        try {
          yield message(client, known, sent);
        } catch (Raising e) {
          yield new MessageOutcome.Refused(e.raised());
        }
      }
    };
  }

  private MessageOutcome message(Client client, Operation operation, ClientCall.Sent sent) {
    Built built = build(client, operation, sent);
    if (Protocols.of(client.service().metadata()).equals("smithy-rpc-v2-cbor")) {
      return new MessageOutcome.Beyond("its protocol is CBOR");
    }
    if (built.signing().signed() && !built.signing().scheme().equals("AWS4-HMAC-SHA256")) {
      return new MessageOutcome.Beyond("its signature is not of version 4");
    }
    String body;
    switch (built.body()) {
      case RequestBody.Empty _ -> body = "";
      case RequestBody.Json(PyValue.Dict value) -> body = JsonText.line(value);
      case RequestBody.Form(var fields) -> body = form(fields);
      case RequestBody.Chunks _, RequestBody.Other _ -> {
        return new MessageOutcome.Beyond("its body is XML or a stream");
      }
    }
    SequencedMap<String, String> headers =
        new MessageHeaders(client.service(), operation, texts(client.service().metadata().name()))
            .of(sent.params(), built.body(), sent.endpoint().headers());
    return new MessageOutcome.Ready(
        new Message(operation.method(), built.url(), headers, body, built.signing()));
  }

  private static String form(Map<String, String> fields) {
    Map<String, List<String>> all = new LinkedHashMap<>();
    fields.forEach((name, value) -> all.put(name, List.of(value)));
    return Percent.query(all).replace("%20", "+");
  }

  private static Operation known(Client client, String operation) {
    return client
        .service()
        .operation(operation)
        .orElseThrow(() -> new IllegalArgumentException("no operation " + operation));
  }

  private ClientCall call(Client client) {
    return new ClientCall(endpoints, new ClientOutcome.Made(client), client.service(), today);
  }

  private Signing signing(Client client, Operation operation, EndpointOutcome.Auth auth) {
    return switch (endpoints.signing(client, operation.name(), auth)) {
      case Endpoints.SigningOutcome.Signed(Signing signing) -> signing;
      case Endpoints.SigningOutcome.Refused(Raised raised) -> throw new Raising(raised);
    };
  }

  /** Predictions are sent to the endpoint that the call names. */
  private static String predicting(String url, PyValue.Dict call) {
    if (!(call.get("PredictEndpoint") instanceof PyValue.Str(String given)) || given.isEmpty()) {
      return url;
    }
    Url to = Url.split(given);
    Url from = Url.split(url);
    return new Url(to.scheme(), to.authority(), from.path(), from.query(), "").toString();
  }
}
