package awsleuth.boto.endpoint;

import awsleuth.boto.config.Found;
import awsleuth.boto.config.Origin;
import java.util.Optional;

/** The URL that a client is given. */
final class CustomUrl {

  private CustomUrl() {}

  /** As the program or a setting says; empty if none does. */
  static Optional<Found<String>> find(
      ClientArguments arguments, ClientSettings settings, String service, Decisions decisions) {
    if (arguments.endpointUrl().isPresent()) {
      Origin origin = new Origin.Argument("endpoint_url");
      Found<String> found = new Found<>(arguments.endpointUrl().get(), origin);
      decisions.add(ClientSetting.URL, found);
      return Optional.of(found);
    }
    Optional<Found<Object>> ignored =
        settings.truth(
            "ignore_configured_endpoint_urls",
            "AWS_IGNORE_CONFIGURED_ENDPOINT_URLS",
            "ignore_configured_endpoint_urls");
    if (ignored.isPresent() && Python.isTrue(ignored.get().value())) {
      decisions.add(ClientSetting.URLS_IGNORED, ignored.get());
      return Optional.empty();
    }
    Optional<Found<String>> found = ConfiguredUrl.find(settings.session(), service);
    found.ifPresent(url -> decisions.add(ClientSetting.URL, url));
    return found;
  }
}
