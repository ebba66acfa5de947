package awsleuth.aws;

import java.util.List;

/** Names that AWS and its SDKs print for services though no model holds them. */
final class ServiceNames {

  private ServiceNames() {}

  /** The services of a name, letters and digits alone; empty where the models tell. */
  static List<String> services(String letters) {
    return switch (letters) {
      case "simplestorageservice", "s3" -> List.of("s3");
      case "simplequeueservice", "sqs" -> List.of("sqs");
      case "simplenotificationservice", "sns" -> List.of("sns");
      case "simpleemailservice", "ses", "email" -> List.of("ses");
      case "sesv2", "simpleemailv2" -> List.of("sesv2");
      case "dynamodb", "dynamodbv2" -> List.of("dynamodb");
      case "elasticcomputecloud", "ec2" -> List.of("ec2");
      case "securitytokenservice", "sts" -> List.of("sts");
      case "identitymanagement", "identityandaccessmanagement" -> List.of("iam");
      case "stepfunctions", "sfn", "states" -> List.of("stepfunctions");
      case "cloudwatch", "monitoring" -> List.of("cloudwatch");
      case "cloudwatchlogs", "logs" -> List.of("logs");
      case "eventbridge", "cloudwatchevents" -> List.of("events");
      case "ssm", "simplesystemsmanagement", "systemsmanager" -> List.of("ssm");
      case "cognitoidentityprovider" -> List.of("cognito-idp");
      case "elasticmapreduce", "emr" -> List.of("emr");
      case "elasticloadbalancing" -> List.of("elbv2", "elb");
      case "ecr", "elasticcontainerregistry" -> List.of("ecr");
      case "rds" -> List.of("rds");
      case "bedrock" -> List.of("bedrock");
      case "bedrockruntime" -> List.of("bedrock-runtime");
      case "iot" -> List.of("iot");
      case "sagemaker" -> List.of("sagemaker");
      case "ssooidc" -> List.of("sso-oidc");
      case "es", "elasticsearch" -> List.of("es");
      case "signin" -> List.of("signin");
      case "tagging" -> List.of("resourcegroupstaggingapi");
      default -> List.of();
    };
  }
}
