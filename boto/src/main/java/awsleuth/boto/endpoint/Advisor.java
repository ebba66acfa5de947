package awsleuth.boto.endpoint;

import awsleuth.aws.AwsCatalog;
import awsleuth.aws.HostName;
import awsleuth.aws.Region;
import awsleuth.boto.config.Session;
import awsleuth.boto.python.PyValue;
import awsleuth.boto.python.Url;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Says what is wrong with a Region, and which single change would lead to an endpoint. */
public final class Advisor {

  private static final int NEAREST = 3;

  /**
   * Services that {@code endpoints.json} lists in many Regions and that are in one.
   *
   * @see <a href="https://docs.aws.amazon.com/general/latest/gr/global_accelerator.html">AWS Global
   *     Accelerator endpoints and quotas</a>
   */
  private static final Map<String, String> ONLY_THERE = Map.of("globalaccelerator", "us-west-2");

  private final AwsCatalog catalog;
  private final Endpoints endpoints;

  /** With the Regions and services of a catalog. */
  public Advisor(AwsCatalog catalog) {
    this.catalog = catalog;
    this.endpoints = new Endpoints(catalog);
  }

  /**
   * What to say of a client's Region, and of ARNs among what the rules were given.
   *
   * @param region as it was looked up; null if none is set
   */
  public List<Advice> ofRegion(String service, @Nullable String region, List<RuleInput> inputs) {
    List<Advice> advice = new ArrayList<>();
    if (region == null) {
      one(service, new Region("aws-global", "aws")).ifPresent(advice::add);
      return advice;
    }
    Optional<Region> known = catalog.region(region);
    if (known.isEmpty() && !isEndpoint(service, region)) {
      advice.add(unknown(service, region));
    }
    known.ifPresent(r -> {
      notThere(service, r).ifPresent(advice::add);
      partitions(inputs, r).ifPresent(advice::add);
      inputs.stream()
          .filter(i -> i.name().equals("Bucket") && i.value() instanceof String)
          .findFirst()
          .flatMap(i -> ExpressZones.other(catalog, Python.str(i.value()), r))
          .ifPresent(advice::add);
      one(service, r).ifPresent(advice::add);
    });
    return advice;
  }

  /**
   * What to say of ARNs of the service among a call's parameters, which the rules do not look at.
   */
  public List<Advice> ofArns(Signing signing, PyValue.Dict parameters) {
    List<Advice> advice = new ArrayList<>();
    for (PyValue value : parameters.entries().values()) {
      queue(signing, value).ifPresent(advice::add);
      Arn arn = value instanceof PyValue.Str(String text) ? Arn.parse(text) : null;
      String region = signing.region();
      if (arn != null
          && region != null
          && arn.service().equals(signing.name())
          && !arn.region().equals(region)
          && catalog.region(arn.region()).isPresent()
          && catalog.region(region).isPresent()) {
        advice.add(new Advice.OtherRegion(arn.text(), arn.region(), region));
      }
    }
    return advice;
  }

  /** That the URL of a queue is of another Region than the one that the request is sent to. */
  private Optional<Advice> queue(Signing signing, PyValue value) {
    return value instanceof PyValue.Str(String url)
            && url.startsWith("https://")
            && url.indexOf('[') < 0
            && url.indexOf(']') < 0
        ? catalog
            .host(Url.split(url).host())
            .filter(host -> host.services().contains(signing.name()) && host.regionKnown())
            .flatMap(HostName::region)
            .filter(of -> !of.equals(signing.region()))
            .map(of -> new Advice.OtherRegion(url, of, String.valueOf(signing.region())))
        : Optional.empty();
  }

  /** What to say of the host of a URL that botocore does not take. */
  public Optional<Advice> ofHost(String url) {
    String host = Url.split(url).host();
    return host.isEmpty() || EndpointUrls.isValid(url)
        ? Optional.empty()
        : Optional.of(new Advice.NoHostName(host));
  }

  /** Where the botocore whose data are used does otherwise than the code that decides here. */
  public List<Advice> ofVersion(Client client) {
    return OlderCode.of(catalog.version(), client);
  }

  /** That there is no FIPS endpoint of a service in a Region; empty where there may be one. */
  public Optional<Advice.NoFips> ofFips(String service, String region) {
    return catalog
        .region(region)
        .flatMap(r -> FipsRegions.none(legacy(service), service, r))
        .filter(Advice.NoFips::isFault);
  }

  /** That a service has endpoints, but none in a Region. */
  private Optional<Advice> notThere(String service, Region region) {
    LegacyResolver legacy = legacy(service);
    String only = ONLY_THERE.get(service);
    List<String> there =
        only != null && region.partition().equals("aws")
            ? List.of(only)
            : legacy.regions().getOrDefault(region.partition(), List.of());
    boolean listed =
        there.isEmpty()
            ? !catalog.serviceInRegion(service, region.name()).equals(Optional.of(false))
            : there.contains(region.name());
    return listed || !legacy.global(region.partition()).isEmpty()
        ? Optional.empty()
        : Optional.of(new Advice.NotInRegion(service, region.name(), there));
  }

