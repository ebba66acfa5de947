package awsleuth.core.fact;

import awsleuth.aws.HostName;
import awsleuth.boto.config.Found;
import awsleuth.boto.config.Origin;
import awsleuth.boto.config.Session;
import awsleuth.boto.endpoint.ConfiguredUrl;
import awsleuth.boto.python.Url;
import awsleuth.core.evidence.Source;
import java.util.Optional;

/**
 * An endpoint that is set for the service which was called and is another service's.
 *
 * @param url as it is set
 * @param of whose it is, by the name of the client
 * @param origin what sets it
 * @param source where it is set
 */
public record ForeignEndpoint(String url, String of, Origin origin, Source source) {

  /** Empty where none is set among the evidence, or the host is no other service's of AWS. */
  public static Optional<ForeignEndpoint> in(Facts facts) {
    String service = facts.call().service();
    if (service.isEmpty()
        || facts.ownSession()
        || !(facts.boto().session() instanceof Session.Open(Session session))) {
      return Optional.empty();
    }
    return ConfiguredUrl.inForce(session, service).flatMap(found -> of(facts, service, found));
  }

  private static Optional<ForeignEndpoint> of(Facts facts, String service, Found<String> found) {
    Optional<HostName> host =
        Url.tried(found.value()).flatMap(url -> facts.catalog().host(url.host()));
    return facts
        .boto()
        .source(found.origin())
        .flatMap(source ->
            host.filter(h -> !h.services().isEmpty() && !h.services().contains(service))
                .map(h ->
                    new ForeignEndpoint(
                        found.value(), h.services().getFirst(), found.origin(), source)));
  }
}
