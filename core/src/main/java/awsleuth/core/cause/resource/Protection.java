package awsleuth.core.cause.resource;

import awsleuth.core.cause.Fix;
import awsleuth.core.cause.StateClue;
import awsleuth.core.fact.Facts;
import awsleuth.core.fact.Literal;
import awsleuth.core.fact.Mentioned;
import java.util.List;
import java.util.Optional;

/**
 * What keeps a thing from being deleted until it is taken off: deletion and termination protection.
 */
enum Protection {
  DB_INSTANCE(
      "DeleteDBInstance",
      "aws %s modify-db-instance --db-instance-identifier %s --no-deletion-protection",
      "DBInstanceIdentifier",
      "<db instance>"),
  DB_CLUSTER(
      "DeleteDBCluster",
      "aws %s modify-db-cluster --db-cluster-identifier %s --no-deletion-protection",
      "DBClusterIdentifier",
      "<db cluster>"),
  GLOBAL_CLUSTER(
      "DeleteGlobalCluster",
      "aws %s modify-global-cluster --global-cluster-identifier %s --no-deletion-protection",
      "GlobalClusterIdentifier",
      "<global cluster>"),
  INSTANCE(
      "TerminateInstances",
      "aws %s modify-instance-attribute --instance-id %s --no-disable-api-termination",
      "InstanceIds",
      "<instance id>"),
  TABLE(
      "DeleteTable",
      "aws %s update-table --table-name %s --no-deletion-protection-enabled",
      "TableName",
      "<table>"),
  LOAD_BALANCER(
      "DeleteLoadBalancer",
      "aws %s modify-load-balancer-attributes --load-balancer-arn %s"
          + " --attributes Key=deletion_protection.enabled,Value=false",
      "LoadBalancerArn",
      "<load balancer ARN>"),
  USER_POOL(
      "DeleteUserPool",
      "aws %s update-user-pool --user-pool-id %s --deletion-protection INACTIVE",
      "UserPoolId",
      "<user pool id>"),
  STACK(
      "DeleteStack",
      "aws %s update-termination-protection --stack-name %s --no-enable-termination-protection",
      "StackName",
      "<stack>"),
  CLUSTER(
      "DeleteCluster",
      "aws %s update-cluster-config --name %s --no-deletion-protection",
      "name",
      "<cluster>"),
  LOG_GROUP(
      "DeleteLogGroup",
      "aws %s put-log-group-deletion-protection --log-group-identifier %s"
          + " --no-deletion-protection-enabled",
      "logGroupName",
      "<log group>");

  private final String operation;
  private final String command;
  private final String parameter;
  private final String placeholder;

  Protection(String operation, String command, String parameter, String placeholder) {
    this.operation = operation;
    this.command = command;
    this.parameter = parameter;
    this.placeholder = placeholder;
  }

  /** Whether the failed call was to delete something that is protected. */
  static boolean is(Facts facts) {
    String operation = facts.call().operation();
    return facts.seen(StateClue.PROTECTED)
        && (operation.isEmpty()
            || operation.startsWith("Delete")
            || operation.startsWith("Terminate"));
  }

  /** How it is taken off; only told, where the call is none of those known here. */
  static List<Fix> fixes(Facts facts) {
    String what = "take the protection off, if it is to go: it was put there on purpose";
    Optional<Protection> own =
        List.of(values()).stream()
            .filter(p -> p.operation.equals(facts.call().operation()))
            .filter(p -> p != CLUSTER || facts.call().service().equals("eks"))
            .filter(p -> p != LOAD_BALANCER || facts.call().service().equals("elbv2"))
            .findFirst();
    return List.of(
        own.map(p -> Fix.askAdministrator(what, p.text(facts)))
            .orElseGet(() ->
                Fix.askAdministrator(
                    what, "Which setting of it protects it? The message names it.")));
  }

  private String text(Facts facts) {
    String thing =
        this == INSTANCE
            ? Mentioned.id(facts, "i-").map(Literal::shell).orElse(placeholder)
            : facts.argument(parameter, placeholder);
    String cli = Literal.shell(facts.catalog().cliName(facts.call().service()));
    return command.formatted(cli, thing) + State.region(facts);
  }
}
