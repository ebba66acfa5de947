package awsleuth.core.fact;

import awsleuth.boto.python.Percent;
import java.util.Map;

/**
 * The parameters that the URL of the failed call tells by its path: the model of <code>
 * /model/amazon.nova-lite-v1%3A0/invoke</code>. Of S3 the bucket may be in the host instead, so
 * that its paths tell nothing by themselves.
 */
final class UrlParameters {

  private UrlParameters() {}

  static void read(Facts facts, Map<String, String> known) {
    String url = facts.call().endpoint();
    int scheme = url.indexOf("://");
    int path = scheme < 0 ? -1 : url.indexOf('/', scheme + 3);
    if (path > 0 && !facts.call().service().startsWith("s3")) {
      facts.catalog().service(facts.call().service()).stream()
          .flatMap(s ->
              s.parametersAt(facts.call().operation(), url.substring(path)).entrySet().stream())
          .forEach(told -> known.putIfAbsent(told.getKey(), Percent.decode(told.getValue())));
    }
  }
}
