package awsleuth.boto.endpoint;

import awsleuth.aws.Service;
import awsleuth.aws.ServiceMetadata;
import awsleuth.boto.config.Found;
import awsleuth.boto.config.Origin;
import awsleuth.boto.config.Session;
import awsleuth.boto.config.Setting;
import awsleuth.boto.python.Raising;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes a client as botocore does, from the settings that decide its endpoint, in botocore's order,
 * so that the first error is botocore's.
 *
 * @see <a href="https://github.com/boto/botocore/blob/develop/botocore/args.py">args.py</a>
 * @see <a href="https://github.com/boto/botocore/blob/develop/botocore/client.py">client.py</a>
 */
final class ClientCreation {

  private static final Set<String> LEGACY_STS_REGIONS =
      Set.of(
          "ap-northeast-1",
          "ap-south-1",
          "ap-southeast-1",
          "ap-southeast-2",
          "aws-global",
          "ca-central-1",
          "eu-central-1",
          "eu-north-1",
          "eu-west-1",
          "eu-west-2",
          "eu-west-3",
          "sa-east-1",
          "us-east-1",
          "us-east-2",
          "us-west-1",
          "us-west-2");

  private final ClientArguments arguments;
  private final Service service;
  private final ServiceMetadata metadata;
  private final LegacyResolver legacy;
  private final List<Client.Decision> decisions = new ArrayList<>();
  private final Documents documents;
  private final Session session;
  private ClientSettings settings;
  private @Nullable String given;
  private Optional<Found<String>> customUrl = Optional.empty();

  ClientCreation(Documents documents, Session session, ClientArguments arguments, Service service) {
    this.arguments = arguments;
    this.session = session;
    this.service = service;
    this.metadata = service.metadata();
    this.documents = documents;
    this.legacy = documents.legacy(metadata.endpointPrefix());
    Map<String, Object> config = new LinkedHashMap<>(arguments.config().orElse(Map.of()));
    this.settings = new ClientSettings(session, config, "legacy", Map.of());
  }

  /**
   * The client.
   *
   * @throws Raising as botocore raises
   */
  Client create() {
    region();
    mode();
    pseudoRegion();
    String serviceVersion =
        metadata.auth().isEmpty()
            ? metadata.signatureVersion()
            : Signatures.ofSchemes(metadata.auth());
    Map<String, Found<Object>> s3 = settings.s3();
    customUrl = customUrl();
    Base base = base(s3, serviceVersion);
    checkCompression();
    checkChecksums();
    String accountMode = accountMode(base.version());
    boolean prefix = hostPrefix();
    Optional<Found<Object>> preference = preference();
    boolean express = expressDisabled();
    if (settings.isEmptyText()) {
      throw new Raising("AttributeError", "'str' object has no attribute 'get'");
    }
    Object style = ClientSettings.value(s3, "addressing_style");
    if (style != null && !List.of("virtual", "auto", "path").contains(style)) {
      throw Raising.botocore(
          "InvalidS3AddressingStyleError",
          "S3 addressing style "
              + Python.str(style)
              + " is invalid. Valid options are: 'auto', 'virtual', and 'path'");
    }
    if (!EndpointUrls.isValid(base.url())) {
      throw new Raising("ValueError", "Invalid endpoint: " + base.url());
    }
    boolean keepsLegacy = isS3() || metadata.endpointPrefix().equals("sts") || given == null;
    String ruleRegion = keepsLegacy ? base.region() : given;
    Map<String, Found<Object>> builtIns =
        new BuiltIns(this, s3, customUrl, accountMode, express).of(ruleRegion);
    Client.Discovery discovery = discovery();
    Object requested = settings.config().get("signature_version");
    List<String> preferred =
        preference.map(p -> List.of(((String) p.value()).split(",", -1))).orElse(null);
    return new Client(
        service,
        base.region(),
        base.url(),
        base.partition(),
        new Client.Signing(
            base.version(),
            base.signingRegion(),
            base.signingName(),
            requested instanceof String version ? version : null,
            preferred,
            preference.isPresent() && preference.get().origin() instanceof Origin.ClientConfig,
            settings
                .any(
                    "sigv4a_signing_region_set",
                    "AWS_SIGV4A_SIGNING_REGION_SET",
                    "sigv4a_signing_region_set")
                .map(found -> Python.str(found.value()))
                .orElse("")),
        customUrl,
        arguments.secure(),
        builtIns,
        context(s3, express),
        s3,
        prefix,
        discovery,
        documents.rules(metadata.name()),
        documents.partitions(),
        legacy,
        List.copyOf(decisions));
  }

