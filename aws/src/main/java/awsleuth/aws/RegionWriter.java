package awsleuth.aws;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * From botocore's {@code partitions.json} and {@code endpoints.json} to two tables.
 *
 * <p>Regions: a Region and its partition; and for each partition its name after an equals sign, its
 * DNS suffix and its dual-stack DNS suffix. Endpoints: an endpoint prefix, then for each partition
 * {@code partition:} and the Regions with an endpoint, or {@code partition:*} for a service that
 * has one endpoint for all. Names such as {@code aws-global} are not Regions.
 */
record RegionWriter(JsonTree partitions, JsonTree endpoints) {

  static RegionWriter of(BotocoreFiles files) {
    return new RegionWriter(files.json("partitions"), files.json("endpoints"));
  }

  RegionTable table() {
    SortedLines endpoints = SortedLines.of(endpointLines());
    return new RegionTable(SortedLines.of(regionLines()), () -> endpoints);
  }

  byte[] regionLines() {
    Map<String, String> lines = new TreeMap<>();
    for (JsonTree partition : partitions.trees("partitions")) {
      String id = partition.text("id");
      JsonTree out = partition.tree("outputs");
      String suffix = out.text("dnsSuffix");
      lines.put("=" + id, Fields.join(List.of("=" + id, suffix, out.text("dualStackDnsSuffix"))));
      regions(lines, partition, id);
    }
    for (JsonTree partition : endpoints.trees("partitions")) {
      regions(lines, partition, partition.text("partition"));
    }
    return bytes(lines);
  }

  private static void regions(Map<String, String> lines, JsonTree partition, String id) {
    for (String region : partition.tree("regions").members().keySet()) {
      if (!region.endsWith("-global")) {
        lines.put(region, Fields.join(List.of(region, id)));
      }
    }
  }

  /** The names of the Regions. */
  TreeSet<String> names() {
    TreeSet<String> names = new TreeSet<>(SortedLines.of(regionLines()).keys());
    names.removeIf(name -> name.startsWith("="));
    return names;
  }

  byte[] endpointLines() {
    TreeSet<String> known = names();
    Map<String, List<String>> lines = new TreeMap<>();
    for (JsonTree partition : endpoints.trees("partitions")) {
      JsonTree services = partition.tree("services");
      for (String prefix : services.members().keySet()) {
        List<String> regions = new ArrayList<>();
        JsonTree service = services.tree(prefix);
        for (String region : service.tree("endpoints").members().keySet()) {
          if (known.contains(region)) {
            regions.add(region);
          }
        }
        boolean one = Boolean.FALSE.equals(service.members().get("isRegionalized"));
        if (one || !regions.isEmpty()) {
          lines
              .computeIfAbsent(prefix, p -> new ArrayList<>(List.of(p)))
              .add(partition.text("partition") + ":" + (one ? "*" : String.join(" ", regions)));
        }
      }
    }
    Map<String, String> joined = new TreeMap<>();
    lines.forEach((prefix, fields) -> joined.put(prefix, Fields.join(fields)));
    return bytes(joined);
  }

  private static byte[] bytes(Map<String, String> lines) {
    return String.join("", lines.values()).getBytes(StandardCharsets.UTF_8);
  }
}
