package awsleuth.app.endpoint;

import awsleuth.boto.Boto;
import awsleuth.boto.Raised;
import awsleuth.boto.config.Found;
import awsleuth.boto.config.Session;
import awsleuth.boto.endpoint.Advice;
import awsleuth.boto.endpoint.Advisor;
import awsleuth.boto.endpoint.Client;
import awsleuth.boto.endpoint.ClientArguments;
import awsleuth.boto.endpoint.ClientOutcome;
import awsleuth.boto.endpoint.ClientSetting;
import awsleuth.boto.endpoint.EndpointOutcome;
import awsleuth.boto.endpoint.Endpoints;
import awsleuth.boto.endpoint.Signing;
import awsleuth.boto.python.PyValue;
import awsleuth.boto.request.RequestOutcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds out where a call would go. */
final class EndpointFinding {

  private final Boto boto;
  private final Endpoints endpoints;
  private final Advisor advisor;
  private final Session session;
  private final ClientArguments arguments;
  private final String operation;
  private final PyValue.Dict parameters;

  /**
   * @param operation its API name; empty if none is asked for
   */
  EndpointFinding(
      Boto boto,
      Session session,
      ClientArguments arguments,
      String operation,
      PyValue.Dict parameters) {
    this.boto = boto;
    this.endpoints = boto.endpoints();
    this.advisor = boto.advisor();
    this.session = session;
    this.arguments = arguments;
    this.operation = operation;
    this.parameters = parameters;
  }

  /** What botocore would do. */
  Endpointed find() {
    return switch (endpoints.client(session, arguments)) {
      case ClientOutcome.Refused(Raised raised, List<Client.Decision> decisions) ->
          refused(raised, decisions);
      case ClientOutcome.Made(Client client) -> made(client);
    };
  }

  private Endpointed refused(Raised raised, List<Client.Decision> decisions) {
    String service = arguments.service();
    List<Advice> advice = new ArrayList<>();
    String region = region(decisions);
    Optional<String> url = decided(decisions, ClientSetting.URL).or(arguments::endpointUrl);
    if (raised.message().startsWith("Invalid endpoint") && url.isPresent()) {
      if (url.get().indexOf("://") < 0) {
        advice.add(new Advice.WithoutScheme(url.get()));
      } else {
        advisor.ofHost(url.get()).ifPresent(advice::add);
      }
    } else if (region == null) {
      advice.add(noRegion(service));
    }
    advice.addAll(advisor.ofRegion(service, region, List.of()));
    advice.addAll(advisor.ofSettings(session, arguments));
    advice.addAll(changes());
    return Endpointed.refused(boto.catalog(), service, operation, raised, decisions, advice);
  }

  private Advice noRegion(String service) {
    return new Advice.NoRegion(
        advisor.regions(service).getOrDefault("aws", List.of()),
        session.variable("AWS_REGION").map(Found::value).orElse(""));
  }

  private List<Advice> changes() {
    return advisor.changes(session, arguments, operation, parameters, this::whole);
  }

  private Endpointed made(Client client) {
    EndpointOutcome outcome = endpoints.resolve(client, operation, parameters);
    List<Advice> advice = new ArrayList<>();
    if (client.customUrl().isEmpty()) {
      advice.addAll(
          advisor.ofRegion(arguments.service(), region(client.decisions()), outcome.inputs()));
    }
    advice.addAll(advisor.ofVersion(client));
    advice.addAll(advisor.ofSettings(session, arguments));
    Optional<Raised> ofRules =
        outcome instanceof EndpointOutcome.Refused r ? Optional.of(r.raised()) : Optional.empty();
    Optional<Raised> ofCall = ofCall(client).filter(r -> !ofRules.equals(Optional.of(r)));
    if (ofCall.isPresent()) {
      new CorrectedUrls(boto, client, operation, this::whole).of(parameters).ifPresent(advice::add);
      return Endpointed.refused(
          boto.catalog(),
          client.service().metadata().name(),
          operation,
          ofCall.get(),
          client.decisions(),
          advice);
    }
    return switch (outcome) {
      case EndpointOutcome.Refused refused -> {
        if (refused.raised().exception().endsWith(".MissingDependencyException")) {
          advisor.withCrt(client, operation, parameters, this::whole).ifPresent(advice::add);
        }
        advice.addAll(changes());
        yield raised(client, refused.raised(), outcome, advice);
      }
      case EndpointOutcome.Endpoint endpoint ->
          switch (endpoints.signing(client, operation, endpoint.auth())) {
            case Endpoints.SigningOutcome.Refused(Raised raised) ->
                raised(client, raised, outcome, advice);
            case Endpoints.SigningOutcome.Signed(Signing signing) ->
                resolved(client, endpoint, signing, advice);
          };
    };
  }

