package awsleuth.aws;

import java.util.List;

/**
 * IAM actions of operations whose action has another name or that need several. From the Service
 * Authorization Reference
 * (https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazons3.html and its
 * neighbours) and
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/using-with-s3-policy-actions.html.
 */
final class IamActions {

  private IamActions() {}

  /** The actions; empty where the action has the operation's name. */
  static List<String> of(String service, String operation) {
    return switch (service) {
      case "s3" -> s3(operation);
      case "lambda" -> lambda(operation);
      case "bedrock-runtime" -> bedrock(operation);
      case "sagemaker-runtime" -> List.of("sagemaker:" + operation);
      case "dynamodb" -> dynamodb(operation);
      case "sqs" -> sqs(operation);
      case "apigatewaymanagementapi" -> List.of("execute-api:ManageConnections");
      case "iot-data" -> List.of("iot:" + operation);
      case "rds-data" -> List.of("rds-data:" + operation, "secretsmanager:GetSecretValue");
      default -> List.of();
    };
  }

  private static List<String> s3(String operation) {
    return switch (operation) {
      case "ListObjects", "ListObjectsV2", "HeadBucket" -> List.of("s3:ListBucket");
      case "ListObjectVersions" -> List.of("s3:ListBucketVersions");
      case "ListBuckets" -> List.of("s3:ListAllMyBuckets");
      case "ListMultipartUploads" -> List.of("s3:ListBucketMultipartUploads");
      case "ListParts" -> List.of("s3:ListMultipartUploadParts");
      case "HeadObject", "SelectObjectContent" -> List.of("s3:GetObject");
      case "CopyObject", "UploadPartCopy" -> List.of("s3:GetObject", "s3:PutObject");
      case "CreateMultipartUpload", "UploadPart", "CompleteMultipartUpload" ->
          List.of("s3:PutObject");
      case "DeleteObjects" -> List.of("s3:DeleteObject");
      case "GetBucketLifecycle", "GetBucketLifecycleConfiguration" ->
          List.of("s3:GetLifecycleConfiguration");
      case "PutBucketLifecycle", "PutBucketLifecycleConfiguration", "DeleteBucketLifecycle" ->
          List.of("s3:PutLifecycleConfiguration");
      case "GetBucketEncryption" -> List.of("s3:GetEncryptionConfiguration");
      case "PutBucketEncryption", "DeleteBucketEncryption" ->
          List.of("s3:PutEncryptionConfiguration");
      case "GetBucketCors" -> List.of("s3:GetBucketCORS");
      case "PutBucketCors", "DeleteBucketCors" -> List.of("s3:PutBucketCORS");
      case "GetBucketReplication" -> List.of("s3:GetReplicationConfiguration");
      case "PutBucketReplication", "DeleteBucketReplication" ->
          List.of("s3:PutReplicationConfiguration");
      case "GetBucketNotificationConfiguration" -> List.of("s3:GetBucketNotification");
      case "PutBucketNotificationConfiguration" -> List.of("s3:PutBucketNotification");
      case "GetBucketAccelerateConfiguration" -> List.of("s3:GetAccelerateConfiguration");
      case "PutBucketAccelerateConfiguration" -> List.of("s3:PutAccelerateConfiguration");
      case "GetBucketMetricsConfiguration", "ListBucketMetricsConfigurations" ->
          List.of("s3:GetMetricsConfiguration");
      case "PutBucketMetricsConfiguration", "DeleteBucketMetricsConfiguration" ->
          List.of("s3:PutMetricsConfiguration");
      case "GetBucketInventoryConfiguration", "ListBucketInventoryConfigurations" ->
          List.of("s3:GetInventoryConfiguration");
      case "PutBucketInventoryConfiguration", "DeleteBucketInventoryConfiguration" ->
          List.of("s3:PutInventoryConfiguration");
      case "GetBucketAnalyticsConfiguration", "ListBucketAnalyticsConfigurations" ->
          List.of("s3:GetAnalyticsConfiguration");
      case "PutBucketAnalyticsConfiguration", "DeleteBucketAnalyticsConfiguration" ->
          List.of("s3:PutAnalyticsConfiguration");
      case "GetPublicAccessBlock" -> List.of("s3:GetBucketPublicAccessBlock");
      case "PutPublicAccessBlock", "DeletePublicAccessBlock" ->
          List.of("s3:PutBucketPublicAccessBlock");
      case "GetObjectLockConfiguration" -> List.of("s3:GetBucketObjectLockConfiguration");
      case "PutObjectLockConfiguration" -> List.of("s3:PutBucketObjectLockConfiguration");
      case "DeleteBucketTagging" -> List.of("s3:PutBucketTagging");
      case "DeleteBucketOwnershipControls" -> List.of("s3:PutBucketOwnershipControls");
      default -> List.of();
    };
  }

  private static List<String> lambda(String operation) {
    return switch (operation) {
      case "Invoke", "InvokeAsync", "InvokeWithResponseStream" -> List.of("lambda:InvokeFunction");
      case "CreateFunction" -> List.of("lambda:CreateFunction", "iam:PassRole");
      default -> List.of();
    };
  }

  private static List<String> bedrock(String operation) {
    return switch (operation) {
      case "Converse", "InvokeModel", "CountTokens" -> List.of("bedrock:InvokeModel");
      case "ConverseStream", "InvokeModelWithResponseStream" ->
          List.of("bedrock:InvokeModelWithResponseStream");
      default -> List.of();
    };
  }

  private static List<String> dynamodb(String operation) {
    return switch (operation) {
      case "TransactGetItems" -> List.of("dynamodb:GetItem");
      case "TransactWriteItems" ->
          List.of(
              "dynamodb:PutItem",
              "dynamodb:UpdateItem",
              "dynamodb:DeleteItem",
              "dynamodb:ConditionCheckItem");
      case "ExecuteStatement", "BatchExecuteStatement", "ExecuteTransaction" ->
          List.of("dynamodb:PartiQLSelect");
      default -> List.of();
    };
  }

  private static List<String> sqs(String operation) {
    return switch (operation) {
      case "SendMessageBatch" -> List.of("sqs:SendMessage");
      case "DeleteMessageBatch" -> List.of("sqs:DeleteMessage");
      case "ChangeMessageVisibilityBatch" -> List.of("sqs:ChangeMessageVisibility");
      default -> List.of();
    };
  }
}
