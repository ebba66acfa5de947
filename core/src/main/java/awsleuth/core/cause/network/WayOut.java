package awsleuth.core.cause.network;

import awsleuth.core.cause.Fix;
import awsleuth.core.evidence.CliAnswer;
import awsleuth.core.fact.Citation;
import awsleuth.core.fact.Facts;
import awsleuth.core.fact.Literal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The default route of a subnet that a program runs in, as its route table was described: there is
 * none, or what it leads to is gone (EC2 API reference, Route: "blackhole").
 *
 * @param answer what describes the table
 * @param table the table's path in it
 * @param subnet the subnet's id
 * @param route the default route's path; empty where the table has none
 */
record WayOut(CliAnswer answer, String table, String subnet, String route) {

  private static final String ANYWHERE = "0.0.0.0/0";
  private static final String DESTINATION = ".DestinationCidrBlock";

  private static final String NAT = "--nat-gateway-id";

  /** The members that name what a route leads to, and the options that do. */
  private static final Map<String, String> TARGETS =
      Map.of(
          "NatGatewayId", NAT,
          "GatewayId", "--gateway-id",
          "NetworkInterfaceId", "--network-interface-id",
          "TransitGatewayId", "--transit-gateway-id",
          "VpcPeeringConnectionId", "--vpc-peering-connection-id");

  /** The way out of one of the subnets that leads nowhere; empty where none is known to. */
  static Optional<WayOut> shut(Facts facts) {
    List<String> subnets = Whereabouts.subnetIds(facts);
    return facts.isAlone() || subnets.isEmpty()
        ? Optional.empty()
        : facts.given(CliAnswer.class).stream()
            .flatMap(a -> of(a, subnets).stream())
            .filter(w -> w.route.isEmpty() || w.isGone())
            .findFirst();
  }

  private static List<WayOut> of(CliAnswer answer, List<String> subnets) {
    return answer.paths("SubnetId").stream()
        .filter(p -> p.contains(".Associations.") && subnets.contains(answer.field(p)))
        .map(p -> {
          String table = p.substring(0, p.indexOf(".Associations."));
          String route =
              answer.paths("DestinationCidrBlock").stream()
                  .filter(r -> r.startsWith(table + ".") && answer.field(r).equals(ANYWHERE))
                  .map(r -> r.substring(0, r.length() - DESTINATION.length()))
                  .findFirst()
                  .orElse("");
          return new WayOut(answer, table, answer.field(p), route);
        })
        .toList();
  }

  private boolean isGone() {
    return answer.field(route + ".State").equals("blackhole");
  }

  private Optional<String> target() {
    return TARGETS.keySet().stream()
        .sorted()
        .filter(t -> !answer.field(route + "." + t).isEmpty())
        .findFirst();
  }

  Citation citation() {
    String id = answer.field(table + ".RouteTableId");
    if (route.isEmpty()) {
      return new Citation(
          "the route table `%s` of `%s` has no route out of the VPC (0.0.0.0/0)"
              .formatted(id, subnet),
          answer.at(table + ".RouteTableId"));
    }
    return new Citation(
        "the route %s of `%s`, the route table of `%s`, is a blackhole: %s"
            .formatted(
                ANYWHERE,
                id,
                subnet,
                target()
                    .map(t -> "`" + answer.field(route + "." + t) + "` is not available")
                    .orElse("what it leads to is not available")),
        answer.at(route + ".State"));
  }

  /** Lets the route lead to something that is there; empty where the table has no such route. */
  Optional<Fix> fix() {
    return route.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Fix.askAdministrator(
                "let the default route lead to something that is there",
                "aws ec2 replace-route --route-table-id %s --destination-cidr-block %s %s"
                    .formatted(
                        Literal.shell(answer.field(table + ".RouteTableId"), "<route-table-id>"),
                        ANYWHERE,
                        target()
                            .map(t -> TARGETS.getOrDefault(t, NAT))
                            .map(option -> option + " <" + option.substring(2) + ">")
                            .orElse(NAT + " <nat-gateway-id>"))));
  }
}