  List<Client.Decision> decisions() {
    return List.copyOf(decisions);
  }

  ClientSettings settings() {
    return settings;
  }

  ClientArguments arguments() {
    return arguments;
  }

  Session session() {
    return session;
  }

  void decided(String name, Found<?> found) {
    decisions.add(new Client.Decision(name, found));
  }

  /** Where the Region came from; botocore may have put another in its place. */
  Origin regionOrigin(String region) {
    for (Client.Decision each : decisions.reversed()) {
      if (each.name().equals("region") && region.equals(each.found().value())) {
        return each.found().origin();
      }
    }
    return new Origin.Default();
  }

  private boolean isS3() {
    return metadata.endpointPrefix().equals("s3");
  }

  boolean isOfS3() {
    return isS3() || metadata.endpointPrefix().equals("s3-control");
  }

  private void region() {
    Optional<Found<Object>> found =
        arguments
            .region()
            .map(r -> new Found<Object>(r, new Origin.Argument("region_name")))
            .or(() -> settings.any("region_name", "AWS_DEFAULT_REGION", "region"));
    if (found.isPresent()) {
      decided("region", found.get());
      given = Python.str(found.get().value());
      if (!HostLabels.isRegion(given)) {
        throw Raising.botocore(
            "InvalidRegionError",
            "Provided region_name '" + given + "' doesn't match a supported format.");
      }
    }
  }

  private void mode() {
    Map<String, Object> modes = Json.object(documents.defaults(), "modes");
    Optional<Found<Object>> found =
        settings
            .option("defaults_mode")
            .filter(option -> Python.isTrue(option.value()))
            .or(() -> settings.any("", "AWS_DEFAULTS_MODE", "defaults_mode"));
    found.ifPresent(mode -> decided("defaults mode", mode));
    String mode = found.map(f -> Python.str(f.value())).orElse("legacy");
    String lower = mode.toLowerCase(Locale.ROOT);
    List<String> known = new ArrayList<>(List.of("legacy", "auto"));
    known.addAll(modes.keySet());
    if (!known.contains(lower)) {
      throw Raising.botocore(
          "InvalidDefaultsMode",
          "Client configured with invalid defaults mode: "
              + mode
              + ". Valid defaults modes include: "
              + String.join(", ", known)
              + ".");
    }
    if (!lower.equals("legacy")) {
      settings =
          new ClientSettings(
              session, settings.config(), lower, Json.object(documents.defaults(), "base"));
    }
  }

  /** A Region such as {@code fips-us-east-1} means the Region without the word, and FIPS. */
  private void pseudoRegion() {
    String pseudo = given;
    if (pseudo == null) {
      return;
    }
    String plain = pseudo.replace("fips-", "").replace("-fips", "");
    if (!plain.equals(pseudo)) {
      settings.config().put("use_fips_endpoint", true);
      decided("region", new Found<>(plain, new Origin.PseudoRegion(pseudo)));
      decided("FIPS", new Found<>(true, new Origin.PseudoRegion(pseudo)));
      given = plain;
    }
  }

  private Optional<Found<String>> customUrl() {
    if (arguments.endpointUrl().isPresent()) {
      Origin origin = new Origin.Argument("endpoint_url");
      Found<String> found = new Found<>(arguments.endpointUrl().get(), origin);
      decided("endpoint URL", found);
      return Optional.of(found);
    }
    Optional<Found<Object>> ignored =
        settings.truth(
            "ignore_configured_endpoint_urls",
            "AWS_IGNORE_CONFIGURED_ENDPOINT_URLS",
            "ignore_configured_endpoint_urls");
    if (ignored.isPresent() && Python.isTrue(ignored.get().value())) {
      decided("configured endpoint URLs ignored", ignored.get());
      return Optional.empty();
    }
    Optional<Found<String>> found = ConfiguredUrl.find(session, metadata.name());
    found.ifPresent(url -> decided("endpoint URL", url));
    return found;
  }

