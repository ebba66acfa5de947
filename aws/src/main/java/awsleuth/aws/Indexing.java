package awsleuth.aws;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Makes the index of a catalog from botocore's data files. */
final class Indexing {

  private final BotocoreData data;
  private final Map<String, Map<String, Set<String>>> lists = new HashMap<>();
  private final Map<String, String> services = new TreeMap<>();
  private final Map<String, String> regions = new TreeMap<>();
  private final Map<String, String> hosts = new TreeMap<>();

  Indexing(BotocoreData data) {
    this.data = data;
  }

  /** The tables by name, each as the text of a {@link SortedTable}. */
  Map<String, String> tables() throws IOException {
    for (String name : data.services()) {
      byte[] model = data.model(name).orElse(null);
      if (model != null) {
        service(ServiceReader.read(name, model));
      }
    }
    partitions();
    endpoints();
    Map<String, String> out = new TreeMap<>();
    lists.forEach((table, rows) -> out.put(table, lists(rows)));
    out.put("services", rows(services));
    out.put("regions", rows(regions));
    out.put("hosts", rows(hosts));
    return out;
  }

  private void add(String table, String key, String value) {
    if (!key.isEmpty() && !value.isEmpty()) {
      lists
          .computeIfAbsent(table, t -> new TreeMap<>())
          .computeIfAbsent(key, k -> new TreeSet<>())
          .add(value);
    }
  }

  private void service(Service s) {
    for (String operation : s.operations().keySet()) {
      add("operations", operation, s.name());
      add("forms", AwsCatalog.letters(operation), operation);
    }
    for (Service.Shape shape : s.shapes().values()) {
      shape.error().ifPresent(e -> add("errors", e.code(), s.name()));
    }
    for (String name : List.of(s.serviceId(), s.signingName(), s.endpointPrefix())) {
      add("names", AwsCatalog.letters(name), s.name());
    }
    add("prefixes", s.endpointPrefix(), s.name());
    services.put(
        s.name(),
        String.join(
            "\t",
            s.serviceId(),
            s.signingName(),
            s.endpointPrefix(),
            String.join(",", s.protocols()),
            s.apiVersion()));
  }

  private void partitions() throws IOException {
    byte[] file = data.file("partitions.json").orElse(new byte[] {'{', '}'});
    if (Tree.object(file).get("partitions") instanceof List<?> list) {
      for (Object p : list) {
        Map<String, Object> partition = Tree.map(p);
        for (String region : Tree.map(partition.get("regions")).keySet()) {
          if (!region.endsWith("-global")) {
            regions.put(region, Tree.text(partition.get("id")));
          }
        }
      }
    }
  }

  private void endpoints() throws IOException {
    byte[] file = data.file("endpoints.json").orElse(new byte[] {'{', '}'});
    if (Tree.object(file).get("partitions") instanceof List<?> list) {
      for (Object p : list) {
        Map<String, Object> partition = Tree.map(p);
        String suffix = Tree.text(partition.get("dnsSuffix"));
        Tree.map(partition.get("services"))
            .forEach((prefix, service) -> endpoints(prefix, suffix, Tree.map(service)));
      }
    }
  }

  private void endpoints(String prefix, String suffix, Map<String, Object> service) {
    Tree.map(service.get("endpoints"))
        .forEach((name, e) -> endpoint(prefix, suffix, name, Tree.map(e)));
    if (Tree.text(service.get("isRegionalized")).equals("false")) {
      add("endpoints", prefix, "*");
    }
  }

  private void endpoint(String prefix, String suffix, String name, Map<String, Object> e) {
    if (regions.containsKey(name)) {
      add("endpoints", prefix, name);
    }
    String host = Tree.text(e.get("hostname")).replace("{service}", prefix);
    String plain = prefix + "." + name + "." + suffix;
    if (!host.isEmpty() && !host.equals(plain) && host.indexOf('{') < 0) {
      String scope = Tree.text(Tree.map(e.get("credentialScope")).get("region"));
      hosts.putIfAbsent(host, prefix + "\t" + (scope.isEmpty() ? name : scope));
    }
  }

  private static String lists(Map<String, Set<String>> rows) {
    Map<String, String> joined = new TreeMap<>();
    rows.forEach((key, values) -> joined.put(key, String.join(",", values)));
    return rows(joined);
  }

  private static String rows(Map<String, String> rows) {
    StringBuilder out = new StringBuilder();
    rows.forEach((key, value) -> out.append(key).append('\t').append(value).append('\n'));
    return out.toString();
  }
}
