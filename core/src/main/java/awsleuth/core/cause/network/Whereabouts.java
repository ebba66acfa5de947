package awsleuth.core.cause.network;

import awsleuth.core.evidence.CliAnswer;
import awsleuth.core.fact.Answers;
import awsleuth.core.fact.Citation;
import awsleuth.core.fact.Facts;
import awsleuth.core.fact.Literal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** In which VPC a program runs, as the description of its function or of its instance tells. */
final class Whereabouts {

  private static final String FUNCTION = "(Configuration\\.)?VpcConfig\\.";
  private static final String INSTANCE = "Reservations\\.\\d+\\.Instances\\.\\d+\\.";

  private Whereabouts() {}

  /** The VPC's id, or a placeholder. */
  static String vpc(Facts facts) {
    List<String> all = either(facts, "VpcId", "VpcId");
    return all.size() == 1 ? Literal.shell(all.getFirst()) : "<vpc-id>";
  }

  /** The ids of its subnets, or a placeholder. */
  static String subnets(Facts facts) {
    return words(either(facts, "SubnetIds\\.\\d+", "SubnetId"), "<subnet-id>");
  }

  /** The ids of its security groups, or a placeholder. */
  static String groups(Facts facts) {
    return words(
        either(facts, "SecurityGroupIds\\.\\d+", "SecurityGroups\\.\\d+\\.GroupId"), "<sg-id>");
  }

  private static List<String> either(Facts facts, String ofFunction, String ofInstance) {
    List<String> told = Answers.values(facts, FUNCTION + ofFunction);
    return told.isEmpty() && Answers.instance(facts).isPresent()
        ? Answers.values(facts, INSTANCE + ofInstance)
        : told;
  }

  private static String words(List<String> ids, String placeholder) {
    return ids.isEmpty()
        ? placeholder
        : ids.stream().map(Literal::shell).collect(Collectors.joining(" "));
  }

  /** The route table of one of the subnets that leads nowhere but to the VPC itself. */
  static Optional<Citation> closed(Facts facts) {
    List<String> subnets = either(facts, "SubnetIds\\.\\d+", "SubnetId");
    return facts.isAlone() || subnets.isEmpty()
        ? Optional.empty()
        : facts.given(CliAnswer.class).stream()
            .flatMap(a -> closed(a, subnets).stream())
            .findFirst();
  }

  private static Optional<Citation> closed(CliAnswer answer, List<String> subnets) {
    for (String path : answer.paths("SubnetId")) {
      int end = path.indexOf(".Associations.");
      if (end > 0 && subnets.contains(answer.field(path))) {
        String table = path.substring(0, end);
        boolean open =
            answer.paths("DestinationCidrBlock").stream()
                .anyMatch(p -> p.startsWith(table + ".") && answer.field(p).equals("0.0.0.0/0"));
        if (!open) {
          return Optional.of(
              new Citation(
                  "the route table `"
                      + answer.field(table + ".RouteTableId")
                      + "` of `"
                      + answer.field(path)
                      + "` has no route out of the VPC (0.0.0.0/0)",
                  answer.at(table + ".RouteTableId")));
        }
      }
    }
    return Optional.empty();
  }
}