  /** What the client has from {@code endpoints.json}. */
  private record Base(
      @Nullable String region,
      @Nullable String signingRegion,
      String signingName,
      String url,
      String version,
      String partition,
      List<String> tags) {}

  private Base base(Map<String, Found<Object>> s3, String serviceVersion) {
    String prefix = metadata.endpointPrefix();
    if (!prefix.equals("s3")) {
      Base base = resolve(given, customUrl.map(Found::value), serviceVersion);
      return prefix.equals("sts") ? ofSts(base) : base;
    }
    boolean global = isS3Global(given, s3);
    Base base = resolve(global ? null : given, customUrl.map(Found::value), serviceVersion);
    if (base.signingRegion() == null && base.region() == null) {
      Base inferred = resolve(null, Optional.empty(), serviceVersion);
      base = withRegions(base, inferred.region(), inferred.signingRegion());
    }
    return global && "aws-global".equals(base.region())
        ? withRegions(base, "us-east-1", base.signingRegion())
        : base;
  }

  private static Base withRegions(Base b, @Nullable String region, @Nullable String signing) {
    return new Base(
        region, signing, b.signingName(), b.url(), b.version(), b.partition(), b.tags());
  }

  private Base ofSts(Base base) {
    if (customUrl.filter(url -> !url.value().isEmpty()).isPresent() || !base.tags().isEmpty()) {
      return base;
    }
    if (!isStsGlobal(given)) {
      return base;
    }
    String url = (arguments.secure() ? "https" : "http") + "://sts.amazonaws.com";
    return new Base(
        base.region(),
        "us-east-1",
        base.signingName(),
        url,
        base.version(),
        base.partition(),
        base.tags());
  }

  /** Whether S3 is asked at its global endpoint, as in the past for {@code us-east-1}. */
  boolean isS3Global(@Nullable String region, Map<String, Found<Object>> s3) {
    Object value =
        s3.containsKey("us_east_1_regional_endpoint")
            ? ClientSettings.value(s3, "us_east_1_regional_endpoint")
            : "legacy";
    if (!"legacy".equals(value) && !"regional".equals(value)) {
      throw Raising.botocore(
          "InvalidS3UsEast1RegionalEndpointConfigError",
          "S3 us-east-1 regional endpoint option "
              + Python.str(value)
              + " is invalid. Valid options are: \"legacy\", \"regional\"");
    }
    return "legacy".equals(value) && (region == null || region.equals("us-east-1"));
  }

  /** Whether STS is asked at its global endpoint, as in the past for the older Regions. */
  boolean isStsGlobal(@Nullable String region) {
    Optional<Found<Object>> found =
        settings
            .any("", "AWS_STS_REGIONAL_ENDPOINTS", "sts_regional_endpoints")
            .or(() -> settings.preset("stsRegionalEndpoints"))
            .filter(f -> Python.isTrue(f.value()));
    Object value = found.map(Found::value).orElse("regional");
    if (!value.equals("legacy") && !value.equals("regional")) {
      throw Raising.botocore(
          "InvalidSTSRegionalEndpointsConfigError",
          "STS regional endpoints option "
              + Python.str(value)
              + " is invalid. Valid options are: \"legacy\", \"regional\"");
    }
    return value.equals("legacy") && region != null && LEGACY_STS_REGIONS.contains(region);
  }

  private Base resolve(@Nullable String region, Optional<String> url, String serviceVersion) {
    Object inConfig = settings.config().get("region_name");
    String wanted = region == null && inConfig != null ? Python.str(inConfig) : region;
    LegacyResolver.Variant variant =
        new LegacyResolver.Variant(
            Python.isTrue(dualStack().map(Found::value).orElse(null)),
            Python.isTrue(fips().map(Found::value).orElse(null)));
    LegacyEndpoint found = legacy.find(wanted, variant);
    found = found == null ? legacy.inAws(wanted, variant) : found;
    if (found == null) {
      String host = metadata.endpointPrefix() + "." + Python.str(wanted) + ".amazonaws.com";
      return new Base(
          wanted,
          wanted,
          metadata.signingName(),
          url.orElse((arguments.secure() ? "https://" : "http://") + host),
          version(serviceVersion),
          "",
          List.of());
    }
    boolean tls = arguments.secure() && found.protocols().contains("https");
    String signing = found.signingRegion().isEmpty() ? found.name() : found.signingRegion();
    return new Base(
        url.isPresent() ? wanted : found.name(),
        url.isPresent() ? wanted : signing,
        found.signingName().isEmpty() ? metadata.signingName() : found.signingName(),
        url.orElse((tls ? "https://" : "http://") + found.host()),
        version(serviceVersion),
        found.partition(),
        found.tags());
  }

