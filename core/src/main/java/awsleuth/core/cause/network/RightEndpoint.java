package awsleuth.core.cause.network;

import awsleuth.boto.Boto;
import awsleuth.boto.config.Session;
import awsleuth.boto.endpoint.Client;
import awsleuth.boto.endpoint.ClientArguments;
import awsleuth.boto.endpoint.ClientOutcome;
import awsleuth.boto.endpoint.EndpointOutcome;
import awsleuth.boto.endpoint.Endpoints;
import awsleuth.boto.python.PyValue.Dict;
import awsleuth.core.fact.Facts;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Optional;

/** Where botocore sends calls of a service in a Region with nothing else configured. */
final class RightEndpoint {

  private RightEndpoint() {}

  /** The URL; empty where botocore finds none. */
  static Optional<String> url(Facts facts, String service, String region) {
    if (!facts.catalog().hasService(service)) {
      return Optional.empty();
    }
    Endpoints endpoints = Boto.of(facts.catalog(), LocalDate.EPOCH).endpoints();
    ClientArguments arguments = ClientArguments.of(service).inRegion(region).withKeys();
    return endpoints.client(Session.NOTHING_SET, arguments) instanceof ClientOutcome.Made(Client c)
            && endpoints.resolve(c, "", new Dict(new LinkedHashMap<>()))
                instanceof EndpointOutcome.Endpoint endpoint
        ? Optional.of(endpoint.url())
        : Optional.empty();
  }
}