  private Advice unknown(String service, String region) {
    Zones zones = new Zones(catalog);
    Optional<Advice.ZoneForRegion> zone = zones.of(region);
    if (zone.isPresent()) {
      return zone.get();
    }
    Optional<String> meant =
        legacy(service)
            .named(region)
            .or(() -> zones.region(region))
            .or(() ->
                catalog.regions().stream().filter(r -> plain(r).equals(plain(region))).findFirst());
    return new Advice.UnknownRegion(
        region,
        meant.map(List::of).orElseGet(() -> catalog.nearest(region, catalog.regions(), NEAREST)));
  }

  private static String plain(String region) {
    return region.toLowerCase(Locale.ROOT).replaceAll("[-_. ]", "");
  }

  /** What to say of where a request goes and how it is signed. */
  public List<Advice> ofRequest(
      Client client, EndpointOutcome.Endpoint endpoint, Signing signing, PyValue.Dict parameters) {
    return new RequestAdvice(catalog, client).of(endpoint, signing, parameters);
  }

  /** Settings that are there and do not count for a client. */
  public List<Advice> ofSettings(Session session, ClientArguments arguments) {
    return new UnreadSettings(session, arguments, catalog).all();
  }

  private LegacyResolver legacy(String service) {
    String prefix =
        catalog.service(service).map(s -> s.metadata().endpointPrefix()).orElse(service);
    return endpoints.legacy(prefix);
  }

  private boolean isEndpoint(String service, String name) {
    LegacyResolver legacy = legacy(service);
    return legacy.services().values().stream()
            .anyMatch(of -> of instanceof Map<?, ?> map && names(map).containsKey(name))
        || name.endsWith("-global");
  }

  private static Map<?, ?> names(Map<?, ?> service) {
    return service.get("endpoints") instanceof Map<?, ?> map ? map : Map.of();
  }

  /** The Regions of each partition in which botocore lists an endpoint of a service. */
  public Map<String, List<String>> regions(String service) {
    return legacy(service).regions();
  }

  private Optional<Advice> one(String service, Region region) {
    LegacyResolver legacy = legacy(service);
    String name = legacy.global(region.partition());
    if (name.isEmpty()) {
      return Optional.empty();
    }
    LegacyEndpoint found = legacy.find(name, new LegacyResolver.Variant(false, false));
    return found == null
        ? Optional.empty()
        : Optional.of(
            new Advice.OneEndpoint(
                service,
                region.partition(),
                found.signingRegion().isEmpty() ? found.name() : found.signingRegion()));
  }

  private static Optional<Advice> partitions(List<RuleInput> inputs, Region region) {
    for (RuleInput input : inputs) {
      Arn arn = input.value() instanceof String text ? Arn.parse(text) : null;
      if (arn != null && !arn.partition().equals(region.partition())) {
        return Optional.of(
            new Advice.OtherPartition(
                Python.str(input.value()), arn.partition(), region.name(), region.partition()));
      }
    }
    return Optional.empty();
  }

  /** How a client's call is sent to an endpoint: the whole URL. */
  public interface WholeUrl {

    /** The URL with the path of the operation. */
    String of(Client client, EndpointOutcome.Endpoint endpoint);
  }

  /** The single changes of the settings with which there would be an endpoint. */
  public List<Advice> changes(
      Session session,
      ClientArguments arguments,
      String operation,
      PyValue.Dict parameters,
      WholeUrl whole) {
    List<Advice> found = new ArrayList<>();
    SettingChanges.of(arguments, parameters)
        .forEach((change, tried) ->
            url(session, tried, operation, parameters, whole)
                .ifPresent(url -> found.add(new Advice.Change(change, url))));
    return found;
  }

  /**
   * Where the call would go if both keys were beside {@code aws_account_id}, which botocore reads
   * only there; empty where they are, or nothing changes.
   *
   * @param url where it goes
   */
  public Optional<Advice> withKeys(
      Session session,
      ClientArguments arguments,
      String operation,
      PyValue.Dict parameters,
      WholeUrl whole,
      String url) {
    return SettingChanges.isAccountLost(arguments)
        ? url(session, arguments.withKeys(), operation, parameters, whole)
            .filter(other -> !other.equals(url))
            .map(other -> new Advice.Change(SettingChanges.WITH_KEYS, other))
        : Optional.empty();
  }

  private Optional<String> url(
      Session session,
      ClientArguments arguments,
      String operation,
      PyValue.Dict parameters,
      WholeUrl whole) {
    return endpoints.client(session, arguments) instanceof ClientOutcome.Made(Client client)
            && endpoints.resolve(client, operation, parameters)
                instanceof EndpointOutcome.Endpoint endpoint
        ? Optional.of(whole.of(client, endpoint))
        : Optional.empty();
  }

  /** What a request that wants {@code awscrt} would be with it; empty where it is refused too. */
  public Optional<Advice> withCrt(
      Client client, String operation, PyValue.Dict parameters, WholeUrl whole) {
    Endpoints crt = endpoints.withCrt();
    return crt.resolve(client, operation, parameters) instanceof EndpointOutcome.Endpoint endpoint
            && crt.signing(client, operation, endpoint.auth())
                instanceof Endpoints.SigningOutcome.Signed(Signing signing)
        ? Optional.of(new Advice.WithCrt(whole.of(client, endpoint), signing))
        : Optional.empty();
  }
}