  Optional<Found<Object>> fips() {
    return settings.truth("use_fips_endpoint", "AWS_USE_FIPS_ENDPOINT", "use_fips_endpoint");
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
      Setting section = session.settings().get("s3");
      if (section != null && section.text().isPresent()) {
        throw new Raising("AttributeError", "'str' object has no attribute 'get'");
      }
      Optional<Found<String>> set = session.setting("s3", "use_dualstack_endpoint");
      if (set.isPresent() && set.get().value().toLowerCase(Locale.ROOT).equals("true")) {
        return Optional.of(new Found<>(true, set.get().origin()));
      }
    }
    return settings.truth(
        "use_dualstack_endpoint", "AWS_USE_DUALSTACK_ENDPOINT", "use_dualstack_endpoint");
  }

  private String version(String serviceVersion) {
    Object option = settings.config().get("signature_version");
    if (option instanceof String version) {
      return version;
    }
    Optional<Found<String>> set =
        session
            .setting(metadata.endpointPrefix(), "signature_version")
            .filter(found -> !found.value().isEmpty());
    if (set.isPresent()) {
      decided("signature version", set.get());
      return set.get().value();
    }
    if (isOfS3()) {
      return "s3v4";
    }
    if (Signatures.isKnown(serviceVersion)) {
      return serviceVersion;
    }
    throw Signatures.unknown(Python.repr(List.of(serviceVersion)));
  }

  private void checkCompression() {
    Optional<Found<Object>> size =
        settings.any(
            "request_min_compression_size_bytes",
            "AWS_REQUEST_MIN_COMPRESSION_SIZE_BYTES",
            "request_min_compression_size_bytes");
    if (size.isEmpty()) {
      return;
    }
    String text = Python.str(size.get().value());
    String start =
        "Invalid value \"" + text + "\" for request_min_compression_size_bytes. Value must be ";
    Optional<Long> number = Numbers.integer(text);
    if (number.isEmpty()) {
      throw Raising.botocore(
          "InvalidConfigError",
          start
              + "an integer. Received <class '"
              + Python.type(size.get().value())
              + "'> instead.");
    }
    if (number.get() < 1 || number.get() > 1048576) {
      throw Raising.botocore("InvalidConfigError", start + "between 1 and 1048576.");
    }
  }

  private void checkChecksums() {
    for (String key : List.of("request_checksum_calculation", "response_checksum_validation")) {
      Object value =
          settings
              .any(key, "AWS_" + key.toUpperCase(Locale.ROOT), key)
              .map(Found::value)
              .orElse("when_supported");
      Object lower = value instanceof String text ? text.toLowerCase(Locale.ROOT) : value;
      if (!lower.equals("when_supported") && !lower.equals("when_required")) {
        throw Raising.botocore(
            "InvalidChecksumConfigError",
            "Unsupported configuration value for "
                + key
                + ". Expected one of ('when_supported', 'when_required') but got "
                + Python.str(lower)
                + ".");
      }
    }
  }

  private String accountMode(String version) {
    if (version.equals(Signatures.UNSIGNED)) {
      return "disabled";
    }
    Optional<Found<Object>> found =
        settings.any(
            "account_id_endpoint_mode", "AWS_ACCOUNT_ID_ENDPOINT_MODE", "account_id_endpoint_mode");
    found.ifPresent(mode -> decided("account id endpoint mode", mode));
    String mode = Python.str(found.map(Found::value).orElse("preferred")).toLowerCase(Locale.ROOT);
    if (!List.of("preferred", "disabled", "required").contains(mode)) {
      throw Raising.botocore(
          "InvalidConfigError",
          "The configured value '"
              + mode
              + "' for 'account_id_endpoint_mode' is invalid. Valid values are: "
              + "('preferred', 'disabled', 'required').");
    }
    return mode;
  }

  private boolean hostPrefix() {
    Object option = settings.config().get("inject_host_prefix");
    if (option != null) {
      decided("host prefix", new Found<>(option, new Origin.ClientConfig("inject_host_prefix")));
      return Python.isTrue(option);
    }
    Optional<Found<Object>> disabled =
        settings.truth("", "AWS_DISABLE_HOST_PREFIX_INJECTION", "disable_host_prefix_injection");
    disabled.ifPresent(found -> decided("host prefix disabled", found));
    return !Python.isTrue(disabled.map(Found::value).orElse(null));
  }

  private Optional<Found<Object>> preference() {
    Optional<Found<Object>> found =
        settings
            .option("auth_scheme_preference")
            .filter(option -> Python.isTrue(option.value()))
            .or(() -> settings.any("", "AWS_AUTH_SCHEME_PREFERENCE", "auth_scheme_preference"));
    if (found.isEmpty()) {
      return found;
    }
    if (!(found.get().value() instanceof String text)) {
      Object value = found.get().value();
      throw Raising.botocore(
          "InvalidConfigError",
          "auth_scheme_preference must be a comma-delimited string. Received <class '"
              + Python.type(value)
              + "'> instead: "
              + Python.str(value)
              + ".");
    }
    List<String> schemes = new ArrayList<>();
    for (String item : text.split(",", -1)) {
      if (!item.isBlank()) {
        schemes.add(item.replace(" ", "").replace("\t", ""));
      }
    }
    decided("auth scheme preference", found.get());
    return Optional.of(new Found<>(String.join(",", schemes), found.get().origin()));
  }

  private boolean expressDisabled() {
    Object value =
        settings.config().get("s3") instanceof Map<?, ?> s3
            ? s3.get("disable_s3_express_session_auth")
            : null;
    if (value == null) {
      value =
          settings
              .any("", "AWS_S3_DISABLE_EXPRESS_SESSION_AUTH", "s3_disable_express_session_auth")
              .map(Found::value)
              .orElse(null);
    }
    if (value == null) {
      return false;
    }
    String lower = Python.str(value).toLowerCase(Locale.ROOT);
    if (!(value instanceof Boolean) && !lower.equals("true") && !lower.equals("false")) {
      throw Raising.botocore(
          "InvalidConfigError",
          "Invalid value \""
              + Python.str(value)
              + "\" for s3_disable_express_session_auth. Value must be a boolean");
    }
    return lower.equals("true");
  }

  private Map<String, Object> context(Map<String, Found<Object>> s3, boolean express) {
    Map<String, Object> context = new LinkedHashMap<>();
    if (settings.config().get("client_context_params") instanceof Map<?, ?> given) {
      given.forEach((name, value) -> context.put((String) name, value));
    }
    if (isOfS3()) {
      s3.forEach((name, found) -> context.put(name, found.value()));
      context.put("disable_s3_express_session_auth", express);
    }
    return context;
  }

  private Client.Discovery discovery() {
    boolean discovers =
        service.operationNames().stream()
            .anyMatch(name ->
                service.operation(name).orElseThrow().discovery()
                    == awsleuth.aws.Operation.Discovery.DISCOVERS);
    if (arguments.endpointUrl().isPresent() || !discovers) {
      return Client.Discovery.NEVER;
    }
    Object value =
        settings
            .any(
                "endpoint_discovery_enabled",
                "AWS_ENDPOINT_DISCOVERY_ENABLED",
                "endpoint_discovery_enabled")
            .map(Found::value)
            .orElse("auto");
    String word = Python.str(value).toLowerCase(Locale.ROOT).strip();
    return switch (word) {
      case "auto" -> Client.Discovery.WHERE_REQUIRED;
      case "true" -> Client.Discovery.ALWAYS;
      case "false" -> Client.Discovery.BLOCKED;
      default ->
          throw Raising.botocore(
              "InvalidEndpointDiscoveryConfigurationError",
              "Unsupported configuration value for endpoint_discovery_enabled. Expected one of"
                  + " (\"true\", \"false\", \"auto\") but got "
                  + word
                  + ".");
    };
  }
}
