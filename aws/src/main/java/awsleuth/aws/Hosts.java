package awsleuth.aws;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Takes endpoint host names apart. Patterns: {@code
 * https://docs.aws.amazon.com/general/latest/gr/rande.html}, for S3 {@code
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/VirtualHosting.html}.
 */
final class Hosts {

  private static final String[] SUFFIXES = {
    "amazonaws.com.cn", "amazonaws.com", "api.amazonwebservices.com.cn", "api.aws", "amazonaws.eu",
    "api.amazonwebservices.eu", "c2s.ic.gov", "sc2s.sgov.gov", "cloud.adc-e.uk", "csp.hci.ic.gov"
  };

  private final LazyTables tables;

  Hosts(LazyTables tables) {
    this.tables = tables;
  }

  Optional<HostName> read(String host) {
    String name = host.toLowerCase(Locale.ROOT);
    if (name.endsWith(".")) {
      name = name.substring(0, name.length() - 1);
    }
    for (String suffix : SUFFIXES) {
      if (name.endsWith("." + suffix) && name.length() < 400) {
        String rest = name.substring(0, name.length() - suffix.length() - 1);
        return parts(host, name, rest, suffix);
      }
    }
    return Optional.empty();
  }

  private Optional<HostName> parts(String host, String name, String rest, String suffix) {
    List<String> labels = new ArrayList<>(SortedTable.split(rest, '.'));
    boolean dualStack = labels.remove("dualstack") || suffix.startsWith("api.");
    boolean fips = false;
    for (int i = 0; i < labels.size(); i++) {
      if (labels.get(i).endsWith("-fips")) {
        fips = true;
        labels.set(i, labels.get(i).substring(0, labels.get(i).length() - 5));
      }
    }
    if (labels.getLast().equals("vpce") && labels.size() > 1) {
      labels.removeLast();
    }
    Optional<String> exact = tables.get("hosts").find(name);
    Split split = split(labels);
    if (split.prefix.isEmpty() && exact.isPresent()) {
      split = exact(exact.get());
    } else if (name.equals("queue.amazonaws.com")) {
      split = new Split("queue", "us-east-1", "");
    }
    if (split.prefix.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(result(host, split, suffix, fips, dualStack));
  }

  /** A host in its parts; an empty Region means that none is written. */
  private record Split(String prefix, String region, String bucket) {}

  private static Split exact(String row) {
    int tab = row.indexOf('\t');
    String region = row.substring(tab + 1);
    return new Split(row.substring(0, tab), region.startsWith("aws-") ? "" : region, "");
  }

  private HostName result(
      String host, Split split, String suffix, boolean fips, boolean dualStack) {
    boolean known = tables.get("regions").find(split.region).isPresent();
    String zone = known || split.region.isEmpty() ? "" : zoneOf(split.region);
    return new HostName(
        host,
        services(split.prefix),
        optional(split.region),
        known,
        optional(zone),
        optional(split.bucket),
        suffix,
        fips,
        dualStack);
  }

  private String zoneOf(String region) {
    char last = region.charAt(region.length() - 1);
    String shorter = region.substring(0, region.length() - 1);
    return last >= 'a' && last <= 'z' && tables.get("regions").find(shorter).isPresent()
        ? shorter
        : "";
  }

  private static Optional<String> optional(String text) {
    return text.isEmpty() ? Optional.empty() : Optional.of(text);
  }

  private List<String> services(String prefix) {
    List<String> services = new ArrayList<>(tables.get("prefixes").list(prefix));
    if (services.isEmpty()) {
      services.addAll(Aliases.services(prefix));
    }
    for (String first : Aliases.preferred(prefix)) {
      if (services.remove(first)) {
        services.addFirst(first);
      }
    }
    return List.copyOf(services);
  }

  private Split split(List<String> labels) {
    Split s3 = S3Host.split(labels);
    return s3.prefix.isEmpty() ? general(labels) : s3;
  }

  /** {@code prefix.region}, {@code id.prefix.region}, {@code region.prefix} or {@code prefix}. */
  private Split general(List<String> labels) {
    int n = labels.size();
    for (int from = 0; from < n; from++) {
      for (int to = n; to > from; to--) {
        String prefix = String.join(".", labels.subList(from, to));
        if (n - to <= 1 && isPrefix(prefix)) {
          String region = to < n ? labels.get(to) : from > 0 ? regionIn(labels.get(from - 1)) : "";
          return new Split(prefix, to < n && region.isEmpty() ? "?" : region, "");
        }
      }
    }
    return new Split("", "", "");
  }

  private boolean isPrefix(String prefix) {
    return tables.get("prefixes").find(prefix).isPresent() || !Aliases.services(prefix).isEmpty();
  }

  private String regionIn(String label) {
    return tables.get("regions").find(label).isPresent() ? label : "";
  }

  /** The hosts of S3. */
  private static final class S3Host {

    private static final List<String> KINDS =
        List.of(
            "s3",
            "s3-accelerate",
            "s3-control",
            "s3-outposts",
            "s3-object-lambda",
            "s3-accesspoint",
            "s3express-control");

    static Split split(List<String> labels) {
      for (int i = labels.size() - 1; i >= 0; i--) {
        String label = labels.get(i);
        if (KINDS.contains(label) || label.startsWith("s3express-")) {
          String region = i + 1 < labels.size() ? labels.get(i + 1) : "";
          boolean control = label.equals("s3-control");
          return labels.size() - i > 2
              ? new Split("", "", "")
              : new Split(control ? "s3-control" : "s3", region, bucket(labels, i));
        }
        boolean dashed = label.startsWith("s3-") && i == labels.size() - 1;
        if (dashed && label.indexOf('-', 3) > 0) {
          String region =
              label.startsWith("s3-website-") ? label.substring(11) : label.substring(3);
          return new Split(
              "s3", region.startsWith("external") ? "us-east-1" : region, bucket(labels, i));
        }
      }
      return new Split("", "", "");
    }

    private static String bucket(List<String> labels, int at) {
      return String.join(".", labels.subList(0, at));
    }
  }
}
