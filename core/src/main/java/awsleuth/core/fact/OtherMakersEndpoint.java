package awsleuth.core.fact;

import awsleuth.boto.config.Found;
import awsleuth.boto.config.Session;
import awsleuth.boto.endpoint.ConfiguredUrl;
import awsleuth.boto.python.Url;
import awsleuth.core.evidence.Source;
import java.util.Optional;

/**
 * An endpoint that is set for the service which was called and has no host name of AWS.
 *
 * @param url as it is set
 * @param host its host
 * @param source where it is set
 */
public record OtherMakersEndpoint(String url, String host, Source source) {

  /** Empty where none is set among the evidence, or the host is AWS's. */
  public static Optional<OtherMakersEndpoint> in(Facts facts) {
    String service = facts.call().service();
    if (service.isEmpty()
        || facts.isAlone()
        || facts.ownSession()
        || !(facts.boto().session() instanceof Session.Open(Session session))) {
      return Optional.empty();
    }
    return ConfiguredUrl.inForce(session, service).flatMap(found -> of(facts, found));
  }

  private static Optional<OtherMakersEndpoint> of(Facts facts, Found<String> found) {
    Optional<String> host = Url.tried(found.value()).map(Url::host);
    return facts
        .boto()
        .source(found.origin())
        .flatMap(source ->
            host.filter(h -> facts.catalog().host(h).isEmpty() && !h.contains("amazonaws."))
                .map(h -> new OtherMakersEndpoint(found.value(), h, source)));
  }

  /**
   * Whether no name of AWS can stand behind it, as a name of one's own may: it is this machine, or
   * a name without a domain.
   */
  public boolean isNear() {
    return host.indexOf('.') < 0 || host.startsWith("127.") || host.endsWith(".localhost");
  }

  /** That it is set. */
  public Citation cite() {
    return new Citation("the endpoint is set to `" + url + "`, which is not AWS's", source);
  }
}
