package awsleuth.core.cause.permissions;

/**
 * The services whose resources have policies (IAM user guide, "AWS services that work with IAM").
 */
final class ResourcePolicies {

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

  /** The AWS CLI command that shows the resource's policy; a placeholder stands for its name. */
  static String command(Access access) {
    String[] arn = access.resource().split(":", 6);
    String name = arn.length == 6 ? arn[5] : "<name>";
    return switch (access.prefix()) {
      case "s3" -> "aws s3api get-bucket-policy --bucket " + bucket(name);
      case "sqs" -> "aws sqs get-queue-attributes --queue-url <queue URL> --attribute-names Policy";
      case "sns" -> "aws sns get-topic-attributes --topic-arn " + access.resourceOr();
      case "kms" -> "aws kms get-key-policy --policy-name default --key-id " + access.resourceOr();
      case "lambda" -> "aws lambda get-policy --function-name " + access.resourceOr();
      case "secretsmanager" ->
          "aws secretsmanager get-resource-policy --secret-id " + access.resourceOr();
      case "ecr" ->
          "aws ecr get-repository-policy --repository-name "
              + name.substring(name.indexOf('/') + 1);
      case "dynamodb" -> "aws dynamodb get-resource-policy --resource-arn " + access.resourceOr();
      case "kinesis" -> "aws kinesis get-resource-policy --resource-arn " + access.resourceOr();
      default -> "the policy of the resource, from its service's console";
    };
  }

  private static String bucket(String name) {
    int slash = name.indexOf('/');
    return slash < 0 ? name : name.substring(0, slash);
  }
}
