package awsleuth.aws;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Finds the patterns of the hosts of every service.
 *
 * <p>A pattern is the labels before the DNS suffix, a star where the Region stands, without {@code
 * fips} and {@code dualstack}. The sources are the URLs in the endpoint rules of each service, the
 * host names and certificate names in {@code endpoints.json}, the host prefixes of operations, and
 * the table {@code hosts} for what is in none of them.
 */
final class HostWriter {

  private final BotocoreFiles files;
  private final RegionTable regions;
  private final Map<String, Set<String>> patterns = new TreeMap<>();
  private final List<String> suffixes = new ArrayList<>();

  HostWriter(BotocoreFiles files, RegionTable regions) {
    this.files = files;
    this.regions = regions;
    suffixes.addAll(regions.suffixes(true));
    suffixes.addAll(regions.suffixes(false));
    suffixes.sort((a, b) -> b.length() - a.length());
  }

  /** From pattern to the names of services. */
  Map<String, Set<String>> patterns(List<Service> services) {
    Map<String, Set<String>> ofPrefix = new TreeMap<>();
    for (Service service : services) {
      ServiceMetadata m = service.metadata();
      ofPrefix.computeIfAbsent(m.endpointPrefix(), p -> new TreeSet<>()).add(m.name());
      urls(files.model(m.name(), "endpoint-rule-set-1"), m.name());
    }
    for (JsonTree partition : files.json("endpoints").trees("partitions")) {
      endpoints(partition, ofPrefix);
    }
    services.forEach(this::hostPrefixes);
    Map<String, Set<String>> ordered = new TreeMap<>();
    patterns.forEach((pattern, of) -> ordered.put(pattern, likeliestFirst(pattern, of)));
    for (List<String> line : HandTable.open("hosts.txt").lines()) {
      ordered.put(line.getFirst(), new LinkedHashSet<>(line.subList(1, line.size())));
    }
    return ordered;
  }

  private static Set<String> likeliestFirst(String pattern, Set<String> services) {
    List<String> ordered = new ArrayList<>(services);
    String folded = OperationNames.fold(pattern);
    ordered.sort(Comparator.comparing(name -> !OperationNames.fold(name).equals(folded)));
    return new LinkedHashSet<>(ordered);
  }

  private void urls(JsonTree node, String service) {
    url(node.text("url"), service);
    for (Object value : node.members().values()) {
      if (value instanceof JsonTree tree) {
        urls(tree, service);
      } else if (value instanceof List<?> list) {
        for (Object element : list) {
          if (element instanceof JsonTree tree) {
            urls(tree, service);
          }
        }
      }
    }
  }

  private void url(String url, String service) {
    if (url.startsWith("https://")) {
      int end = url.indexOf('/', 8);
      host(end < 0 ? url.substring(8) : url.substring(8, end), service);
    }
  }

  private void endpoints(JsonTree partition, Map<String, Set<String>> ofPrefix) {
    JsonTree services = partition.tree("services");
    for (String prefix : services.members().keySet()) {
      JsonTree service = services.tree(prefix);
      for (String name : ofPrefix.getOrDefault(prefix, Set.of())) {
        JsonTree endpoints = service.tree("endpoints");
        add(prefix + ".*", name);
        for (String region : endpoints.members().keySet()) {
          hostnames(endpoints.tree(region), prefix, name);
        }
        hostnames(service.tree("defaults"), prefix, name);
      }
    }
  }

  private void hostnames(JsonTree endpoint, String prefix, String service) {
    for (String kind : List.of("hostname", "sslCommonName")) {
      String host =
          endpoint.text(kind).replace("{service}", prefix).replace("{region}", "{Region}");
      host(host.replace("{dnsSuffix}", "{PartitionResult#dnsSuffix}"), service);
    }
    for (JsonTree variant : endpoint.trees("variants")) {
      hostnames(variant, prefix, service);
    }
  }

  private void hostPrefixes(Service service) {
    String prefix = service.metadata().endpointPrefix() + ".*";
    for (String operation : service.operationNames()) {
      String host = service.operation(operation).map(Operation::hostPrefix).orElse("");
      if (!host.isEmpty() && host.indexOf('{') < 0) {
        add(host + prefix, service.metadata().name());
      }
    }
  }

  /** A host, perhaps with templates in braces. */
  private void host(String host, String service) {
    String labels = withoutSuffix(host);
    List<String> pattern = new ArrayList<>();
    for (String label : Fields.parts(labels, '.')) {
      String plain = HostLabels.plain(label);
      boolean region = plain.endsWith("egion}") || regions.isKnown(plain);
      boolean variable = !region && plain.indexOf('{') >= 0;
      if (variable && !pattern.isEmpty()) {
        return;
      }
      if (!variable && !plain.isEmpty() && !plain.equals("dualstack")) {
        pattern.add(region ? "*" : plain);
      }
    }
    if (!pattern.isEmpty() && !pattern.equals(List.of("*"))) {
      add(String.join(".", pattern), service);
    }
  }

  /** The labels before the DNS suffix; empty if the host has none that is known. */
  private String withoutSuffix(String host) {
    int template = host.lastIndexOf(".{");
    if (template > 0 && host.toLowerCase(java.util.Locale.ROOT).endsWith("dnssuffix}")) {
      return host.substring(0, template);
    }
    for (String suffix : suffixes) {
      if (host.endsWith("." + suffix)) {
        return host.substring(0, host.length() - suffix.length() - 1);
      }
    }
    return "";
  }

  private void add(String pattern, String service) {
    patterns.computeIfAbsent(pattern, p -> new TreeSet<>()).add(service);
  }
}
