package awsleuth.core.cause.permissions;

import awsleuth.core.fact.Literal;
import java.util.Optional;

/**
 * The services whose resources have policies (IAM user guide, "AWS services that work with IAM").
 */
final class ResourcePolicies {

  private static final String ACCESS_POINT = "accesspoint/";

  private ResourcePolicies() {}

  /** Whether a service, by its action prefix, has resource-based policies that grant access. */
  static boolean has(String prefix) {
    return switch (prefix) {
      case "s3",
          "sqs",
          "sns",
          "kms",
          "lambda",
          "secretsmanager",
          "ecr",
          "es",
          "execute-api",
          "events",
          "glacier",
          "backup",
          "codeartifact",
          "elasticfilesystem",
          "glue",
          "iot",
          "kinesis",
          "dynamodb",
          "logs",
          "s3-object-lambda",
          "s3express",
          "aoss",
          "acm-pca",
          "ses" ->
          true;
      default -> false;
    };
  }

  /**
   * The AWS CLI command that shows the resource's policy, with a placeholder where its name is not
   * known; empty for services whose command is not known.
   */
  static Optional<String> command(Access access) {
    String command = commandOf(access);
    return command.isEmpty() ? Optional.empty() : Optional.of(command);
  }

  private static String commandOf(Access access) {
    String[] arn = access.resource().split(":", 6);
    String name = arn.length == 6 ? arn[5] : "";
    return switch (access.prefix()) {
      case "s3" ->
          name.startsWith(ACCESS_POINT) && !arn[4].isEmpty()
              ? "aws s3control get-access-point-policy --account-id "
                  + Literal.shell(arn[4])
                  + " --name "
                  + Literal.shell(bucket(name.substring(ACCESS_POINT.length())), "<access point>")
              : "aws s3api get-bucket-policy --bucket " + Literal.shell(bucket(name), "<bucket>");
      case "sqs" -> "aws sqs get-queue-attributes --queue-url <queue URL> --attribute-names Policy";
      case "sns" -> "aws sns get-topic-attributes --topic-arn " + access.argument();
      case "kms" -> "aws kms get-key-policy --policy-name default --key-id " + access.argument();
      case "lambda" -> "aws lambda get-policy --function-name " + access.argument();
      case "secretsmanager" ->
          "aws secretsmanager get-resource-policy --secret-id " + access.argument();
      case "ecr" ->
          "aws ecr get-repository-policy --repository-name "
              + Literal.shell(name.substring(name.indexOf('/') + 1), "<repository>");
      case "dynamodb" -> "aws dynamodb get-resource-policy --resource-arn " + access.argument();
      case "kinesis" -> "aws kinesis get-resource-policy --resource-arn " + access.argument();
      case "logs" ->
          name.startsWith("destination:")
              ? "aws logs describe-destinations --destination-name-prefix "
                  + Literal.shell(name.substring(name.indexOf(':') + 1), "<destination>")
              : "aws logs describe-resource-policies";
      default -> "";
    };
  }

  private static String bucket(String name) {
    int slash = name.indexOf('/');
    return slash < 0 ? name : name.substring(0, slash);
  }
}
