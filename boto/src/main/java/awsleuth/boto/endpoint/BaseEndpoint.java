package awsleuth.boto.endpoint;

import awsleuth.boto.python.Raising;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a client has from {@code endpoints.json}.
 *
 * @param region null if there is none
 * @param signingRegion null if there is none
 * @param version of the signature
 * @param partition empty if none knows the Region
 */
record BaseEndpoint(
    @Nullable String region,
    @Nullable String signingRegion,
    String signingName,
    String url,
    String version,
    String partition,
    List<String> tags) {

  /**
   * Raises where the URL is none.
   *
   * @throws Raising as botocore does
   */
  void validate() {
    if (!EndpointUrls.isValid(url)) {
      throw new Raising("ValueError", "Invalid endpoint: " + url);
    }
  }

  BaseEndpoint withRegions(@Nullable String region, @Nullable String signing) {
    return new BaseEndpoint(region, signing, signingName, url, version, partition, tags);
  }

  BaseEndpoint withUrl(String url, String signing) {
    return new BaseEndpoint(region, signing, signingName, url, version, partition, tags);
  }
}
