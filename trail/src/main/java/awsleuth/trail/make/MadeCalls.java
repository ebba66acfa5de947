package awsleuth.trail.make;

import awsleuth.trail.make.Json.Part;

/** Calls that succeed, as their events have them. */
final class MadeCalls {

  private MadeCalls() {}

  static Call getObject(String account, String region, String bucket, String key) {
    return ofObject("GetObject", true, account, region, bucket, key);
  }

  static Call putObject(String account, String region, String bucket, String key) {
    return ofObject("PutObject", false, account, region, bucket, key);
  }

  private static Call ofObject(
      String name, boolean reads, String account, String region, String bucket, String key) {
    Part parameters = Json.object("bucketName", bucket, "Host", host(bucket, region), "key", key);
    return new Call(
        "s3.amazonaws.com",
        name,
        reads,
        true,
        parameters,
        Json.NULL,
        Json.array(
            Json.object("type", "AWS::S3::Object", "ARN", "arn:aws:s3:::" + bucket + "/" + key),
            bucketOf(account, bucket)),
        "",
        "");
  }

  static Call listObjects(String account, String region, String bucket, String prefix) {
    Part parameters =
        Json.object(
            "list-type",
            "2",
            "bucketName",
            bucket,
            "encoding-type",
            "url",
            "prefix",
            prefix,
            "Host",
            host(bucket, region));
    return Call.read("s3", "ListObjects", parameters)
        .asData()
        .about(
            Json.array(
                Json.object(
                    "type",
                    "AWS::S3::Object",
                    "ARNPrefix",
                    "arn:aws:s3:::" + bucket + "/" + prefix),
                bucketOf(account, bucket)));
  }

  private static Part bucketOf(String account, String bucket) {
    return Json.object(
        "accountId", account, "type", "AWS::S3::Bucket", "ARN", "arn:aws:s3:::" + bucket);
  }

  private static String host(String bucket, String region) {
    return bucket + ".s3." + region + ".amazonaws.com";
  }

  static Call decrypt(String account, String key, String object) {
    return Call.read(
            "kms",
            "Decrypt",
            Json.object(
                "encryptionContext",
                Json.object("aws:s3:arn", object),
                "encryptionAlgorithm",
                "SYMMETRIC_DEFAULT"))
        .about(Json.array(ofKey(account, key)));
  }

  static Call generateDataKey(String account, String key) {
    return Call.read("kms", "GenerateDataKey", Json.object("keySpec", "AES_256", "keyId", key))
        .about(Json.array(ofKey(account, key)));
  }

  private static Part ofKey(String account, String key) {
    return Json.object("accountId", account, "type", "AWS::KMS::Key", "ARN", key);
  }

  static Call item(
      String name, boolean reads, String account, String region, String table, Part key) {
    String arn = "arn:aws:dynamodb:" + region + ":" + account + ":table/" + table;
    Call call =
        reads
            ? Call.read("dynamodb", name, Json.object("tableName", table, "key", key))
            : Call.write("dynamodb", name, Json.object("tableName", table, "item", key), Json.NULL);
    return call.asData()
        .about(
            Json.array(
                Json.object("accountId", account, "type", "AWS::DynamoDB::Table", "ARN", arn)));
  }

  static Call sendMessage(String account, String region, String queue) {
    Part parameters =
        Json.object(
            "queueUrl",
            "https://sqs." + region + ".amazonaws.com/" + account + "/" + queue,
            "messageBody",
            "HIDDEN_DUE_TO_SECURITY_REASONS");
    String arn = "arn:aws:sqs:" + region + ":" + account + ":" + queue;
    return Call.write("sqs", "SendMessage", parameters, Json.NULL)
        .asData()
        .about(
            Json.array(Json.object("accountId", account, "type", "AWS::SQS::Queue", "ARN", arn)));
  }

  static Call assumeRole(String role, String session, String external) {
    Part parameters =
        external.isEmpty()
            ? Json.object("roleArn", role, "roleSessionName", session)
            : Json.object("roleArn", role, "roleSessionName", session, "externalId", external);
    String account = role.substring(13, 25);
    return Call.read("sts", "AssumeRole", parameters)
        .about(
            Json.array(Json.object("accountId", account, "type", "AWS::IAM::Role", "ARN", role)));
  }

  static Call describeInstances(String filter) {
    return Call.read(
        "ec2",
        "DescribeInstances",
        Json.object(
            "maxResults",
            1000,
            "instancesSet",
            Json.EMPTY,
            "filterSet",
            Json.object(
                "items",
                Json.array(
                    Json.object(
                        "name",
                        "tag:Service",
                        "valueSet",
                        Json.object("items", Json.array(Json.object("value", filter))))))));
  }
}
