package awsleuth.boto.endpoint;

import awsleuth.boto.config.Found;
import awsleuth.boto.python.Raising;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The endpoint of a client as {@code endpoints.json} gives it, without the rules of its service.
 */
final class BaseResolution {

  private final ClientSetup setup;
  private final LegacyResolver legacy;
  private final GlobalEndpoints global;
  private final SignatureVersion version;

  BaseResolution(ClientSetup setup, LegacyResolver legacy, SignatureVersion version) {
    this.setup = setup;
    this.legacy = legacy;
    this.global = new GlobalEndpoints(setup.settings());
    this.version = version;
  }

  /**
   * The endpoint.
   *
   * @param s3 the settings of S3
   * @throws Raising if a setting of S3 or STS has a value that it cannot have
   */
  BaseEndpoint of(Map<String, Found<Object>> s3) {
    String prefix = setup.metadata().endpointPrefix();
    if (!prefix.equals("s3")) {
      BaseEndpoint base = resolve(setup.region(), url());
      return prefix.equals("sts") ? ofSts(base) : base;
    }
    boolean isGlobal = global.ofS3(setup.region(), s3);
    BaseEndpoint base = resolve(isGlobal ? null : setup.region(), url());
    if (base.signingRegion() == null && base.region() == null) {
      BaseEndpoint inferred = resolve(null, Optional.empty());
      base = base.withRegions(inferred.region(), inferred.signingRegion());
    }
    return isGlobal && "aws-global".equals(base.region())
        ? base.withRegions("us-east-1", base.signingRegion())
        : base;
  }

  private Optional<String> url() {
    return setup.customUrl().map(Found::value);
  }

  private BaseEndpoint ofSts(BaseEndpoint base) {
    if (setup.customUrl().filter(url -> !url.value().isEmpty()).isPresent()
        || !base.tags().isEmpty()
        || !global.ofSts(setup.region())) {
      return base;
    }
    return base.withUrl(setup.scheme() + "sts.amazonaws.com", "us-east-1");
  }

  private BaseEndpoint resolve(@Nullable String region, Optional<String> url) {
    Object inConfig = setup.settings().config().get("region_name");
    String wanted = region == null && inConfig != null ? Python.str(inConfig) : region;
    LegacyResolver.Variant variant =
        new LegacyResolver.Variant(
            Python.isTrue(setup.dualStack().map(Found::value).orElse(null)),
            Python.isTrue(setup.fips().map(Found::value).orElse(null)));
    LegacyEndpoint found = legacy.find(wanted, variant);
    found = found == null ? legacy.inAws(wanted, variant) : found;
    return found == null ? unknown(wanted, url) : known(found, wanted, url);
  }

  private BaseEndpoint unknown(@Nullable String region, Optional<String> url) {
    String host = setup.metadata().endpointPrefix() + "." + Python.str(region) + ".amazonaws.com";
    return new BaseEndpoint(
        region,
        region,
        setup.metadata().signingName(),
        url.orElse(setup.scheme() + host),
        version.get(),
        "",
        List.of());
  }

  private BaseEndpoint known(LegacyEndpoint found, @Nullable String wanted, Optional<String> url) {
    boolean tls = found.protocols().contains("https");
    String signing = found.signingRegion().isEmpty() ? found.name() : found.signingRegion();
    return new BaseEndpoint(
        url.isPresent() ? wanted : found.name(),
        url.isPresent() ? wanted : signing,
        found.signingName().isEmpty() ? setup.metadata().signingName() : found.signingName(),
        url.orElse((tls ? setup.scheme() : "http://") + found.host()),
        version.get(),
        found.partition(),
        found.tags());
  }
}
