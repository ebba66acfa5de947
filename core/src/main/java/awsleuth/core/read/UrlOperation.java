package awsleuth.core.read;

import awsleuth.aws.AwsCatalog;
import awsleuth.aws.HostName;
import java.util.List;
import java.util.Optional;

/**
 * The operation that a request's URL stands for, where it leaves no doubt without the method.
 *
 * @param host of the URL; empty where it is none of AWS
 */
record UrlOperation(String url, Optional<HostName> host, AwsCatalog catalog) {

  /** Its API name; empty where there is none, or several. */
  String find() {
    int scheme = url.indexOf("://");
    int path = scheme < 0 ? -1 : url.indexOf('/', scheme + 3);
    if (path < 0) {
      return "";
    }
    String listing = listing(url.substring(path));
    return listing.isEmpty() ? modelled(url.substring(path)) : listing;
  }

  private String modelled(String path) {
    for (String service : host.map(HostName::services).orElse(List.of())) {
      List<String> found =
          catalog.service(service).map(s -> s.operationsAt(path)).orElse(List.of());
      if (!found.isEmpty()) {
        return found.size() == 1 ? found.getFirst() : "";
      }
    }
    return "";
  }

  /**
   * S3's listings, where the bucket is in the host, and as older SDKs and programs ask for them.
   */
  private static String listing(String path) {
    if (!path.startsWith("/?")) {
      return "";
    }
    if (path.contains("list-type=2")) {
      return "ListObjectsV2";
    }
    boolean list = path.contains("prefix=") || path.contains("encoding-type=url");
    return list && !path.contains("versions") && !path.contains("uploads") ? "ListObjects" : "";
  }
}
