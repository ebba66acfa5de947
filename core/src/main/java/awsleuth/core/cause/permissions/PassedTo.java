package awsleuth.core.cause.permissions;

import awsleuth.core.fact.Facts;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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

  /** The condition key that tells it. */
  static final String KEY = "iam:PassedToService";

  /**
   * Operations that pass a role to one service alone (user guides of these services: the policies
   * with {@code iam:PassedToService} in them). Others of the same services pass roles elsewhere:
   * those of flow logs, spot fleets and load balancers.
   */
  private static final Map<String, String> SURE =
      Map.ofEntries(
          Map.entry("cloudformation:CreateChangeSet", "cloudformation"),
          Map.entry("cloudformation:CreateStack", "cloudformation"),
          Map.entry("cloudformation:UpdateStack", "cloudformation"),
          Map.entry("codebuild:CreateProject", "codebuild"),
          Map.entry("codepipeline:CreatePipeline", "codepipeline"),
          Map.entry("ec2:AssociateIamInstanceProfile", "ec2"),
          Map.entry("ec2:RunInstances", "ec2"),
          Map.entry("ecs:RegisterTaskDefinition", "ecs-tasks"),
          Map.entry("ecs:RunTask", "ecs-tasks"),
          Map.entry("ecs:StartTask", "ecs-tasks"),
          Map.entry("events:PutTargets", "events"),
          Map.entry("firehose:CreateDeliveryStream", "firehose"),
          Map.entry("glue:CreateCrawler", "glue"),
          Map.entry("glue:CreateJob", "glue"),
          Map.entry("lambda:CreateFunction", "lambda"),
          Map.entry("lambda:UpdateFunctionConfiguration", "lambda"),
          Map.entry("sagemaker:CreateModel", "sagemaker"),
          Map.entry("sagemaker:CreateNotebookInstance", "sagemaker"),
          Map.entry("sagemaker:CreateTrainingJob", "sagemaker"),
          Map.entry("scheduler:CreateSchedule", "scheduler"),
          Map.entry("stepfunctions:CreateStateMachine", "states"),
          Map.entry("stepfunctions:UpdateStateMachine", "states"));

  private PassedTo() {}

  /** The value of the key in a refused {@code iam:PassRole}; empty where that is not sure. */
  static Optional<String> surely(Facts facts) {
    String action = Access.of(facts).action().toLowerCase(Locale.ROOT);
    String sure = SURE.get(facts.call().service() + ":" + facts.call().operation());
    return sure == null || !action.equals("iam:passrole")
        ? Optional.empty()
        : Optional.of(sure + ".amazonaws.com");
  }

  /** The principal, or one with a placeholder. */
  static String service(Facts facts) {
    String service = facts.call().service();
    String name = SAME.contains(service) ? service : OTHER.getOrDefault(service, "<service>");
    return name + ".amazonaws.com";
  }
}
