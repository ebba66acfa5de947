package awsleuth.core.fact;

import awsleuth.boto.config.Found;
import awsleuth.boto.config.Session;
import awsleuth.boto.endpoint.ConfiguredUrl;
import awsleuth.boto.python.Url;
import awsleuth.core.evidence.Source;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An endpoint that is set for the service which was called and has no host name of AWS.
 *
 * @param url as it is set
 * @param host its host
 * @param source where it is set
 */
public record OtherMakersEndpoint(String url, String host, Source source) {

  /** Makers that the answer may name; a name alone, even this machine's, may lead on to AWS. */
  private static final Pattern MAKER =
      Pattern.compile(
          "\\b(?:localstack|moto|minio|elasticmq)\\b|not yet implemented or pro feature",
          Pattern.CASE_INSENSITIVE);

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

  /** Whether the answer itself tells that another maker's store or an emulator gave it. */
  public static boolean answered(Facts facts) {
    return MAKER.matcher(facts.call().message()).find();
  }

  /** That it is set. */
  public Citation cite() {
    return new Citation("the endpoint is set to `" + url + "`, which is not AWS's", source);
  }
}
