package awsleuth.core.fact;

import awsleuth.aws.Shape;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The parameter whose thing EC2 does not find, by the id that its message names: without it a check
 * would ask for all things and always find some.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/errors-overview.html">Error
 *     codes for the Amazon EC2 API</a>
 */
final class Ec2Ids {

  /** Beginnings of ids, and what parameters call the thing. */
  private static final List<Map.Entry<String, String>> THINGS =
      List.of(
          Map.entry("i-", "Instance"),
          Map.entry("vol-", "Volume"),
          Map.entry("snap-", "Snapshot"),
          Map.entry("ami-", "Image"),
          Map.entry("sg-", "Group"),
          Map.entry("sg-", "SecurityGroup"),
          Map.entry("subnet-", "Subnet"),
          Map.entry("vpc-", "Vpc"),
          Map.entry("eni-", "NetworkInterface"),
          Map.entry("rtb-", "RouteTable"),
          Map.entry("igw-", "InternetGateway"),
          Map.entry("nat-", "NatGateway"),
          Map.entry("vpce-", "VpcEndpoint"),
          Map.entry("eipalloc-", "Allocation"),
          Map.entry("lt-", "LaunchTemplate"));

  private Ec2Ids() {}

  static void read(Facts facts, Map<String, String> known, Set<String> given) {
    if (!facts.call().service().equals("ec2") || !facts.call().code().endsWith(".NotFound")) {
      return;
    }
    for (Map.Entry<String, String> thing : THINGS) {
      Optional<String> id = Mentioned.id(facts, thing.getKey());
      Optional<String> parameter =
          Stream.of("Ids", "Id")
              .map(end -> thing.getValue() + end)
              .filter(name -> isParameter(facts, name))
              .findFirst();
      if (id.isPresent() && parameter.isPresent()) {
        known.putIfAbsent(parameter.get(), id.get());
        given.add(parameter.get());
      }
    }
  }

  private static boolean isParameter(Facts facts, String name) {
    return facts
        .catalog()
        .service("ec2")
        .flatMap(s -> s.input(facts.call().operation()))
        .flatMap(i -> i.member(name))
        .map(Shape.Member::name)
        .isPresent();
  }
}
