package awsleuth.boto.endpoint;

import awsleuth.aws.AwsCatalog;
import awsleuth.aws.HostName;
import awsleuth.aws.Region;
import awsleuth.boto.python.PyValue;
import awsleuth.boto.python.Url;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is to be said of where a request goes, which botocore sends without a word. */
record RequestAdvice(AwsCatalog catalog, Client client) {

  /**
   * Services whose requests go to a host that another call tells.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/cloudsearch/latest/developerguide/search-api.html">Amazon
   *     CloudSearch: Search API</a>
   * @see <a
   *     href="https://docs.aws.amazon.com/kinesisvideostreams/latest/dg/API_GetDataEndpoint.html">GetDataEndpoint</a>
   * @see <a
   *     href="https://docs.aws.amazon.com/mediastore/latest/apireference/API_DescribeContainer.html">DescribeContainer</a>
   * @see <a
   *     href="https://docs.aws.amazon.com/r53recovery/latest/dg/routing-control.update.api.html">Route
   *     53 routing controls</a>
   */
  private static final Map<String, String> TOLD_BY =
      Map.of(
          "cloudsearchdomain", "describe_domains of cloudsearch",
          "kinesis-video-archived-media", "get_data_endpoint of kinesisvideo",
          "kinesis-video-media", "get_data_endpoint of kinesisvideo",
          "kinesis-video-signaling", "get_signaling_channel_endpoint of kinesisvideo",
          "mediastore-data", "describe_container of mediastore",
          "route53-recovery-cluster", "describe_cluster of route53-recovery-control-config");

  List<Advice> of(EndpointOutcome.Endpoint endpoint, Signing signing, PyValue.Dict parameters) {
    List<Advice> advice = new ArrayList<>();
    String host = Url.split(endpoint.url()).host();
    if (client.customUrl().isEmpty()) {
      needsUrl().ifPresent(advice::add);
      withoutFips(host).ifPresent(advice::add);
    } else {
      bucketInHost(parameters).ifPresent(advice::add);
    }
    otherHost(host, signing).ifPresent(advice::add);
    return advice;
  }

  private String service() {
    return client.service().metadata().name();
  }

  private Optional<Advice> needsUrl() {
    return Optional.ofNullable(TOLD_BY.get(service()))
        .map(source -> new Advice.NeedsUrl(service(), source));
  }

  /** That {@code endpoints.json} lists no such endpoint; for a service with Regions. */
  private Optional<Advice> withoutFips(String host) {
    String name = client.region();
    Optional<Region> region = name == null ? Optional.empty() : catalog.region(name);
    if (region.isEmpty() || !host.contains("fips")) {
      return Optional.empty();
    }
    return FipsRegions.none(client.legacy(), service(), region.get()).map(a -> a);
  }

  private Optional<Advice> otherHost(String host, Signing signing) {
    String region = signing.region();
    if (!signing.signed() || region == null || catalog.region(region).isEmpty()) {
      return Optional.empty();
    }
    return catalog
        .host(host)
        .filter(HostName::regionKnown)
        .flatMap(HostName::region)
        .filter(of -> !of.equals(region))
        .map(of -> new Advice.OtherHost(host, of, region));
  }

  private Optional<Advice> bucketInHost(PyValue.Dict parameters) {
    String url = client.customUrl().map(found -> found.value()).orElse("");
    String host = Url.split(url).host();
    return parameters.get("Bucket") instanceof PyValue.Str(String bucket)
        ? catalog
            .host(host)
            .flatMap(HostName::bucket)
            .filter(bucket::equals)
            .map(b -> new Advice.BucketInHost(b, host))
        : Optional.empty();
  }
}