  private static @Nullable String region(List<Client.Decision> decisions) {
    return decided(decisions, ClientSetting.REGION).orElse(null);
  }

  /** What was decided last of a setting. */
  private static Optional<String> decided(List<Client.Decision> decisions, ClientSetting setting) {
    return decisions.stream()
        .filter(d -> d.setting() == setting)
        .map(d -> String.valueOf(d.found().value()))
        .reduce((_, last) -> last);
  }

  /** What a call with the parameters ends in; empty where it is sent or parameters are missing. */
  private Optional<Raised> ofCall(Client client) {
    return !isCall()
        ? Optional.empty()
        : boto.requests().request(client, operation, parameters)
                instanceof RequestOutcome.Refused(Raised raised)
            ? Optional.of(raised).filter(r -> !isIncomplete(r))
            : Optional.empty();
  }

  private boolean isCall() {
    return !operation.isEmpty() && !parameters.entries().isEmpty();
  }

  private Endpointed raised(
      Client client, Raised raised, EndpointOutcome outcome, List<Advice> advice) {
    return new Endpointed(
        client.service().metadata().name(),
        operation,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(raised),
        client.decisions(),
        outcome.inputs(),
        outcome.trace(),
        advice,
        boto.catalog().origin());
  }

  private Endpointed resolved(
      Client client, EndpointOutcome.Endpoint endpoint, Signing signing, List<Advice> advice) {
    Optional<String> url =
        isCall() ? sent(client, parameters).map(RequestOutcome.Request::url) : Optional.empty();
    if (client.customUrl().isEmpty()) {
      if (!endpoint.url().contains(host(client.endpointUrl()))) {
        advice.add(new Advice.OtherUrl(client.endpointUrl()));
      }
      advice.addAll(advisor.ofArns(signing, parameters));
    }
    List<Advice> ofRequest = advisor.ofRequest(client, endpoint, signing, parameters);
    if (ofRequest.stream().anyMatch(a -> a instanceof Advice.OtherHost)) {
      advice.removeIf(a -> a instanceof Advice.OneEndpoint);
    }
    advice.addAll(ofRequest);
    advisor
        .withKeys(session, arguments, operation, parameters, this::whole, whole(client, endpoint))
        .ifPresent(advice::add);
    return new Endpointed(
        client.service().metadata().name(),
        operation,
        Optional.of(endpoint.url()),
        url,
        url.isPresent() || operation.isEmpty()
            ? Optional.empty()
            : Optional.of(boto.requests().template(client, operation, endpoint.url(), parameters)),
        Optional.of(signing),
        Optional.empty(),
        client.decisions(),
        endpoint.inputs(),
        endpoint.trace(),
        advice,
        boto.catalog().origin());
  }

  private Optional<RequestOutcome.Request> sent(Client client, PyValue.Dict given) {
    return boto.requests().request(client, operation, given)
            instanceof RequestOutcome.Request request
        ? Optional.of(request)
        : Optional.empty();
  }

  /** The URL of the call as far as it is known. */
  private String whole(Client client, EndpointOutcome.Endpoint endpoint) {
    return operation.isEmpty()
        ? endpoint.url()
        : sent(client, endpoint.parameters())
            .map(RequestOutcome.Request::url)
            .orElseGet(() ->
                boto.requests().template(client, operation, endpoint.url(), endpoint.parameters()));
  }

  /** Whether parameters are missing and nothing else is wrong: that is not what was asked. */
  private static boolean isIncomplete(Raised raised) {
    return raised
        .message()
        .lines()
        .allMatch(l ->
            l.equals("Parameter validation failed:")
                || l.startsWith("Missing required parameter in input: "));
  }

  private static String host(String url) {
    return url.substring(url.indexOf("//") + 2);
  }
}
