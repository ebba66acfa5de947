package awsleuth.core.read;

import java.util.ArrayList;
import java.util.List;

/** Words in which one service alone tells its errors. */
enum ServiceWords {
  DYNAMODB(
      "dynamodb",
      "provisioned throughput for the table",
      "Subscriber limit exceeded: ",
      "Throughput exceeds the current capacity of your table",
      "resource not found: Table",
      "Transaction cancelled, please refer",
      "Transaction request cannot include",
      "key element does not match the schema",
      "The conditional request failed",
      "AttributeValue",
      "KeyConditionExpression",
      "ExpressionAttribute",
      "KeySchemaElement",
      "key schema element"),
  LOGS("logs", "specified log group", "specified log stream"),
  LAMBDA(
      "lambda",
      "role defined for the function",
      "ReservedConcurrentExecutions for function",
      "UnreservedConcurrentExecution"),
  KINESIS("kinesis", "Rate exceeded for shard", "Rate exceeded for Shard"),
  ECS("ecs", "ECS was unable to assume", "No Container Instances were found in your cluster"),
  EC2(
      "ec2",
      "You have requested more vCPU capacity",
      "You have requested more instances",
      "has been throttled on ec2:",
      "We currently do not have sufficient "),
  SES(
      "ses",
      "identities failed the check in region",
      "Email address is not verified",
      "Maximum sending rate exceeded",
      "Daily message quota exceeded"),
  S3(
      "s3",
      "The bucket does not allow ACLs",
      "Please reduce your request rate",
      "We encountered an internal error. Please try again.",
      "Access Key Id you provided does not exist in our records",
      "The specified bucket does not exist",
      "The specified key does not exist",
      "token is malformed or otherwise invalid",
      "S3 Extended Request ID"),
  REDSHIFT_DATA("redshift-data", "Redshift endpoint doesn't exist"),
  SAGEMAKER("sagemaker", "find model data at s3://", "given in input data source"),
  SECRETS("secretsmanager", "Secrets Manager can't find"),
  KMS("kms", "ciphertext refers to a customer master key"),
  GLUE("glue", "Required Create Table on", "Required Create Database on Catalog"),
  CLOUDFORMATION(
      "cloudformation", "at 'stackName'", "Stack with id ", "No updates are to be performed");

  private final String service;
  private final List<String> words;

  ServiceWords(String service, String... words) {
    this.service = service;
    this.words = List.of(words);
  }

  /** The services whose words a message has. */
  static List<String> in(String message) {
    List<String> found = new ArrayList<>();
    for (ServiceWords w : values()) {
      if (w.words.stream().anyMatch(message::contains)) {
        found.add(w.service);
      }
    }
    return found;
  }
}
