package awsleuth.core.cause.network;

import awsleuth.aws.HostName;
import awsleuth.core.fact.Fact;
import awsleuth.core.fact.Facts;
import java.util.List;
import java.util.Optional;

/**
 * What the call was sent to and whether there can be such an endpoint.
 *
 * @param host the host name; empty where the text has no URL
 * @param aws the host taken apart where it is an AWS endpoint
 * @param local whether it is on this machine or in a private network by its name or address
 * @param fault what is wrong with the name; empty where nothing is
 * @param instead the Region that is meant, where it can be told
 */
record Target(
    String host, Optional<HostName> aws, boolean local, String fault, Optional<String> instead) {

  /** Works out the target of the failed call. */
  static Target of(Facts facts) {
    String host = host(facts.call().endpoint());
    Optional<HostName> aws =
        facts.host() instanceof Fact.Known<HostName> k ? Optional.of(k.value()) : Optional.empty();
    return new Target(
        host,
        aws,
        isLocal(host),
        aws.map(h -> fault(h, facts)).orElse(""),
        aws.flatMap(h -> instead(h, facts)));
  }

  /** Whether AWS publishes that the service has this endpoint, so that its name is right. */
  boolean isPublished(Facts facts) {
    return aws.isPresent()
        && fault.isEmpty()
        && (aws.get().region().isEmpty()
            ? !aws.get().services().isEmpty()
            : aws.get().services().stream()
                .anyMatch(s ->
                    facts
                        .catalog()
                        .serviceInRegion(s, aws.get().region().orElse(""))
                        .orElse(false)));
  }

  static Target in(Facts facts) {
    return facts.once(Target.class, Target::of);
  }

  /** Whether the host is where instances and containers get credentials. */
  boolean isMetadata() {
    return host.startsWith("169.254.")
        || host.equals("[fd00:ec2::254]")
        || host.startsWith("[fd00:ec2");
  }

  private static String fault(HostName h, Facts facts) {
    String region = h.region().orElse("");
    if (h.availabilityZoneOf().isPresent()) {
      return "`" + region + "` is an availability zone, not a Region";
    }
    if (h.host().contains("..")) {
      return "the host has no Region where it needs one";
    }
    if (!region.isEmpty() && !h.regionKnown()) {
      return "there is no Region `" + region + "`";
    }
    for (String service : h.services()) {
      Optional<Boolean> there = facts.catalog().serviceInRegion(service, region);
      if (there.isPresent() && !there.get()) {
        return service + " has no endpoint in " + region;
      }
    }
    return "";
  }

  private static Optional<String> instead(HostName h, Facts facts) {
    if (h.availabilityZoneOf().isPresent()) {
      return h.availabilityZoneOf();
    }
    String region = h.region().orElse("");
    List<String> near =
        region.isEmpty() || h.regionKnown()
            ? List.of()
            : facts.catalog().nearest(region, facts.catalog().regions(), 1);
    return near.stream().findFirst();
  }

  private static boolean isLocal(String host) {
    return host.equals("localhost")
        || host.startsWith("127.")
        || host.startsWith("10.")
        || host.startsWith("192.168.")
        || is172(host)
        || host.equals("[::1]")
        || host.endsWith(".local")
        || host.endsWith(".internal")
        || (!host.isEmpty() && host.indexOf('.') < 0);
  }

  private static boolean is172(String host) {
    if (!host.startsWith("172.")) {
      return false;
    }
    int dot = host.indexOf('.', 4);
    String second = dot < 0 ? "" : host.substring(4, dot);
    return second.length() == 2 && second.compareTo("16") >= 0 && second.compareTo("31") <= 0;
  }

  private static String host(String url) {
    int start = url.indexOf("://");
    int from = start < 0 ? 0 : start + 3;
    int i = from;
    boolean bracket = from < url.length() && url.charAt(from) == '[';
    while (i < url.length()
        && "/?#".indexOf(url.charAt(i)) < 0
        && (bracket || url.charAt(i) != ':')) {
      bracket = bracket && url.charAt(i) != ']';
      i++;
    }
    return url.substring(from, i);
  }
}
