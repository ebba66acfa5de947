package awsleuth.app;

import java.util.Locale;
import java.util.Set;

/**
 * Services that have resource-based policies, by action prefix (IAM user guide, "AWS services that
 * work with IAM", the column on resource-based policies); those only that are known to.
 */
final class ResourcePolicyServices {

  private static final Set<String> PREFIXES =
      Set.of(
          "acm-pca",
          "backup",
          "cloudtrail",
          "codeartifact",
          "codebuild",
          "dynamodb",
          "ecr",
          "elasticfilesystem",
          "es",
          "events",
          "execute-api",
          "glacier",
          "glue",
          "iam",
          "kafka",
          "kinesis",
          "kms",
          "lambda",
          "lex",
          "logs",
          "redshift-serverless",
          "s3",
          "s3-object-lambda",
          "s3-outposts",
          "s3express",
          "s3tables",
          "schemas",
          "secretsmanager",
          "serverlessrepo",
          "ses",
          "signer",
          "sns",
          "sqs",
          "ssm",
          "sts",
          "vpc-lattice",
          "vpc-lattice-svcs");

  private ResourcePolicyServices() {}

  /** Whether resources of an action's service are known to have policies of their own. */
  static boolean have(String action) {
    int colon = action.indexOf(':');
    return colon > 0 && PREFIXES.contains(action.substring(0, colon).toLowerCase(Locale.ROOT));
  }
}
