package awsleuth.boto.endpoint;

import awsleuth.boto.python.Url;
import java.util.List;

/** What botocore takes for the URL of an endpoint. */
final class EndpointUrls {

  private EndpointUrls() {}

  /** Whether it has a host of labels, or an address of IP version 6. */
  static boolean isValid(String url) {
    if (url.indexOf('\t') >= 0 || url.indexOf('\r') >= 0 || url.indexOf('\n') >= 0) {
      return false;
    }
    String host = Url.split(url).host();
    if (host.isEmpty()) {
      return false;
    }
    String plain = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
    return (Python.length(host) <= 255 && HostLabels.areLabels(plain)) || Ipv6.isAddress(host);
  }

  /** Whether it is an endpoint of S3 Transfer Acceleration, without a bucket in its host. */
  static boolean isS3Accelerate(String given) {
    Url url = Url.split(given);
    if (!url.authority().endsWith("amazonaws.com")
        || !(url.scheme().equals("https") || url.scheme().equals("http"))) {
      return false;
    }
    List<String> parts = List.of(url.authority().split("\\.", -1));
    if (!parts.getFirst().equals("s3-accelerate")) {
      return false;
    }
    List<String> features = parts.subList(1, Math.max(1, parts.size() - 2));
    return features.isEmpty() || features.equals(List.of("dualstack"));
  }
}
