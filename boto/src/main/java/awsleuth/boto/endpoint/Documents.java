package awsleuth.boto.endpoint;

import awsleuth.aws.AwsCatalog;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** The documents that decide endpoints, each read once. */
final class Documents {

  private final AwsCatalog catalog;
  private final Map<String, Map<String, Object>> read = new ConcurrentHashMap<>();
  private final Map<String, RuleSet> rules = new ConcurrentHashMap<>();
  private final Map<String, Partitions> partitions = new ConcurrentHashMap<>();

  Documents(AwsCatalog catalog) {
    this.catalog = catalog;
  }

  /** Those inside awsleuth where an old botocore has none. */
  RuleSet rules(String service) {
    return rules.computeIfAbsent(
        service,
        name ->
            RuleSet.of(
                or(
                    Json.read(catalog.endpointRules(name)),
                    () -> AwsCatalog.embedded().endpointRules(name))));
  }

  Partitions partitions() {
    return partitions.computeIfAbsent(
        "",
        name ->
            Partitions.of(
                or(Json.read(catalog.partitions()), () -> AwsCatalog.embedded().partitions())));
  }

  private static Map<String, Object> or(Map<String, Object> document, Supplier<byte[]> other) {
    return document.isEmpty() ? Json.read(other.get()) : document;
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
