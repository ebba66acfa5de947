package awsleuth.boto.endpoint;

import awsleuth.aws.AwsCatalog;
import awsleuth.aws.Operation;
import awsleuth.boto.Raised;
import java.util.Map;

/** The requests that botocore would send, from the parameters of a call to URL and signature. */
public final class Requests {

  private final Endpoints endpoints;

  /** Of the services of a catalog. */
  public Requests(AwsCatalog catalog) {
    this.endpoints = new Endpoints(catalog);
  }

  /**
   * The request of a call.
   *
   * @param operation its API name
   * @throws IllegalArgumentException if the service has no such operation
   */
  public RequestOutcome request(Client client, String operation, Map<String, Object> parameters) {
    Operation known =
        client
            .service()
            .operation(operation)
            .orElseThrow(() -> new IllegalArgumentException("no operation " + operation));
    return switch (endpoints.resolve(client, operation, parameters)) {
      case EndpointOutcome.Refused refused -> new RequestOutcome.Refused(refused.raised());
      case EndpointOutcome.Endpoint endpoint -> send(client, known, endpoint);
    };
  }

  private RequestOutcome send(
      Client client, Operation operation, EndpointOutcome.Endpoint endpoint) {
    try {
      String url = new RequestUrl(client, operation, endpoint.parameters()).of(endpoint.url());
      return switch (endpoints.signing(client, operation.name(), endpoint.auth())) {
        case Endpoints.SigningOutcome.Signed(Signing signing) ->
            new RequestOutcome.Request(url, signing);
        case Endpoints.SigningOutcome.Refused(Raised raised) -> new RequestOutcome.Refused(raised);
      };
    } catch (PythonError e) {
      return new RequestOutcome.Refused(e.raised());
    }
  }
}
