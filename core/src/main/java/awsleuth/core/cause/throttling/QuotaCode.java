package awsleuth.core.cause.throttling;

import awsleuth.core.fact.Facts;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What Service Quotas calls a service ({@code aws service-quotas list-services}). */
public final class QuotaCode {

  private static final List<String> SAME =
      List.of(
          "apigateway",
          "athena",
          "autoscaling",
          "batch",
          "bedrock",
          "cloudformation",
          "cloudfront",
          "codebuild",
          "dynamodb",
          "ec2",
          "ecr",
          "ecs",
          "eks",
          "elasticache",
          "events",
          "firehose",
          "glue",
          "iam",
          "kinesis",
          "kms",
          "lambda",
          "logs",
          "rds",
          "redshift",
          "route53",
          "s3",
          "sagemaker",
          "secretsmanager",
          "ses",
          "sns",
          "sqs",
          "ssm");

  private static final Map<String, String> OTHER =
      Map.of(
          "sesv2", "ses",
          "stepfunctions", "states",
          "bedrock-runtime", "bedrock",
          "elb", "elasticloadbalancing",
          "elbv2", "elasticloadbalancing",
          "emr", "elasticmapreduce",
          "cloudwatch", "monitoring",
          "opensearch", "es");

  /** Services without Regions, whose quotas are kept in us-east-1 alone. */
  private static final List<String> GLOBAL = List.of("iam", "cloudfront", "route53");

  private QuotaCode() {}

  /** The code, or {@code <service>} where it is not known. */
  public static String of(Facts facts) {
    String service = facts.call().service();
    return service.equals("ec2")
        ? ofPart(facts.call().operation())
        : SAME.contains(service) ? service : OTHER.getOrDefault(service, "<service>");
  }

  /** Parts of EC2 have quotas of their own. */
  private static String ofPart(String operation) {
    boolean network =
        List.of("Vpc", "Subnet", "SecurityGroup", "Gateway", "NetworkInterface", "RouteTable")
            .stream()
            .anyMatch(operation::contains);
    boolean disk = operation.contains("Volume") || operation.contains("Snapshot");
    return network ? "vpc" : disk ? "ebs" : "ec2";
  }

  /** The service's quotas as a command, which for global services asks us-east-1. */
  static String list(Facts facts) {
    String service = of(facts);
    return "aws service-quotas list-service-quotas --service-code " + service + where(service);
  }

  /** The request for more of the quota that was reached. */
  static String more(Facts facts) {
    String service = of(facts);
    return "aws service-quotas request-service-quota-increase --service-code "
        + service
        + " --quota-code <code> --desired-value <n>"
        + where(service);
  }

  /** The one Region that a code's quotas are kept in; empty where each Region has its own. */
  public static Optional<String> region(String code) {
    return GLOBAL.contains(code) ? Optional.of("us-east-1") : Optional.empty();
  }

  private static String where(String service) {
    return region(service).map(r -> " --region " + r).orElse("");
  }
}
