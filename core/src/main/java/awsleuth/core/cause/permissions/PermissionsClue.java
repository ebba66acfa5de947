package awsleuth.core.cause.permissions;

import awsleuth.core.fact.Clue;
import awsleuth.core.fact.Facts;
import awsleuth.core.fact.UnassumableRole;
import java.util.List;

/** The words by which services tell of permissions. */
enum PermissionsClue implements Clue {
  MODEL(
      "you don't have access to the model with the specified model id",
      "model access is denied",
      "access to this model is denied",
      "access to bedrock models is not allowed for this account",
      "model use case details have not been submitted",
      "your aws marketplace subscription for this model",
      "aws marketplace actions (aws-marketplace:",
      "this model is marked by provider as legacy",
      "is not authorized to invoke this api operation"),
  SUBSCRIPTION(
      "needs a subscription for the service",
      "subscription is required",
      "is not subscribed to",
      "not signed up for",
      "user not enabled for cost explorer access",
      "your account is not enabled for",
      "account is not enabled for",
      "has not been enabled for this account",
      "doesn't have access to cost explorer",
      "security hub is not enabled",
      "macie is not enabled",
      "guardduty is not enabled",
      "inspector is not enabled",
      "service is not enabled"),
  /** A product of AWS Marketplace whose terms nobody of the account has accepted. */
  MARKETPLACE(
      "accept terms and subscribe",
      "subscribe to the product in aws marketplace",
      "not subscribed to the marketplace"),
  ACCOUNT(
      "this account is currently blocked",
      "account is currently being verified",
      "are currently being verified",
      "is being validated",
      "account is suspended",
      "account has been suspended",
      "account must be verified",
      "sending suspended for this account",
      "account is closed",
      "account has been closed",
      "account is on hold",
      "there is a problem with your aws account",
      "pending verification"),
  /** SES sends nothing for the account, by its owner's will or by AWS's. */
  SENDING("sending paused for this account", "email sending is disabled for this account"),
  UNVERIFIED(
      "email address is not verified",
      "identities failed the check in region",
      "email address not verified",
      "domain is not verified"),
  ACL_DISABLED("the bucket does not allow acls", "accesscontrollistnotsupported"),
  PUBLIC_ACCESS(
      "s3 block public access",
      "blockpublicpolicy",
      "blockpublicacls",
      "block public policy setting",
      "publicaccessblock settings"),
  KMS(
      "access to kms is not allowed",
      "kms access was denied",
      "kms key access denied",
      "kms key access is denied",
      "access to the kms key",
      "does not have access to the kms key",
      "unable to access the kms key",
      "permission to use the kms key",
      "kmsaccessdenied"),
  /** Of KMS, which does not tell a caller without access whether a key is there. */
  KMS_HIDDEN(
      "ciphertext refers to a customer master key that does not exist",
      "ciphertext refers to a key that does not exist"),
  PRESIGNED("request has expired", "x-amz-expires", "policy expired", "<expires>"),
  /** A presigned URL that was asked to live longer than it may: it never was good. */
  LIVES_TOO_LONG("x-amz-expires must be less than a week"),
  SECRET_HASH("secret_hash was not received", "unable to verify secret hash"),
  SIGNED_URL("missing key-pair-id", "unknown key", "<code>missingkey"),
  LAKE_FORMATION("lake formation permission", "lake formation: "),
  CLUSTER(
      "is forbidden: user", "cannot list resource", "doesn't have access to kubernetes objects"),
  /** Of kubectl: the API server does not know who calls, and has asked no RBAC. */
  CLUSTER_LOGIN(
      "must be logged in to the server", "server has asked for the client to provide credentials"),
  /** A request without a signature, to what programs sign for themselves. */
  UNSIGNED(
      "user: anonymous is not authorized to perform: es:",
      "user: anonymous is not authorized to perform: aoss:",
      "user: anonymous is not authorized to perform: execute-api:",
      "user: anonymous is not authorized to perform: neptune-db:",
      "user: anonymous is not authorized to perform: lambda:invokefunctionurl",
      "user: anonymous is not authorized to perform: vpc-lattice-svcs:"),
  LOGIN(
      "incorrect username or password",
      "unauthenticated access is not supported for this identity pool",
      "token is not from a supported provider",
      "user is not confirmed",
      "user is disabled",
      "password attempts exceeded",
      "invalid login token",
      "invalid identity pool configuration",
      "password authentication failed for user",
      "access denied for user '",
      "permission denied for relation",
      "permission denied for schema",
      "permission denied for table",
      "no permissions for [indices:",
      "no permissions for [cluster:"),
  AUTHORIZER("user is not authorized to access this resource"),
  NO_ROUTE("missing authentication token"),
  REGISTRY("authorization token has expired. reauthenticate", "no basic auth credentials"),
  DATABASE_TOKEN("pam authentication failed"),
  MFA(
      "multi-factor authentication is required",
      "multifactor authentication is required",
      "mfa is required",
      "mfa authentication is required",
      "without mfa",
      "requires mfa"),
  UNASSUMABLE(UnassumableRole.words()),
  /** A service passes on that itself, the caller or a role may not. */
  REFUSED(
      "does not have permission to",
      "does not have permissions to",
      "do not have permission to",
      "do not have permissions to",
      "don't have permission to",
      "don't have permissions to",
      "doesn't have permission to",
      "do not have sufficient access",
      "insufficient permissions",
      "insufficient privileges",
      "access denied when",
      "s3 error: access denied",
      "an additional permission \"",
      "could not be used to assume",
      "is not authorized to create",
      "is not authorized to call",
      "is not authorized to access",
      "unable to verify/create output bucket",
      "does not exist or you do not have access"),
  GITHUB("could not assume role with oidc", "githubusercontent.com", "configure-aws-credentials") {
    @Override
    public Scope scope() {
      return Scope.ANYWHERE;
    }
  },
  DJANGO("storages/backends/s3") {
    @Override
    public Scope scope() {
      return Scope.ANYWHERE;
    }
  },
  ROOT("may not be assumed by root accounts"),
  SESSION_KEYS("with session credentials"),
  ANONYMOUS("anonymous access is forbidden", "anonymous users cannot"),
  MFA_CODE("multifactorauthentication failed"),
  INVALID_PRINCIPAL("invalid principal in policy"),
  FOREIGN_PASS("cross-account pass role is not allowed", "cross-account pass-role"),
  UNREACHED_BUCKET("does not exist or you do not have access", "or you don't have access to it");

