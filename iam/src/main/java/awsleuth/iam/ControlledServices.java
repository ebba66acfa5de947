package awsleuth.iam;

import java.util.Locale;
import java.util.Set;

/**
 * The services whose resources resource control policies limit (Organizations user guide, "List of
 * AWS services that support RCPs", as of 2026-11).
 */
final class ControlledServices {

  private static final Set<String> PREFIXES =
      Set.of(
          "aoss",
          "appconfig",
          "appstream",
          "autoscaling",
          "autoscaling-plans",
          "budgets",
          "clouddirectory",
          "cloudfront",
          "cloudsearch",
          "cloudtrail-data",
          "codeartifact",
          "codebuild",
          "codecommit",
          "codepipeline",
          "cognito-identity",
          "cognito-idp",
          "comprehend",
          "comprehendmedical",
          "compute-optimizer",
          "cost-optimization-hub",
          "dax",
          "dsql",
          "dynamodb",
          "ecr",
          "ecr-public",
          "events",
          "firehose",
          "fis",
          "fms",
          "gamelift",
          "health",
          "inspector-scan",
          "kendra",
          "kinesisvideo",
          "kms",
          "logs",
          "memorydb",
          "networkmonitor",
          "notifications",
          "opensearch",
          "pca-connector-ad",
          "personalize",
          "polly",
          "pricing",
          "resource-groups",
          "rolesanywhere",
          "s3",
          "secretsmanager",
          "servicediscovery",
          "signin",
          "sqs",
          "sts",
          "support",
          "swf",
          "textract",
          "timestream-influxdb",
          "transcribe",
          "transfer",
          "translate",
          "wafv2",
          "workspaces",
          "xray");

  private ControlledServices() {}

  /** Whether resource control policies say anything about an action. */
  static boolean take(String action) {
    int colon = action.indexOf(':');
    return colon > 0 && PREFIXES.contains(action.substring(0, colon).toLowerCase(Locale.ROOT));
  }
}
