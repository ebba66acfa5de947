package awsleuth.core.cause.permissions;

import awsleuth.core.cause.Fix;
import awsleuth.core.fact.Literal;
import java.util.List;
import java.util.Map;

/** Statements that would grant what was refused, and requests for them. */
final class Grants {

  /**
   * The actions that the execution role of a function needs together (Lambda developer guide, the
   * managed policies for SQS, Kinesis, DynamoDB streams and VPCs).
   */
  private static final Map<String, List<String>> ROLE_ACTIONS =
      Map.of(
          "sqs",
          List.of("sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes"),
          "kinesis",
          List.of(
              "kinesis:DescribeStream",
              "kinesis:DescribeStreamSummary",
              "kinesis:GetRecords",
              "kinesis:GetShardIterator",
              "kinesis:ListShards",
              "kinesis:SubscribeToShard"),
          "dynamodb",
          List.of(
              "dynamodb:DescribeStream",
              "dynamodb:GetRecords",
              "dynamodb:GetShardIterator",
              "dynamodb:ListStreams"),
          "ec2",
          List.of(
              "ec2:CreateNetworkInterface",
              "ec2:DescribeNetworkInterfaces",
              "ec2:DescribeSubnets",
              "ec2:DeleteNetworkInterface",
              "ec2:AssignPrivateIpAddresses",
              "ec2:UnassignPrivateIpAddresses"));

  private Grants() {}

  /** An Allow of one action on one resource. */
  static String allow(String action, String resource) {
    return """
    {
      "Effect": "Allow",
      "Action": %s,
      "Resource": %s
    }\
    """
        .formatted(Literal.json(action), Literal.json(resource));
  }

  /** An Allow of what Lambda needs for a source or network, where it names one action of that. */
  private static String allowRole(Access access) {
    List<String> actions = ROLE_ACTIONS.getOrDefault(access.prefix(), List.of(access.actionOr()));
    return """
    {
      "Effect": "Allow",
      "Action": [%s],
      "Resource": "%s"
    }\
    """
        .formatted(
            String.join(", ", actions.stream().map(Literal::json).toList()),
            access.prefix().equals("ec2") ? "*" : "<resource ARN>");
  }

  /** An Allow for the caller in a resource's policy. */
  static String allowPrincipal(PrincipalElement caller, String action, String resource) {
    // An image repository's policy takes no Resource element (ECR user guide, "Private repository
    // policies").
    String element =
        action.startsWith("ecr:") ? "" : ",\n  \"Resource\": " + Literal.json(resource);
    return """
    {
      "Effect": "Allow",
      %s,
      "Action": %s%s%s
    }\
    """
        .formatted(caller.json(), Literal.json(action), element, caller.condition());
  }

  /** The fix of a missing Allow of the caller. */
  static Fix identity(Access access) {
    if (access.isOfRole()) {
      return Fix.policyEdit(
          "add this statement to a policy of the execution role (not of the caller)",
          allowRole(access));
    }
    String owner = access.owner();
    String to = owner.isEmpty() ? "the caller's policy" : "a policy of " + owner.replace('/', ' ');
    return Fix.policyEdit(
        "add this statement to " + to,
        allow(access.actionOr(), access.isOfNone() ? "*" : access.resourceOr()));
  }

  /** A request to whoever owns the policy that stands in the way. */
  static Fix ask(Access access, String whom, String what) {
    return Fix.askAdministrator(
        "ask " + whom,
        "Principal "
            + (access.principal().isEmpty() ? "<caller ARN>" : access.principal())
            + " needs "
            + access.actionOr()
            + " on "
            + access.resourceOr()
            + ". "
            + what);
  }
}
