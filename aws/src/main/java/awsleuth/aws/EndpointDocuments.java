package awsleuth.aws;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * From the files of a botocore to the small JSON documents that decide endpoints.
 *
 * <p>Their names: {@code rules/SERVICE}, {@code endpoints/PREFIX}, {@code endpoint-partitions},
 * {@code partitions} and {@code defaults}, as {@link AwsCatalog} describes them.
 */
record EndpointDocuments(BotocoreFiles files) {

  /** All documents by their names. */
  SortedMap<String, byte[]> all() {
    SortedMap<String, byte[]> all = new TreeMap<>();
    for (String service : files.services()) {
      put(all, "rules/" + service);
    }
    for (String prefix : prefixes()) {
      put(all, "endpoints/" + prefix);
    }
    put(all, "endpoint-partitions");
    put(all, "partitions");
    put(all, "defaults");
    return all;
  }

  private void put(Map<String, byte[]> all, String name) {
    byte[] document = read(name);
    if (document.length > 2) {
      all.put(name, document);
    }
  }

  /** One document; an empty object if there is none of that name. */
  byte[] read(String name) {
    int slash = name.indexOf('/');
    String key = name.substring(slash + 1);
    JsonTree tree =
        switch (name.substring(0, Math.max(slash, 0))) {
          case "rules" -> files.model(key, "endpoint-rule-set-1");
          case "endpoints" -> endpoints(key);
          default -> whole(name);
        };
    return tree.write().getBytes(StandardCharsets.UTF_8);
  }

  private JsonTree whole(String name) {
    return switch (name) {
      case "endpoint-partitions" -> endpointPartitions();
      case "partitions" -> files.json("partitions");
      default -> files.json("sdk-default-configuration");
    };
  }

  private TreeSet<String> prefixes() {
    TreeSet<String> prefixes = new TreeSet<>();
    for (JsonTree partition : files.json("endpoints").trees("partitions")) {
      prefixes.addAll(partition.tree("services").members().keySet());
    }
    return prefixes;
  }

  private JsonTree endpoints(String prefix) {
    Map<String, Object> byPartition = new LinkedHashMap<>();
    for (JsonTree partition : files.json("endpoints").trees("partitions")) {
      if (partition.tree("services").has(prefix)) {
        byPartition.put(partition.text("partition"), partition.tree("services").tree(prefix));
      }
    }
    return new JsonTree(byPartition);
  }

  private JsonTree endpointPartitions() {
    List<Object> partitions = new ArrayList<>();
    for (JsonTree partition : files.json("endpoints").trees("partitions")) {
      Map<String, Object> members = new LinkedHashMap<>(partition.members());
      members.remove("services");
      partitions.add(new JsonTree(members));
    }
    return partitions.isEmpty() ? JsonTree.EMPTY : new JsonTree(Map.of("partitions", partitions));
  }
}
