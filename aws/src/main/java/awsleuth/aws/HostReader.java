package awsleuth.aws;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Takes the host of an endpoint apart.
 *
 * @see <a href="https://docs.aws.amazon.com/general/latest/gr/rande.html">AWS service endpoints</a>
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/VirtualHosting.html">Virtual
 *     hosting of general purpose buckets</a>
 */
record HostReader(SortedLines patterns, RegionTable regions) {

  /** No name in DNS is longer. */
  private static final int LONGEST = 253;

  /** No pattern has more labels than this. */
  private static final int DEEPEST = 5;

  /** The first labels of patterns that a bucket's name may stand before. */
  private static final List<String> BUCKETED =
      List.of("s3", "s3-accelerate", "s3express", "s3-external-1", "s3-website");

  /** The first labels of patterns without a Region that other labels may stand before. */
  private static final List<String> OPEN = List.of("s3", "s3-accelerate", "accesspoint");

  /** What may stand in the place of the Region, the surest first. */
  private enum Place {
    REGION,
    ZONE,
    NONE,
    ANYTHING
  }

  /**
   * A pattern that fits.
   *
   * @param from its first label
   * @param region the label in the Region's place; -1 if it has none
   * @param implied the Region that it stands for without naming it; empty for most
   */
  private record Match(
      String pattern, List<String> services, int from, int region, String implied) {

    static Match of(List<String> line, int from, int region) {
      List<String> words = Fields.words(line.get(1));
      String last = words.getLast();
      return last.startsWith("=")
          ? new Match(
              line.getFirst(), words.subList(0, words.size() - 1), from, region, last.substring(1))
          : new Match(line.getFirst(), words, from, region, "");
    }
  }

  Optional<HostName> read(String host) {
    String name = bare(host);
    String lower = name.toLowerCase(Locale.ROOT);
    if (name.length() > LONGEST || !isName(lower)) {
      return Optional.empty();
    }
    String suffix = "";
    boolean dualStack = false;
    for (boolean dual : new boolean[] {false, true}) {
      for (String known : regions.suffixes(dual)) {
        if (lower.endsWith("." + known) && known.length() > suffix.length()) {
          suffix = known;
          dualStack = dual;
        }
      }
    }
    if (suffix.isEmpty()) {
      return Optional.empty();
    }
    String rest = name.substring(0, name.length() - suffix.length() - 1);
    HostLabels labels = HostLabels.of(Fields.parts(rest, '.'), regions);
    return labels.labels().isEmpty() ? Optional.empty() : read(name, labels, suffix, dualStack);
  }

  private Optional<HostName> read(String name, HostLabels l, String suffix, boolean dualStack) {
    List<HostLabels.Label> labels = l.labels();
    Vpce vpce = Vpce.of(labels);
    List<HostLabels.Label> rest = vpce == null ? labels : vpce.rest();
    Match match = match(rest);
    if (match == null && !rest.isEmpty() && regions.isKnownOrZone(rest.getLast().plain())) {
      match = new Match("", List.of(), 0, rest.size() - 1, "");
    }
    if (match == null) {
      return Optional.empty();
    }
    String written = match.region < 0 ? "" : rest.get(match.region).written();
    String region = match.implied.isEmpty() ? written : match.implied;
    boolean placed = match.region >= 0 || !match.implied.isEmpty();
    List<HostLabels.Label> before = vpce == null ? rest.subList(0, match.from) : vpce.bucket();
    return Optional.of(
        new HostName(
            name,
            vpce == null ? services(match) : vpce.services(match.services),
            placed ? Optional.of(region) : Optional.empty(),
            regions.isKnown(region.toLowerCase(Locale.ROOT)),
            regions.ofZone(region.toLowerCase(Locale.ROOT)),
            bucket(match, before),
            suffix,
            l.fips(),
            l.dualStack() || dualStack));
  }

  private static Optional<String> bucket(Match match, List<HostLabels.Label> before) {
    if (before.isEmpty() || !BUCKETED.contains(firstLabel(match.pattern))) {
      return Optional.empty();
    }
    List<String> bucket = new ArrayList<>();
    for (HostLabels.Label label : before) {
      bucket.add(label.written());
    }
    return Optional.of(String.join(".", bucket));
  }

  /** {@code a1b2c3-ats.iot.eu-west-1} is the data plane of an account, not the control plane. */
  private static List<String> services(Match match) {
    return match.pattern.equals("iot.*") && match.from > 0
        ? List.of("iot-data", "iot")
        : match.services;
  }

  private @Nullable Match match(List<HostLabels.Label> labels) {
    for (Place place : Place.values()) {
      for (int from = Math.max(0, labels.size() - DEEPEST); from < labels.size(); from++) {
        Match match = match(labels, place, from);
        if (match != null) {
          return match;
        }
      }
    }
    return labels.size() == 1 ? withoutRegion(labels.getFirst().plain()) : null;
  }

  /** {@code sqs.amazonaws.com}: the Region is missing. */
  private @Nullable Match withoutRegion(String label) {
    List<String> line = patterns.find(label + ".*");
    return line.isEmpty() ? null : Match.of(line, 0, -1);
  }

  private @Nullable Match match(List<HostLabels.Label> labels, Place place, int from) {
    if (place == Place.NONE) {
      Match match = find(labels, from, -1);
      boolean beforeIt = from > 0 && match != null && !OPEN.contains(firstLabel(match.pattern));
      return beforeIt ? null : match;
    }
    for (int region = labels.size() - 1; region >= from; region--) {
      if (fits(place, labels.get(region).plain())) {
        Match match = find(labels, from, region);
        if (match != null) {
          return match;
        }
      }
    }
    return null;
  }

  private boolean fits(Place place, String label) {
    return switch (place) {
      case REGION -> regions.isKnown(label);
      case ZONE -> regions.ofZone(label).isPresent();
      case NONE -> false;
      case ANYTHING -> true;
    };
  }

  private @Nullable Match find(List<HostLabels.Label> labels, int from, int region) {
    StringBuilder pattern = new StringBuilder();
    for (int i = from; i < labels.size(); i++) {
      pattern.append(i == from ? "" : ".").append(i == region ? "*" : labels.get(i).plain());
    }
    List<String> line = patterns.find(pattern.toString());
    return line.isEmpty() ? null : Match.of(line, from, region);
  }

  /** Without port and final dot. */
  private static String bare(String host) {
    String name = host.strip();
    int colon = name.indexOf(':');
    name = colon < 0 ? name : name.substring(0, colon);
    return name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
  }

  private static boolean isName(String lower) {
    for (int i = 0; i < lower.length(); i++) {
      char c = lower.charAt(i);
      boolean letter = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
      if (!letter && c != '-' && c != '.' && c != '_') {
        return false;
      }
    }
    return true;
  }

  private static String firstLabel(String pattern) {
    int dot = pattern.indexOf('.');
    return dot < 0 ? pattern : pattern.substring(0, dot);
  }
}
