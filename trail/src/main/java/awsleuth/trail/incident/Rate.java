package awsleuth.trail.incident;

import awsleuth.core.evidence.TrailEvent;
import awsleuth.trail.Event;
import awsleuth.trail.RecordText;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which calls use up one rate. */
public enum Rate {
  /** Those of an account in a Region. */
  ACCOUNT,
  /** Those to one resource, or a part of it. */
  RESOURCE,
  /** The service's documentation does not say, or by more than events tell. */
  UNKNOWN;

  /**
   * Services that document the rates of their operations as those of an account, in a Region where
   * they have some ("Request throttling" of EC2 and ECS, "Endpoints and quotas" of the others, AWS
   * general reference).
   */
  private static final Set<String> OF_ACCOUNT =
      Set.of(
          "ec2",
          "iam",
          "sts",
          "ecs",
          "ecr",
          "logs",
          "monitoring",
          "secretsmanager",
          "apigateway",
          "athena",
          "states",
          "cloudtrail",
          "route53");

  /**
   * KMS counts keys of each kind, and those of each custom key store, by themselves ("Request
   * quotas", KMS developer guide); the rest by account.
   */
  private static final List<String> OF_KEYS =
      List.of(
          "Encrypt", "Decrypt", "ReEncrypt", "Generate", "Sign", "Verify", "DeriveSharedSecret");

  /**
   * EC2 Auto Scaling has one bucket for all of an account's calls (its API reference, "API request
   * rate"). Events of Application Auto Scaling have the same source; these words only the former
   * has in its operations.
   */
  private static final List<String> OF_SCALING =
      List.of("AutoScaling", "LaunchConfiguration", "Lifecycle", "DesiredCapacity");

  /** What is called by operations that have a rate for each, by service. */
  private static final Map<String, String> PLACES =
      Map.of(
          "s3", "bucketName",
          "dynamodb", "tableName",
          "kinesis", "streamName",
          "firehose", "deliveryStreamName",
          "sqs", "queueUrl",
          "lambda", "functionName");

  /** How the operations begin that have a rate for each resource; all of S3 and SQS. */
  private static final Map<String, List<String>> OF_RESOURCE =
      Map.of(
          "s3", List.of(""),
          "sqs", List.of(""),
          "dynamodb",
              List.of(
                  "GetItem",
                  "PutItem",
                  "UpdateItem",
                  "DeleteItem",
                  "Batch",
                  "Query",
                  "Scan",
                  "Transact",
                  "Execute"),
          "kinesis", List.of("PutRecord", "GetRecords", "GetShardIterator", "ListShards"),
          "firehose", List.of("PutRecord"),
          "lambda", List.of("Invoke"));

  /** Whose rate a call uses. */
  static Rate of(Event call) {
    String service = call.service();
    if (begins(call, OF_RESOURCE.getOrDefault(service, List.of()))) {
      return RESOURCE;
    }
    boolean account =
        OF_ACCOUNT.contains(service)
            || service.equals("lambda")
            || (service.equals("autoscaling")
                && OF_SCALING.stream().anyMatch(call.name()::contains))
            || (service.equals("ssm") && call.name().contains("Parameter"))
            || (service.equals("kms") && !begins(call, OF_KEYS));
    return account ? ACCOUNT : UNKNOWN;
  }

  private static boolean begins(Event call, List<String> some) {
    return some.stream().anyMatch(call.name()::startsWith);
  }

  /** The name of what a call with a rate for each resource calls; empty where it is not told. */
  static String resource(Event call, RecordText record) {
    return of(call) == RESOURCE
        ? Optional.ofNullable(PLACES.get(call.service()))
            .flatMap(place -> record.whole().map(e -> name(call.service(), e, place)))
            .orElse("")
        : "";
  }

  /** Without what stands before it in an ARN or a URL, or the version behind it. */
  private static String name(String service, TrailEvent event, String place) {
    String told = event.field("requestParameters." + place);
    if (!service.equals("lambda")) {
      return told.substring(told.lastIndexOf('/') + 1);
    }
    String before = "function:";
    int at = told.indexOf(before);
    return told.substring(at < 0 ? 0 : at + before.length()).split(":", 2)[0];
  }
}
