package awsleuth.boto.endpoint;

import awsleuth.aws.AwsCatalog;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The documents that decide endpoints, each read once. */
final class Documents {

  private final AwsCatalog catalog;
  private final Map<String, Map<String, Object>> read = new ConcurrentHashMap<>();
  private final Map<String, RuleSet> rules = new ConcurrentHashMap<>();
  private final Map<String, Partitions> partitions = new ConcurrentHashMap<>();

  Documents(AwsCatalog catalog) {
    this.catalog = catalog;
  }

  RuleSet rules(String service) {
    return rules.computeIfAbsent(
        service, name -> RuleSet.of(Json.read(catalog.endpointRules(name))));
  }

  Partitions partitions() {
    return partitions.computeIfAbsent("", name -> Partitions.of(Json.read(catalog.partitions())));
  }

  LegacyResolver legacy(String prefix) {
    Map<String, Object> partitions =
        read.computeIfAbsent("legacy", name -> Json.read(catalog.endpointPartitions()));
    Map<String, Object> services =
        read.computeIfAbsent("/" + prefix, name -> Json.read(catalog.endpoints(prefix)));
    return new LegacyResolver(prefix, Json.objects(partitions, "partitions"), services);
  }

  Map<String, Object> defaults() {
    return read.computeIfAbsent("defaults", name -> Json.read(catalog.defaultsModes()));
  }
}
