package awsleuth.aws;

import java.util.List;

/**
 * IAM action prefixes that differ from the boto3 client's name
 * (https://docs.aws.amazon.com/service-authorization/latest/reference/).
 */
final class IamPrefixes {

  private IamPrefixes() {}

  /** Whether a prefix that is a client's name belongs to other services. */
  static boolean differs(String prefix) {
    return prefix.equals("ses");
  }

  /** The services of a prefix; empty where the signing name tells. */
  static List<String> services(String prefix) {
    return switch (prefix) {
      case "states" -> List.of("stepfunctions");
      case "elasticloadbalancing" -> List.of("elbv2", "elb");
      case "elasticmapreduce" -> List.of("emr");
      case "elasticfilesystem" -> List.of("efs");
      case "ses" -> List.of("ses", "sesv2");
      case "bedrock" ->
          List.of("bedrock-runtime", "bedrock", "bedrock-agent-runtime", "bedrock-agent");
      case "sagemaker" -> List.of("sagemaker", "sagemaker-runtime");
      case "dynamodb" -> List.of("dynamodb", "dynamodbstreams");
      case "execute-api" -> List.of("apigatewaymanagementapi");
      case "apigateway" -> List.of("apigateway", "apigatewayv2");
      case "lex" -> List.of("lexv2-models", "lex-models", "lex-runtime", "lexv2-runtime");
      case "kafka" -> List.of("kafka");
      case "es" -> List.of("es", "opensearch");
      case "aoss" -> List.of("opensearchserverless");
      case "iot" -> List.of("iot", "iot-data");
      case "mobiletargeting" -> List.of("pinpoint");
      case "sso" -> List.of("sso", "sso-admin");
      case "identitystore" -> List.of("identitystore");
      case "servicequotas" -> List.of("service-quotas");
      case "tag" -> List.of("resourcegroupstaggingapi");
      case "aws-marketplace" -> List.of("marketplace-catalog", "meteringmarketplace");
      case "cloudsearch" -> List.of("cloudsearch", "cloudsearchdomain");
      case "rds-data" -> List.of("rds-data");
      case "rds-db" -> List.of("rds");
      default -> List.of();
    };
  }

  /** The prefix of a service's actions. */
  static String prefix(String service, String signingName) {
    return switch (service) {
      case "cloudwatch" -> "cloudwatch";
      case "sqs", "sns", "s3", "ec2", "iam", "sts" -> service;
      case "dynamodbstreams" -> "dynamodb";
      case "pinpoint" -> "mobiletargeting";
      default -> signingName;
    };
  }
}
