package awsleuth.core.cause.network;

import awsleuth.aws.HostName;
import awsleuth.aws.Region;
import awsleuth.core.fact.Facts;
import java.util.List;
import java.util.Optional;

/**
 * A host whose domain is that of another partition than its Region.
 *
 * @param region the Region in the host's name
 * @param partition the Region's
 * @param suffix the domain of the partition's hosts
 */
record OtherPartition(String region, String partition, String suffix) {

  /** What is wrong with a host; empty where its domain is right, or botocore knows no other. */
  static Optional<OtherPartition> of(HostName host, Facts facts) {
    String name = host.region().orElse("");
    Optional<Region> region = facts.catalog().region(name);
    if (region.filter(r -> isUsual(host, r)).isPresent()) {
      return Optional.empty();
    }
    Optional<HostName> right =
        host.services().stream()
            .findFirst()
            .flatMap(service -> RightEndpoint.url(facts, service, name))
            .flatMap(url -> facts.catalog().host(Target.host(url)));
    return region.isPresent()
            && right.isPresent()
            && isOther(host, right.get(), region.get(), facts)
        ? Optional.of(new OtherPartition(name, region.get().partition(), right.get().dnsSuffix()))
        : Optional.empty();
  }

  /** Whether most hosts of the partition are in that domain. */
  private static boolean isUsual(HostName host, Region region) {
    return switch (region.partition()) {
      case "aws", "aws-us-gov" -> host.dnsSuffix().equals("amazonaws.com");
      case "aws-cn" -> host.dnsSuffix().equals("amazonaws.com.cn");
      default -> false;
    };
  }

  /** Whether no Region of the partition has hosts of that domain, and those of others have. */
  private static boolean isOther(HostName host, HostName right, Region region, Facts facts) {
    boolean same = host.dnsSuffix().equals(right.dnsSuffix());
    boolean chosen = host.dualStack() || right.dualStack();
    return !same && !chosen && isOfOther(host, right, region, facts);
  }

  private static boolean isOfOther(HostName host, HostName right, Region region, Facts facts) {
    String service = host.services().getFirst();
    List<String> others =
        facts.catalog().regions().stream()
            .filter(r ->
                facts
                    .catalog()
                    .region(r)
                    .filter(o -> !o.partition().equals(region.partition()))
                    .isPresent())
            .toList();
    return others.stream()
        .flatMap(r -> RightEndpoint.url(facts, service, r).stream())
        .flatMap(url -> facts.catalog().host(Target.host(url)).stream())
        .anyMatch(h ->
            h.dnsSuffix().equals(host.dnsSuffix()) && !h.dnsSuffix().equals(right.dnsSuffix()));
  }

  /** What is wrong, in words. */
  String words() {
    return region + " is of " + partition + ", whose hosts end in " + suffix;
  }
}
