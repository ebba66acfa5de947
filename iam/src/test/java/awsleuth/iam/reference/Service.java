package awsleuth.iam.reference;

import awsleuth.iam.request.Request;
import java.util.Locale;
import java.util.Set;

/** What services do in their own way. */
final class Service {

  /**
   * RCPs, "List of AWS services that support RCPs" (as read in 2026-11): the prefixes of actions.
   */
  private static final Set<String> WITH_RCPS =
      Set.of(
          ("appstream dsql clouddirectory cloudfront cloudsearch logs networkmonitor"
                  + " cognito-identity cognito-idp comprehend comprehendmedical firehose dynamodb"
                  + " dax autoscaling ecr ecr-public gamelift inspector-scan kendra kinesisvideo"
                  + " memorydb aoss personalize polly s3 swf sqs textract timestream-influxdb"
                  + " transcribe translate workspaces appconfig autoscaling-plans budgets"
                  + " servicediscovery cloudtrail-data codeartifact codebuild codecommit"
                  + " codepipeline compute-optimizer cost-optimization-hub events fms fis health"
                  + " rolesanywhere kms opensearch pricing pca-connector-ad resource-groups"
                  + " secretsmanager sts signin support transfer notifications wafv2 xray")
              .split(" "));

  /** KMS, "AWS KMS permissions": operations whose cross-account use is Yes. */
  private static final Set<String> KMS_ACROSS_ACCOUNTS =
      Set.of(
          ("creategrant decrypt derivesharedsecret describekey encrypt generatedatakey"
                  + " generatedatakeypair generatedatakeypairwithoutplaintext"
                  + " generatedatakeywithoutplaintext generatemac getkeyrotationstatus"
                  + " getpublickey listgrants reencryptfrom reencryptto retiregrant revokegrant"
                  + " sign verify verifymac")
              .split(" "));

  /** What a role trust policy is about. */
  private static final Set<String> ASSUMING =
      Set.of(
          "assumerole",
          "assumerolewithsaml",
          "assumerolewithwebidentity",
          "tagsession",
          "setsourceidentity",
          "setcontext");

  private final String prefix;
  private final String operation;
  private final String resource;

  Service(Request request) {
    String action = request.action().toLowerCase(Locale.ROOT);
    prefix = action.substring(0, action.indexOf(':'));
    operation = action.substring(action.indexOf(':') + 1);
    resource = request.resource();
  }

  boolean isS3() {
    return prefix.equals("s3");
  }

  /**
   * STS, "GetCallerIdentity": no permissions are required, and a Deny does not help; "Permissions
   * for GetSessionToken": the same for users.
   */
  boolean needsNoPermission(Caller caller) {
    boolean user = caller.isUser() || caller.isRoot();
    return prefix.equals("sts")
        && (operation.equals("getcalleridentity") || (operation.equals("getsessiontoken") && user));
  }

  /**
   * "Resource-based policies": role trust policies and KMS key policies must explicitly allow
   * access. An alias is no key: "Controlling access to aliases".
   */
  boolean resourcePolicyMustGrant() {
    boolean key = prefix.equals("kms") && resource.contains(":key/");
    return key || assumesRole();
  }

  private boolean assumesRole() {
    return prefix.equals("sts") && ASSUMING.contains(operation) && resource.contains(":role/");
  }

  /** "Compare AWS STS credentials": AssumeRole is for users and roles. */
  boolean isClosedTo(Caller caller) {
    return caller.isRoot() && prefix.equals("sts") && operation.equals("assumerole");
  }

  /** The principal of a gateway endpoint's policy differs; these services have such endpoints. */
  boolean hasGatewayEndpoints() {
    return prefix.equals("s3") || prefix.equals("dynamodb");
  }

  /** KMS, "Allowing users in other accounts to use a KMS key". */
  boolean worksAcrossAccounts() {
    return !prefix.equals("kms") || KMS_ACROSS_ACCOUNTS.contains(operation);
  }

  /**
   * RCPs, "List of AWS services that support RCPs", what RCPs do not impact, and "RCP effects on
   * permissions": RCPs apply to the resources that a request is authorized for.
   */
  boolean takesRcps() {
    boolean retires = prefix.equals("kms") && operation.equals("retiregrant");
    return WITH_RCPS.contains(prefix) && !retires && !resource.equals("*");
  }
}
