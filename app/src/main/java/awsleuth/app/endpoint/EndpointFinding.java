package awsleuth.app.endpoint;

import awsleuth.boto.Boto;
import awsleuth.boto.Raised;
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
      advice.add(new Advice.NoRegion(advisor.regions(service).getOrDefault("aws", List.of())));
    }
    advice.addAll(advisor.ofRegion(service, region, List.of()));
    advice.addAll(advisor.changes(session, arguments, operation, parameters));
    return Endpointed.refused(boto.catalog(), service, operation, raised, decisions, advice);
  }

  private Endpointed made(Client client) {
    String service = arguments.service();
    EndpointOutcome outcome = endpoints.resolve(client, operation, parameters);
    List<Advice> advice = new ArrayList<>();
    if (client.customUrl().isEmpty()) {
      advice.addAll(advisor.ofRegion(service, region(client.decisions()), outcome.inputs()));
    }
    advice.addAll(advisor.ofVersion(client));
    return switch (outcome) {
      case EndpointOutcome.Refused refused -> {
        advice.addAll(advisor.changes(session, arguments, operation, parameters));
        yield new Endpointed(
            service,
            operation,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(refused.raised()),
            client.decisions(),
            refused.inputs(),
            refused.trace(),
            advice,
            boto.catalog().origin());
      }
      case EndpointOutcome.Endpoint endpoint -> resolved(client, endpoint, advice);
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

  private Endpointed resolved(
      Client client, EndpointOutcome.Endpoint endpoint, List<Advice> advice) {
    Optional<RequestOutcome> request =
        operation.isEmpty() || parameters.entries().isEmpty()
            ? Optional.empty()
            : Optional.of(boto.requests().request(client, operation, parameters));
    Optional<Raised> raised = Optional.empty();
    Optional<Signing> signing = Optional.empty();
    switch (endpoints.signing(client, operation, endpoint.auth())) {
      case Endpoints.SigningOutcome.Signed(Signing signed) -> signing = Optional.of(signed);
      case Endpoints.SigningOutcome.Refused(Raised refused) -> raised = Optional.of(refused);
    }
    Optional<String> url = Optional.empty();
    if (request.isPresent()) {
      switch (request.get()) {
        case RequestOutcome.Request(String whole, Signing _, boolean _) -> url = Optional.of(whole);
        case RequestOutcome.Refused(Raised refused) ->
            raised = isIncomplete(refused) ? raised : Optional.of(refused);
      }
    }
    if (client.customUrl().isEmpty() && !endpoint.url().contains(host(client.endpointUrl()))) {
      advice.add(new Advice.OtherUrl(client.endpointUrl()));
    }
    if (client.customUrl().isEmpty()) {
      signing.ifPresent(s -> advice.addAll(advisor.ofArns(s, parameters)));
    }
    return new Endpointed(
        client.service().metadata().name(),
        operation,
        Optional.of(endpoint.url()),
        url,
        url.isPresent() || operation.isEmpty()
            ? Optional.empty()
            : Optional.of(boto.requests().template(client, operation, endpoint.url(), parameters)),
        signing,
        raised,
        client.decisions(),
        endpoint.inputs(),
        endpoint.trace(),
        advice,
        boto.catalog().origin());
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
