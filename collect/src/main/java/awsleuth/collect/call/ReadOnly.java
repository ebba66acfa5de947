package awsleuth.collect.call;

import awsleuth.aws.AwsCatalog;
import awsleuth.aws.IamAction;
import awsleuth.aws.Operation;
import java.util.List;
import java.util.Set;

/**
 * Which operations may be called at all: those that read, and give no secrets.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_understand-policy-summary-access-level-summaries.html">Access
 *     levels in policy summaries</a>
 */
public final class ReadOnly {

  /** Operations of other names that read, by service and name. */
  private static final Set<String> OTHERS =
      Set.of(
          "cloudtrail LookupEvents",
          "cloudwatch GetMetricData",
          "ecr GetRepositoryPolicy",
          "iam GetAccountAuthorizationDetails",
          "iam GetGroupPolicy",
          "iam GetPolicy",
          "iam GetPolicyVersion",
          "iam GetRole",
          "iam GetRolePolicy",
          "iam GetUser",
          "iam GetUserPolicy",
          "iam SimulatePrincipalPolicy",
          "kms GetKeyPolicy",
          "lambda GetPolicy",
          "logs FilterLogEvents",
          "s3 GetBucketOwnershipControls",
          "s3 GetBucketPolicy",
          "s3 GetPublicAccessBlock",
          "s3 HeadBucket",
          "s3 HeadObject",
          "secretsmanager GetResourcePolicy",
          "service-quotas GetAWSDefaultServiceQuota",
          "service-quotas GetServiceQuota",
          "sns GetTopicAttributes",
          "sqs GetQueueAttributes",
          "sts DecodeAuthorizationMessage",
          "sts GetCallerIdentity");

  /**
   * Operations that read and give secrets: the models of botocore mark passwords, shared keys and
   * the like in their answers as sensitive. Answers of others, which may hold what somebody wrote
   * into a description or a variable, are neither shown nor kept.
   */
  private static final Set<String> SECRETS =
      Set.of(
          "amplify ListApps",
          "amplify ListBranches",
          "chime ListBots",
          "chime-sdk-meetings ListAttendees",
          "cognito-idp DescribeUserPoolClient",
          "cognito-idp ListUserPoolClientSecrets",
          "datazone ListConnections",
          "directconnect DescribeVirtualInterfaces",
          "ec2 DescribeVerifiedAccessTrustProviders",
          "ec2 DescribeVpnConnections",
          "location DescribeKey",
          "mediapackage DescribeChannel",
          "mediapackage ListChannels",
          "mq DescribeUser",
          "storagegateway DescribeChapCredentials");

  /** Operations that AWS sorts under Write, or not at all, although they read. */
  private static final Set<String> READ_ALL_THE_SAME =
      Set.of("iam-toolbox GetRequestAuthorizationDetails", "sts DecodeAuthorizationMessage");

  private ReadOnly() {}

  /**
   * Whether an operation may be called: it is one of those that are named here, or a {@code List}
   * or {@code Describe} all of whose actions AWS sorts under List or Read.
   */
  public static boolean allows(AwsCatalog catalog, String service, Operation operation) {
    String named = service + " " + operation.name();
    boolean readsByName =
        operation.name().startsWith("List") || operation.name().startsWith("Describe");
    return READ_ALL_THE_SAME.contains(named)
        || (!SECRETS.contains(named)
            && (OTHERS.contains(named) || readsByName)
            && reads(catalog, service, operation));
  }

  /** Whether AWS sorts all that it needs under List or Read, though it may not be called. */
  public static boolean reads(AwsCatalog catalog, String service, Operation operation) {
    List<String> actions = catalog.iamActions(service, operation.name());
    return !actions.isEmpty()
        && actions.stream()
            .allMatch(name ->
                catalog
                    .iam()
                    .action(name)
                    .map(IamAction::level)
                    .map(ReadOnly::reads)
                    .orElse(false));
  }

  private static boolean reads(IamAction.Level level) {
    return switch (level) {
      case LIST, READ -> true;
      case WRITE, TAGGING, PERMISSIONS_MANAGEMENT -> false;
    };
  }
}
