package awsleuth.core.cause.permissions;

import awsleuth.core.fact.Facts;
import java.util.Map;
import java.util.Set;

/** The service principal to which an operation of a service passes a role. */
final class PassedTo {

  private static final Set<String> SAME =
      Set.of(
          "lambda",
          "ec2",
          "glue",
          "sagemaker",
          "batch",
          "codebuild",
          "codepipeline",
          "events",
          "scheduler",
          "firehose",
          "cloudformation",
          "bedrock",
          "pipes",
          "eks",
          "backup",
          "transfer");
  private static final Map<String, String> OTHER =
      Map.of("stepfunctions", "states", "ecs", "ecs-tasks", "emr", "elasticmapreduce");

  private PassedTo() {}

  /** The principal, or one with a placeholder. */
  static String service(Facts facts) {
    String service = facts.call().service();
    String name = SAME.contains(service) ? service : OTHER.getOrDefault(service, "<service>");
    return name + ".amazonaws.com";
  }
}
