package awsleuth.boto.endpoint;

import awsleuth.aws.ServiceMetadata;
import awsleuth.boto.config.Found;
import awsleuth.boto.config.Origin;
import awsleuth.boto.config.Session;
import awsleuth.boto.config.Setting;
import awsleuth.boto.python.Raising;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What decides on a client.
 *
 * @param region the Region that was given, without {@code fips}; null if none was
 * @param customUrl the URL that was set; empty if none was
 * @param decisions what was looked up up to now
 */
record ClientSetup(
    ClientArguments arguments,
    ServiceMetadata metadata,
    ClientSettings settings,
    @Nullable String region,
    Optional<Found<String>> customUrl,
    Decisions decisions) {

  Session session() {
    return settings.session();
  }

  String scheme() {
    return arguments.secure() ? "https://" : "http://";
  }

  boolean isS3() {
    return metadata.endpointPrefix().equals("s3");
  }

  boolean isOfS3() {
    return isS3() || metadata.endpointPrefix().equals("s3-control");
  }

  /** Whether FIPS is wanted; by the name of the Region where that says so. */
  Optional<Found<Object>> fips() {
    return settings
        .truth("use_fips_endpoint", "AWS_USE_FIPS_ENDPOINT", "use_fips_endpoint")
        .map(found ->
            new Found<>(
                found.value(), decisions.origin(ClientSetting.FIPS).orElse(found.origin())));
  }

  Optional<Found<Object>> dualStack() {
    if (isOfS3()) {
      if (settings.config().get("s3") instanceof Map<?, ?> s3
          && s3.containsKey("use_dualstack_endpoint")) {
        Object value = s3.get("use_dualstack_endpoint");
        Origin origin = new Origin.ClientConfig("s3.use_dualstack_endpoint");
        if (value != null) {
          return Optional.of(new Found<>(value, origin));
        }
      }
      Setting section = session().settings().get("s3");
      if (section != null && section.text().isPresent()) {
        throw new Raising("AttributeError", "'str' object has no attribute 'get'");
      }
      Optional<Found<String>> set = session().setting("s3", "use_dualstack_endpoint");
      if (set.isPresent() && set.get().value().toLowerCase(Locale.ROOT).equals("true")) {
        return Optional.of(new Found<>(true, set.get().origin()));
      }
    }
    return settings.truth(
        "use_dualstack_endpoint", "AWS_USE_DUALSTACK_ENDPOINT", "use_dualstack_endpoint");
  }
}
