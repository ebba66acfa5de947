package awsleuth.aws;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The Regions, the partitions and who has an endpoint where. */
record RegionTable(SortedLines regions, Supplier<SortedLines> endpoints) {

  /** In place of Regions where one endpoint is for all of them. */
  private static final String ANY = "*";

  /**
   * Regions that an account has to enable. All Regions of the partition {@code aws} that came after
   * 2019-03-20 are.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/accounts/latest/reference/manage-acct-regions.html">Enable
   *     or disable AWS Regions</a>
   */
  private static final List<String> ENABLED_BY_DEFAULT =
      List.of(
          "ap-northeast-1",
          "ap-northeast-2",
          "ap-northeast-3",
          "ap-south-1",
          "ap-southeast-1",
          "ap-southeast-2",
          "ca-central-1",
          "eu-central-1",
          "eu-north-1",
          "eu-west-1",
          "eu-west-2",
          "eu-west-3",
          "sa-east-1",
          "us-east-1",
          "us-east-2",
          "us-west-1",
          "us-west-2");

  Optional<Region> region(String name) {
    if (name.startsWith("=")) {
      return Optional.empty();
    }
    List<String> line = regions.find(name);
    return line.isEmpty() ? Optional.empty() : Optional.of(new Region(name, line.get(1)));
  }

  boolean isKnown(String name) {
    return region(name).isPresent();
  }

  /** The Region of an Availability Zone such as {@code eu-west-1a}; empty for any other text. */
  Optional<String> ofZone(String name) {
    if (name.isEmpty()
        || name.charAt(name.length() - 1) < 'a'
        || name.charAt(name.length() - 1) > 'z') {
      return Optional.empty();
    }
    String region = name.substring(0, name.length() - 1);
    return isKnown(region) ? Optional.of(region) : Optional.empty();
  }

  boolean isKnownOrZone(String name) {
    return isKnown(name) || ofZone(name).isPresent();
  }

  /**
   * Whether it is a Region or zone, or has the form of one: parts between dashes, then a number.
   */
  boolean looksLikeRegion(String name) {
    int dash = name.indexOf('-');
    boolean parts = dash > 0 && name.indexOf('-', dash + 1) > 0;
    boolean number = !name.isEmpty() && Character.isDigit(name.charAt(name.length() - 1));
    return (parts && number) || isKnownOrZone(name);
  }

  List<String> names() {
    List<String> names = new ArrayList<>();
    for (String key : regions.keys()) {
      if (!key.startsWith("=")) {
        names.add(key);
      }
    }
    return names;
  }

  /** The DNS suffixes of the partitions; the dual-stack ones among them if asked for. */
  List<String> suffixes(boolean dualStack) {
    List<String> suffixes = new ArrayList<>();
    for (List<String> line : regions.all()) {
      if (line.getFirst().startsWith("=")) {
        suffixes.add(line.get(dualStack ? 2 : 1));
      }
    }
    return suffixes;
  }

  boolean isOptIn(String name) {
    Optional<Region> region = region(name);
    return region.isPresent()
        && region.get().partition().equals("aws")
        && !ENABLED_BY_DEFAULT.contains(name);
  }

  /** Whether there is an endpoint; empty where the prefix or the Region is not listed. */
  Optional<Boolean> hasEndpoint(String prefix, String region) {
    return names(prefix, region).map(names -> names.contains(ANY) || names.contains(region));
  }

  /** Whether a Region's partition has one endpoint for all of its Regions. */
  boolean hasOneEndpoint(String prefix, String region) {
    return names(prefix, region).filter(names -> names.contains(ANY)).isPresent();
  }

  /**
   * What is listed for a Region's partition; empty where the prefix or the Region is not listed.
   */
  private Optional<List<String>> names(String prefix, String region) {
    Optional<Region> known = region(region);
    if (known.isEmpty()) {
      return Optional.empty();
    }
    String partition = known.get().partition() + ":";
    List<String> line = endpoints.get().find(prefix);
    for (String field : line) {
      if (field.startsWith(partition)) {
        return Optional.of(Fields.words(field.substring(partition.length())));
      }
    }
    return line.isEmpty() ? Optional.empty() : Optional.of(List.of());
  }
}