  private final List<String> phrases;

  PermissionsClue(String... phrases) {
    this.phrases = List.of(phrases);
  }

  @Override
  public List<String> phrases() {
    return phrases;
  }

  /** Whether words or a code tell of something else than a decision over policies. */
  static boolean tellsOther(Facts facts) {
    return facts.seen(MODEL)
        || facts.seen(SUBSCRIPTION)
        || facts.seen(ACCOUNT)
        || facts.seen(SENDING)
        || facts.seen(ACL_DISABLED)
        || facts.seen(MFA_CODE)
        || facts.seen(SECRET_HASH)
        || OtherLayer.isAny(facts);
  }

  /** Whether a key refused a call of another service. */
  static boolean isForeignKms(Facts facts, Access access) {
    boolean foreign = !facts.call().service().equals("kms") && access.prefix().equals("kms");
    return foreign
        || facts.seen(KMS)
        || facts.code(
            "KMS.AccessDeniedException",
            "KMSAccessDeniedException",
            "KMSAccessDeniedFault",
            "EncryptionKeyAccessDeniedException",
            "KmsAccessDenied");
  }

  /** Parts come after CreateMultipartUpload, which needs the same s3:PutObject: the key is left. */
  static boolean isPart(Facts facts) {
    return facts.call().operation().equals("UploadPart")
        || facts.call().operation().equals("CompleteMultipartUpload");
  }

  /** Whether the operation reads or writes what a key of the customer can encrypt. */
  static boolean usesKeys(Facts facts) {
    return switch (facts.call().operation()) {
      case "GetObject",
          "PutObject",
          "CopyObject",
          "CreateMultipartUpload",
          "UploadPart",
          "CompleteMultipartUpload" ->
          isOf(facts, "s3");
      case "SendMessage", "SendMessageBatch", "ReceiveMessage" -> isOf(facts, "sqs");
      case "Publish", "PublishBatch" -> isOf(facts, "sns");
      case "GetSecretValue", "PutSecretValue", "CreateSecret" -> isOf(facts, "secretsmanager");
      case "GetParameter", "GetParameters", "GetParametersByPath", "PutParameter" ->
          isOf(facts, "ssm");
      case "Invoke", "CreateFunction" -> isOf(facts, "lambda");
      case "PutRecord", "PutRecords", "GetRecords" -> isOf(facts, "kinesis");
      case "RunInstances", "StartInstances" -> isOf(facts, "ec2");
      default -> false;
    };
  }

  /** Whether a call is of a service; so it is where the service is not known. */
  private static boolean isOf(Facts facts, String service) {
    String told = facts.call().service();
    return told.isEmpty() || told.equals(service);
  }
}
