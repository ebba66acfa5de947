package awsleuth.core.cause.network;

import awsleuth.core.fact.Answers;
import awsleuth.core.fact.Facts;
import awsleuth.core.fact.Literal;
import java.util.List;
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
    return words(subnetIds(facts), "<subnet-id>");
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

  /** The ids of its subnets; empty where they are not told. */
  static List<String> subnetIds(Facts facts) {
    return either(facts, "SubnetIds\\.\\d+", "SubnetId");
  }
}
