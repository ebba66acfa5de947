package awsleuth.aws;

/**
 * When the context of a request has a condition key.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html">AWS
 *     global condition context keys</a>
 */
public enum KeyPresence {
  /** Always. */
  EVERY_REQUEST("in every request"),
  /** Always but for anonymous callers. */
  SIGNED_REQUEST("in every signed request"),
  /** For callers whose account is in an organization, not for anonymous and services. */
  PRINCIPAL_IN_ORGANIZATION("where the caller's account is in an organization"),
  /** For users and roles with that tag, and for sessions with that session tag. */
  TAGGED_PRINCIPAL("where the caller has that tag"),
  /** For IAM users, not for root, roles, federated users or anonymous callers. */
  IAM_USER("where an IAM user calls"),
  /** Where a service principal calls itself, not with a role and not for a caller. */
  SERVICE_PRINCIPAL("where a service principal calls itself"),
  /** Where a service principal calls itself because of a resource of a customer. */
  SERVICE_PRINCIPAL_FOR_RESOURCE("where a service principal calls itself for a resource"),
  /** As above, and the account of that resource is in an organization. */
  SERVICE_PRINCIPAL_FOR_RESOURCE_IN_ORGANIZATION(
      "where a service principal calls itself for a resource of an organization"),
  /** For credentials with a session token, and calls that a service forwards. */
  TEMPORARY_CREDENTIALS("with temporary credentials"),
  /** For temporary credentials that are not of a federated identity. */
  TEMPORARY_CREDENTIALS_NOT_FEDERATED(
      "with temporary credentials, except those of a federated identity"),
  /** For sessions that a token of an OpenID Connect provider began. */
  OIDC_SESSION("in sessions of AssumeRoleWithWebIdentity"),
  /** For sessions of {@code sts:AssumeRoot}. */
  ROOT_SESSION("in sessions of AssumeRoot"),
  /** For sessions that {@code aws login} or another client of AWS Sign-In began. */
  SIGN_IN_SESSION("in sessions of AWS Sign-In clients"),
  /** For sessions of Amazon Q Developer in chat applications. */
  CHAT_SESSION("in sessions of chat applications"),
  /** For the credentials of an instance profile. */
  EC2_INSTANCE_ROLE("with the credentials of an EC2 instance's role"),
  /** For calls of AWS Glue itself with a service role. */
  GLUE_SERVICE_ROLE("where AWS Glue calls with a service role"),
  /** For calls of a job or development endpoint of AWS Glue. */
  GLUE_JOB("where a job of AWS Glue calls"),
  /** For a role that CodeBuild assumed. */
  CODEBUILD_ROLE("in sessions of a role that CodeBuild assumed"),
  /** For calls out of the execution environment of a Lambda function. */
  LAMBDA_FUNCTION("where the code of a Lambda function calls"),
  /** For managed instances of Systems Manager without an instance profile. */
  MANAGED_INSTANCE("with the credentials of a Systems Manager managed instance"),
  /** For users of IAM Identity Center. */
  IDENTITY_CENTER_USER("where a user of IAM Identity Center calls"),
  /** For sessions that began with a source identity, and those chained to them. */
  SOURCE_IDENTITY_SET("in sessions with a source identity"),
  /** For all calls but those through a VPC endpoint; services leave it out of their own calls. */
  NOT_VPC_ENDPOINT("unless the call goes through a VPC endpoint"),
  /** For calls through a VPC endpoint. */
  VPC_ENDPOINT("only through a VPC endpoint"),
  /** For calls through a VPC endpoint to services that AWS lists. */
  VPC_ENDPOINT_OF_LISTED_SERVICES("only through a VPC endpoint, of the services that AWS lists"),
  /** As above, and the owner of the endpoint is in an organization. */
  VPC_ENDPOINT_IN_ORGANIZATION(
      "only through a VPC endpoint of an organization, of the services that AWS lists"),
  /** For nearly all actions; AWS lists those without. */
  RESOURCE("for actions on a resource, except those that AWS lists"),
  /** As above, and the owner of the resource is in an organization. */
  RESOURCE_IN_ORGANIZATION(
      "for actions on a resource of an organization, except those that AWS lists"),
  /** For resources with that tag, of services that authorize by tags. */
  TAGGED_RESOURCE("where the resource has that tag and the service authorizes by tags"),
  /** For calls that a service makes with the caller's own credentials. */
  FORWARDED_CALL("where a service calls on behalf of the caller"),
  /** For calls through a managed MCP server of AWS. */
  MCP_SERVER("where a managed MCP server of AWS calls"),
  /** For actions of a managed MCP server itself, not those of other services that it calls. */
  MCP_SERVICE_ACTION("for actions of a managed MCP server itself"),
  /** For links in a browser. */
  BROWSER_REFERER("where a browser sends a referer"),
  /** For requests that set that tag. */
  TAGS_IN_REQUEST("where the request passes tags"),
  /** AWS lists the key and does not say. */
  UNDOCUMENTED("in requests that AWS does not describe"),
  /** Not global: what the service says. */
  SERVICE_DECIDES("as the service decides");

  private final String words;

  KeyPresence(String words) {
    this.words = words;
  }

  /** For people, after "present": {@code only through a VPC endpoint}. */
  public String words() {
    return words;
  }
}
