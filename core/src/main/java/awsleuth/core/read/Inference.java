package awsleuth.core.read;

import awsleuth.aws.AwsCatalog;
import awsleuth.aws.HostName;
import awsleuth.core.evidence.FailedCall;
import awsleuth.core.evidence.Failure.Frame;
import awsleuth.core.evidence.Failure.Passage;
import awsleuth.core.evidence.Source;
import awsleuth.core.read.text.Urls;
import java.util.List;
import java.util.Optional;

/**
 * Works out what a text does not say outright: the service, the operation, the Region. What comes
 * from several places is taken in the order: the sentence, the endpoint's host, the denied action,
 * the program's code, the command line, the operation's name, the error code.
 */
final class Inference {

  private final Surroundings around;
  private final Sighting s;
  private final AwsCatalog catalog;

  Inference(Sighting s, List<Frame> frames, List<Passage> passages, AwsCatalog catalog) {
    this.around = Surroundings.of(s, frames, passages, catalog);
    this.s = s;
    this.catalog = catalog;
  }

  FailedCall call(Source source) {
    Optional<HostName> host = host();
    String operation = new InferredOperation(around, host).find();
    String named = named(operation);
    String service = named.isEmpty() ? new InferredService(around, operation, host).find() : named;
    return new FailedCall(
        s.exception,
        service,
        named.isEmpty() && !service.isEmpty(),
        operation,
        s.code,
        s.message,
        s.status,
        s.requestId,
        region(host),
        s.endpoint.isEmpty() ? Contacted.in(s, around.passages()) : s.endpoint,
        s.retries,
        source);
  }

  /**
   * The service that the text names; empty where it names none, or one that a service behind the
   * called one is: {@code GetParameter} answers with an error of KMS.
   */
  private String named(String operation) {
    String named = s.service.isEmpty() ? "" : catalog.serviceOfId(s.service).orElse(s.service);
    List<String> having = catalog.servicesWithOperation(operation);
    boolean behind = catalog.hasService(named) && !having.isEmpty() && !having.contains(named);
    return behind ? "" : named;
  }

  private Optional<HostName> host() {
    String url = s.endpoint;
    int inMessage = s.message.indexOf("https://");
    if (url.isEmpty() && inMessage >= 0) {
      url = s.message.substring(inMessage);
      url = url.substring(0, Urls.end(url));
    }
    return url.isEmpty() ? Optional.empty() : catalog.host(Urls.host(url));
  }

  private String region(Optional<HostName> host) {
    if (!s.region.isEmpty()) {
      return s.region;
    }
    Optional<String> ofHost = host.flatMap(HostName::region);
    if (ofHost.isPresent()) {
      return ofHost.get();
    }
    if (s.code.equals("PermanentRedirect") || s.code.equals("TemporaryRedirect")) {
      return around.command().region(); // the answer names the Region of the bucket
    }
    String told = Regions.told(s.message, catalog);
    if (!told.isEmpty()) {
      return told;
    }
    String ofScope = around.scope().region();
    if (!ofScope.isEmpty()) {
      return ofScope;
    }
    String ofArn = Arns.region(s.message);
    if (!ofArn.isEmpty()) {
      return ofArn;
    }
    return around.command().region().isEmpty()
        ? Regions.only(around.passages(), around.frames(), catalog)
        : around.command().region();
  }
}
