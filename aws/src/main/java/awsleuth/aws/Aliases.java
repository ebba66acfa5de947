package awsleuth.aws;

import java.util.List;

/** Host name parts that no endpoint prefix names, and the order of services that share a prefix. */
final class Aliases {

  private Aliases() {}

  /** The services of a host name part that is no endpoint prefix; empty where it means nothing. */
  static List<String> services(String part) {
    return switch (part) {
      case "queue" -> List.of("sqs");
      case "ddb" -> List.of("dynamodb");
      case "email-smtp" -> List.of("ses");
      case "s3" -> List.of("s3");
      case "s3-control" -> List.of("s3control");
      case "portal.sso" -> List.of("sso");
      case "oidc" -> List.of("sso-oidc");
      case "cognito-identity" -> List.of("cognito-identity");
      case "data.iot", "data-ats.iot" -> List.of("iot-data");
      case "dkr.ecr" -> List.of("ecr");
      case "health" -> List.of("health");
      case "sts" -> List.of("sts");
      default -> List.of();
    };
  }

  /** The services that a shared prefix means most often, the likeliest last. */
  static List<String> preferred(String prefix) {
    return switch (prefix) {
      case "elasticloadbalancing" -> List.of("elb", "elbv2");
      case "email" -> List.of("sesv2", "ses");
      case "rds" -> List.of("rds");
      case "apigateway" -> List.of("apigatewayv2", "apigateway");
      case "s3" -> List.of("s3");
      case "es" -> List.of("opensearch", "es");
      default -> List.of(prefix);
    };
  }
}
